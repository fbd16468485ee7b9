import * as z from 'zod/mini'
import type { ApprovedAs } from '../domain/approval'
import type { UpdateId } from '../domain/ids'
import type { CustomerUpdates } from '../domain/incident'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { hashField, idField, remarkField, rulesField, titleField } from './fields'
import { automaticLine } from './line'

/** [AP1] A person approves what a message says, and nothing else. Who they are is recorded, not proven. */
export const updateApproved = defineEvent('update-approved', {
  version: 1,
  body: z.object({
    message: idField<UpdateId>(),
    text: hashField,
    title: titleField,
    /** [AP4] Absent: by somebody without a role that approves, or by an earlier version. */
    as: z.optional(z.enum(['ic', 'deputy', 'alone'] satisfies readonly ApprovedAs[])),
    /** [AP10] Rules that stop it and were let pass with it, and why; absent: nothing stops it, or it was written before. */
    overrode: z.optional(rulesField),
    because: z.optional(remarkField),
  }),
  withoutTexts: (body, standIn) => ({ ...body, ...(body.because && { because: standIn }) }),
  wish: ({ body }, { comms }) => notApprovable(body.message, comms),
  line: event =>
    automaticLine(event, 'comms', () => {
      const { approved, approvedAlone, anyway } = texts.updateLines
      const { as, title, because: reason } = event.body
      return t(as === 'alone' ? approvedAlone : approved, { title }) + (reason ? t(anyway, { reason }) : '')
    }),
})

/** Why there is nothing of a message that could be approved or sent back. */
export function notApprovable(message: UpdateId, { updates }: Pick<CustomerUpdates, 'updates'>) {
  const all = updates.filter(update => update.message === message)
  if (all.length === 0) return 'update-gone'
  return all.every(({ delivery }) => delivery.state === 'discarded') ? 'update-discarded' : undefined
}
