import * as z from 'zod/mini'
import type { LogSlice } from '../../../shared/contract/archive'
import type { IncidentId } from '../../../shared/domain/ids'
import type { IncidentEvent } from '../../../shared/events/registry'
import type { Job } from '../workers/job'

export interface LogOrder {
  /** The record, which is only read. */
  readonly database: string
  readonly incident: IncidentId
  /** Events before it, in the order in which they are folded. */
  readonly from: number
}

const isEvent = (value: unknown) => typeof value === 'object' && value !== null && 'kind' in value && 'body' in value

/** [AV6] Reads a part of an incident's log beside the engine; null: it has none here. */
export const logJob: Job<LogOrder, never, LogSlice | null> = {
  name: 'read-log',
  input: z.object({
    ...{ database: z.string(), from: z.number() },
    incident: z.custom<IncidentId>(value => typeof value === 'string'),
  }),
  progress: z.never(),
  output: z.nullable(
    z.object({
      events: z.array(z.custom<IncidentEvent>(isEvent)),
      ...{ next: z.nullable(z.number()), damaged: z.boolean() },
    }),
  ),
}
