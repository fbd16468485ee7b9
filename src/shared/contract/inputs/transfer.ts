import * as z from 'zod/mini'
import type { IncidentId } from '../../domain/ids'
import { transferEnds } from '../../domain/transfer'
import { hashField, idField, instant, lineField, nameField, remarkField, typedNameField } from '../../events/fields'
import { handoverField, sectionField, transferField, zoneField } from '../../events/transfer-fields'

const of = { incident: idField<IncidentId>(), transfer: transferField }

export const transferInputs = {
  /** [TC1] `was`: who has command, as the client knows it. */
  'transfer:prepare': z.object({
    ...{ ...of, to: typedNameField, note: remarkField, was: nameField },
    ...{ incidents: handoverField, zone: zoneField },
  }),
  /** [TC2] Of the text that the person saw: when it was drawn, and its digest. */
  'transfer:read': z.object({ ...of, section: sectionField, drawnAt: instant, digest: hashField, zone: zoneField }),
  /** [TC3] `anyway`: why it is accepted though not all of it was read back. */
  'transfer:accept': z.object({ ...of, anyway: z.optional(lineField), zone: zoneField }),
  'transfer:end': z.object({ ...of, as: z.enum(transferEnds), reason: remarkField }),
  'transfer:release': z.object(of),
  'transfer:sections': z.object(of),
} as const
