import * as z from 'zod/mini'
import { SLACK_CHANNEL_LIMIT } from '../../domain/channel-name'
import type { IncidentId } from '../../domain/ids'
import { mirrorModes } from '../../domain/mirror'
import { incidentLinkField } from '../../events/fact-fields'
import { idField } from '../../events/fields'
import { roomPlanField } from '../../events/room-planned'

const incident = idField<IncidentId>()

export const roomInputs = {
  /** [WR1] Opens the war room: its channel, and what follows once that is there. */
  'room:open': z.object({
    incident,
    plan: roomPlanField,
    name: z.string().check(z.regex(/^[a-z0-9_-]+$/, 'input-channel-name'), z.maxLength(SLACK_CHANNEL_LIMIT)),
    private: z.boolean(),
    /** A call that people join; absent: none, or one that the incident has already. */
    bridge: z.optional(incidentLinkField),
  }),
  /** [RM1] [WR4] */
  'room:set': z.object({
    incident,
    mirror: z.optional(z.nullable(z.enum(mirrorModes))),
    declined: z.optional(z.boolean()),
  }),
} as const
