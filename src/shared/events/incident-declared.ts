import * as z from 'zod/mini'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { linkedPageField, remarkField, severityField, titleField } from './fields'
import { automaticLine } from './line'

const body = z.object({
  title: titleField,
  severity: severityField,
  impact: remarkField,
  drill: z.boolean(),
  page: z.nullable(linkedPageField),
})

/** The first event of every log; there is no incident before it. A second one changes nothing. */
export const incidentDeclared = defineEvent('incident-declared', {
  version: 1,
  body,
  withoutTexts: ({ impact, ...body }, standIn) => ({
    ...{ ...body, title: standIn, impact: impact === '' ? '' : standIn },
  }),
  line: event => {
    const { severity, title, page } = event.body
    const { declared, declaredFrom } = texts.incidentLines
    return automaticLine(event, 'status', () =>
      page === null ? t(declared, { severity, title }) : t(declaredFrom, { severity, title, alert: page.title }),
    )
  },
})
