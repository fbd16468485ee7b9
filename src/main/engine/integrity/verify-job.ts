import * as z from 'zod/mini'
import { deadlineKinds } from '../../../shared/domain/deadlines'
import type { IncidentId } from '../../../shared/domain/ids'
import { severities } from '../../../shared/domain/severity'
import { statuses } from '../../../shared/domain/status'
import type { Job } from '../workers/job'

const incident = z.string() as unknown as z.ZodMiniType<IncidentId, IncidentId>
const count = z.int().check(z.gte(0))

const input = z.object({
  /** The database, which the job opens again and only for reading. */
  file: z.string(),
  /** What the folder has about each log that is to be checked, in this order. */
  claims: z.array(
    z.object({
      incident,
      head: z.optional(z.object({ count, seq: count, hash: z.string() })),
      signed: z.array(
        z.object({
          ...{ origin: z.string(), publicKey: z.string() },
          ...{ counter: count, hash: z.string(), signature: z.string() },
        }),
      ),
    }),
  ),
  /** Whether each log is reported separately, so that we know on which one a thread died. */
  each: z.boolean(),
})

const progress = z.array(
  z.object({
    incident,
    events: count,
    damage: z.nullable(
      z.object({
        what: z.enum(['altered', 'unreadable', 'cut', 'bad-signature']),
        ...{ place: count, missing: count, provenSeq: count, provenUntil: z.nullable(z.number()) },
      }),
    ),
    /** What the list of incidents should say of it; null: there is no intact log to derive it from. */
    listed: z.nullable(
      z.object({
        ...{ title: z.string(), severity: z.enum(severities), status: z.enum(statuses) },
        deadlines: z.array(z.object({ kind: z.enum(deadlineKinds), dueAt: z.number() })),
      }),
    ),
  }),
)

const output = z.object({
  /** Events that are missing together with the data that named their incident. */
  missing: count,
  /** [IN10] */
  parts: z.array(z.object({ table: z.string(), index: z.boolean() })),
})

/** [IN3] Checks logs one after the other; its progress is the logs that it has checked since its last report. */
export const verifyJob = { name: 'verify', input, progress, output } satisfies Job<unknown, unknown, unknown>

export type VerifyInput = z.infer<typeof input>
export type VerifiedLogs = z.infer<typeof progress>
export type VerifyOutput = z.infer<typeof output>
