import * as z from 'zod/mini'
import { type EventId, type FileId, type IncidentId, isFileId } from '../../domain/ids'
import { conflictAboutField } from '../../events/conflict-settled'
import { idField, remarkField, typedNameField } from '../../events/fields'
import { passphraseLimits } from '../bundles'

const incident = idField<IncidentId>()
const file = z.string().check(z.refine(isFileId, 'input-id')) as unknown as z.ZodMiniType<FileId, FileId>
const passphrase = z.optional(z.string().check(z.maxLength(passphraseLimits.most)))
const newPassphrase = z.optional(
  z.string().check(z.minLength(passphraseLimits.least), z.maxLength(passphraseLimits.most)),
)

export const bundleInputs = {
  'bundle:write': z.object({ incident, passphrase: newPassphrase }),
  /** `file`: it was brought to the engine's machine before. */
  'bundle:look': z.object({ file, passphrase }),
  /** `merge`: the caller was shown that the incident is here, and what would change. */
  'bundle:take': z.object({ file, passphrase, merge: z.boolean() }),
  'bundle:drop': z.object({ file }),
  /** [OW5] `term`: of the current sender, as the client knows it; `to`: who is to go on. */
  'owner:release': z.object({ incident, term: z.int().check(z.gte(1)), to: z.optional(typedNameField) }),
  'conflict:settle': z.object({
    incident,
    about: conflictAboutField,
    chosen: idField<EventId>(),
    reason: remarkField,
  }),
} as const
