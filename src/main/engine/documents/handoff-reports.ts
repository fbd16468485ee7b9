import { reportsNow } from '../../../shared/domain/customer-reports'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { reportText } from '../../../shared/events/customers-reported'
import { numberText, tCount } from '../../../shared/texts/t'
import { type Block, type InlineText, moment, section, typed } from './blocks'
import * as texts from './handoff-texts'

/** Older ones are in the timeline. */
const NEWEST = 20
const earlier = {
  one: '{count} earlier one is in the timeline.',
  other: '{count} earlier ones are in the timeline.',
} as const

/** [CR8] How many customers reported it, when the last of them did, and in which words; nothing where nobody did. */
export function reportSections({ reports, writtenAt }: HandoffContent): readonly Block[] {
  const { count, lastAt } = reportsNow(reports)
  if (lastAt === null) return []
  // By when they came in, which is not always the order in which they were written down.
  const standing = reports.filter(({ retracted }) => retracted === null).sort((a, b) => a.raised.at - b.raised.at)
  const items = standing
    .slice(-NEWEST)
    .reverse()
    .map((report): InlineText => {
      const { at } = report.raised
      return [moment(at, texts.momentText(at, writtenAt)), ' ', typed(reportText(report))]
    })
  const more = standing.length - items.length
  const last: InlineText = [moment(lastAt, texts.momentText(lastAt, writtenAt))]
  return [
    section('Customer reports', [
      {
        block: 'facts',
        look: 'answers',
        facts: [
          { name: 'In all', value: [numberText(count)] },
          { name: 'The last', value: last },
        ],
      },
      {
        block: 'list',
        look: 'lines',
        items: more === 0 ? items : [...items, [tCount(earlier, more)]],
        none: '',
      },
    ]),
  ]
}
