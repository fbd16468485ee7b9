import * as z from 'zod/mini'
import type { IncidentId } from '../../domain/ids'
import { idField } from '../../events/fields'

const instant = z.number().check(z.gte(0), z.lte(8.64e15))

export const telemetryInputs = {
  'telemetry:read': z.object({
    incident: idField<IncidentId>(),
    /** Absent: all of them. */
    panel: z.optional(z.string().check(z.maxLength(1_000))),
    from: instant,
    to: instant,
  }),
} as const
