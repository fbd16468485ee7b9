import * as z from 'zod/mini'
import type { IncidentId } from '../../domain/ids'
import { otherFolderStates } from '../../domain/workspace'
import { idField, originField } from '../../events/fields'

export const workspaceInputs = {
  /** [WS4] `was`: the statement that the client knew; null: none. */
  'folder:answer': z.object({
    incident: idField<IncidentId>(),
    origin: originField,
    other: z.enum(otherFolderStates),
    was: z.nullable(z.enum(otherFolderStates)),
  }),
  /** [OW2] `term`: of the current sender, as the client knows it. */
  'owner:take': z.object({ incident: idField<IncidentId>(), term: z.int().check(z.gte(1)) }),
} as const
