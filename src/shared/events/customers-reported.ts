import * as z from 'zod/mini'
import { LONGEST_SOURCE, MOST_CUSTOMERS, type ReportWords } from '../domain/customer-reports'
import { t, tCount } from '../texts/t'
import { texts } from '../texts/texts'
import { defineEvent } from './define'
import { withReason } from './line'
import { entryField, lineUnlessTyped, outcomeText, strategyIdField } from './strategy-fields'

export const reportFields = {
  source: z.string().check(z.trim(), z.maxLength(LONGEST_SOURCE)),
  text: outcomeText,
  count: z.number().check(z.int(), z.gte(1), z.lte(MOST_CUSTOMERS)),
}

/** `12 customer reports from support: cannot pay` */
export function reportText({ source, text, count }: ReportWords): string {
  const { said, from } = texts.reportLines
  const what = tCount(said, count)
  return withReason(source === '' ? what : t(from, { what, source }), text)
}

/** The free text of a report, with its replacement after erasure. */
export function erasedWords<Words extends ReportWords>(words: Words, standIn: string): Words {
  return { ...words, source: words.source && standIn, text: standIn }
}

/** [CR1] Customers report something; the event’s time is when they did. */
export const customersReported = defineEvent('customers-reported', {
  version: 1,
  body: z.object({ report: strategyIdField, ...reportFields, entry: entryField }),
  withoutTexts: erasedWords,
  line: event => lineUnlessTyped(event, event.body.entry, () => reportText(event.body)),
})
