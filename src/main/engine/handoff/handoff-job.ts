import * as z from 'zod/mini'
import type { HandoffId, IncidentId } from '../../../shared/domain/ids'
import type { Job } from '../workers/job'

const input = z.object({
  /** The database, which the job opens again and only for reading. */
  file: z.string(),
  incident: z.string() as unknown as z.ZodMiniType<IncidentId, IncidentId>,
  handoff: z.string() as unknown as z.ZodMiniType<HandoffId, HandoffId>,
  format: z.enum(['markdown', 'html']),
})
const output = z.nullable(z.object({ fileName: z.string(), text: z.string() }))

/** [WT3] Draws the handoff of a long log; null: it is not there, or its log is damaged. */
export const handoffJob = { name: 'handoff', input, progress: z.never(), output } satisfies Job<unknown, never, unknown>

export type HandoffOrder = z.infer<typeof input>
export type DrawnHandoff = z.infer<typeof output>
