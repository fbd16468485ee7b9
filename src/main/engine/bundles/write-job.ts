import * as z from 'zod/mini'
import type { IncidentId } from '../../../shared/domain/ids'
import { bundleFaultCodes } from '../record/bundle/format'
import type { Job } from '../workers/job'

const input = z.object({
  /** The folder of the record, which the job opens again and only for reading. */
  folder: z.string(),
  incident: z.string() as unknown as z.ZodMiniType<IncidentId, IncidentId>,
  /** The file that is made. */
  file: z.string(),
  drill: z.boolean(),
  passphrase: z.optional(z.string()),
})

const output = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.object({ events: z.int(), bytes: z.int() }) }),
  z.object({ ok: z.literal(false), fault: z.object({ code: z.enum(bundleFaultCodes), where: z.string() }) }),
])

/** [BN1] Writes all that there is of an incident into a file. */
export const writeBundleJob = { name: 'write-bundle', input, progress: z.never(), output } satisfies Job<
  unknown,
  never,
  unknown
>

export type WriteOrder = z.infer<typeof input>
export type WriteAnswer = z.infer<typeof output>
