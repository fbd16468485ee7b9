import * as z from 'zod/mini'
import type { UpdateId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { hashField, idField, titleField } from './fields'
import { automaticLine } from './line'

/** [AP1] A person approves what a message says, and nothing else. Who they are is recorded, not proven. */
export const updateApproved = defineEvent('update-approved', {
  version: 1,
  body: z.object({ message: idField<UpdateId>(), text: hashField, title: titleField }),
  wish: ({ body }, { comms }) => {
    const all = comms.updates.filter(({ message }) => message === body.message)
    if (all.length === 0) return 'update-gone'
    return all.every(({ delivery }) => delivery.state === 'discarded') ? 'update-discarded' : undefined
  },
  line: event => automaticLine(event, 'comms', () => t(texts.updateLines.approved, { title: event.body.title })),
})
