import * as z from 'zod/mini'
import type { TeamId } from '../domain/ids'
import { t } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { idField, nameField } from './fields'
import { entryField, lineUnlessTyped, outcomeText, strategyIdField } from './strategy-fields'

/** `Payments reports: replicas restored` */
export function leadReportText({ name, text }: { readonly name: string; readonly text: string }): string {
  const { said, nothingNew } = texts.leadLines
  return text === '' ? t(nothingNew, { team: name }) : t(said, { team: name, text })
}

/** [RC3] What the lead of a sub-team reports; an empty text is that there is nothing new. */
export const leadReported = defineEvent('lead-reported', {
  version: 1,
  body: z.object({
    ...{ report: strategyIdField, team: idField<TeamId>(), name: nameField },
    ...{ text: outcomeText, entry: entryField },
  }),
  withoutTexts: (body, standIn) => ({ ...body, text: body.text && standIn }),
  line: event => lineUnlessTyped(event, event.body.entry, () => leadReportText(event.body)),
})
