import * as z from 'zod/mini'
import { actorName } from '../domain/people'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { hashField, instant, nameField } from './fields'
import { automaticLine } from './line'
import { sectionField, transferField, zoneField } from './transfer-fields'

/** [TC2] The next commander has read a section of the handoff back. */
export const transferRead = defineEvent('transfer-read', {
  version: 1,
  body: z.object({
    ...{ transfer: transferField, section: sectionField },
    /** Of the section, as the document calls it. */
    title: nameField,
    ...{ drawnAt: instant, digest: hashField, zone: zoneField },
  }),
  line: event => {
    const { by, body } = event
    return automaticLine(event, 'action', () =>
      t(texts.transferLines.read, { name: actorName(by), section: body.title }),
    )
  },
})
