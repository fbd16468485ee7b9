import * as z from 'zod/mini'
import { redactionField } from '../../../shared/contract/inputs/incidents'
import { documentKinds } from '../../../shared/domain/document-kinds'
import type { HandoffId, IncidentId } from '../../../shared/domain/ids'
import type { Job } from '../workers/job'

const input = z.object({
  /** The database, which the job opens again and only for reading. */
  file: z.string(),
  incident: z.string() as unknown as z.ZodMiniType<IncidentId, IncidentId>,
  handoff: z.string() as unknown as z.ZodMiniType<HandoffId, HandoffId>,
  format: z.enum(['html', 'docx', 'markdown', 'json', 'csv']),
  document: z.optional(z.enum(documentKinds)),
  without: z.optional(redactionField),
})
const output = z.nullable(
  z.object({ fileName: z.string(), text: z.string(), encoding: z.optional(z.literal('base64')) }),
)

/** [WT3] Draws the handoff of a long log; null: it is not there, or its log is damaged. */
export const handoffJob = { name: 'handoff', input, progress: z.never(), output } satisfies Job<unknown, never, unknown>

export type HandoffOrder = z.infer<typeof input>
export type DrawnHandoff = z.infer<typeof output>
