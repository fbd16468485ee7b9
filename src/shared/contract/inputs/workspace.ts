import * as z from 'zod/mini'
import type { IncidentId } from '../../domain/ids'
import { otherFolderStates } from '../../domain/workspace'
import { idField, originField } from '../../events/fields'

export const workspaceInputs = {
  /** [WS4] `was`: what the screen knew to be said; null: nothing. */
  'folder:answer': z.object({
    incident: idField<IncidentId>(),
    origin: originField,
    other: z.enum(otherFolderStates),
    was: z.nullable(z.enum(otherFolderStates)),
  }),
} as const
