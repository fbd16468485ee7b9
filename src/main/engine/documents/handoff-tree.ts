import { checkNamesText, gapText } from '../../../shared/contract/gap-text'
import { answerText, type HeldCheckpoint } from '../../../shared/domain/checkpoint'
import type { HandoffContent, HandoffDeadline, HandoffPace } from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import { type Millis, roughSpan, utcClock } from '../../../shared/lib/time'
import * as english from '../../../shared/texts/english'
import { t } from '../../../shared/texts/t'
import {
  absent,
  type Block,
  type Callout,
  type DocumentTree,
  type Fact,
  type InlineText,
  moment,
  type Quotations,
  section,
  textOr,
  typed,
} from './blocks'
import { figureSections, promptSections } from './handoff-figures'
import { gateSections } from './handoff-gate'
import { headFacts, isImpactWhole } from './handoff-head'
import { record, updateQuotation } from './handoff-record'
import { reportSections } from './handoff-reports'
import { responders } from './handoff-responders'
import { sourcesSection, unreachedText } from './handoff-sources'
import { strategySections } from './handoff-strategy'
import * as texts from './handoff-texts'
import { withShortLists } from './short-lists'

/** The handoff as a tree of blocks: the first minute's briefing, then the record behind it. */
export function handoffTree(content: HandoffContent): DocumentTree {
  const { drill, severity, title, writtenAt, resolvedAt } = content
  const blocks = [missing(content), ...briefing(content), ...sourcesSection(content), ...record(content)]
  return {
    title: `Handoff: ${severity} ${title}`,
    banner: drill ? 'Drill: none of this is real' : null,
    kind: 'Incident handoff',
    asOf: moment(writtenAt, `${utcClock(writtenAt)} UTC, ${texts.dayText(writtenAt)}`),
    badge: { text: severity, look: severity.toLowerCase() },
    heading: typed(title),
    strip: headFacts(content),
    warning: unreachedText(content),
    over: resolvedAt !== null,
    blocks: withShortLists(blocks),
    footer: 'Written by Quarterdeck from the log of this incident. All times are UTC.',
  }
}

/** [HG1] [GC1] What is missing, which checks were made, and which could not be. */
function missing({ review: { gaps, lookedAt, notLookedAt } }: HandoffContent): Callout {
  const { handoffGaps } = english
  const items = gaps.map(gap => gapText(gap, handoffGaps, roughSpan))
  const looked = t(handoffGaps.lookedAt, { checks: checkNamesText(lookedAt, handoffGaps) })
  const notLooked = t(handoffGaps.notLookedAt, { checks: checkNamesText(notLookedAt, handoffGaps) })
  return {
    block: 'callout',
    tone: items.length === 0 ? 'good' : 'bad',
    title: items.length === 0 ? 'Nothing was found missing' : `Missing: ${items.length}`,
    items,
    note: notLookedAt.length === 0 ? looked : `${looked} ${notLooked}`,
  }
}

/** What the next commander reads in the first minute: impact, strategy, deadlines, last words to customers, roles. */
function briefing(content: HandoffContent): readonly Block[] {
  const deadlines: Block = {
    block: 'cards',
    title: 'What is due',
    cards: content.deadlines.map(one => deadline(one, content)),
  }
  return [
    ...(isImpactWhole(content) ? [] : [section('Impact', [textOr(content.impact, texts.absences.impact)], 'impact')]),
    {
      block: 'columns',
      look: 'split',
      blocks: [
        section('What is being done', [strategy(content)], 'strategy'),
        {
          block: 'columns',
          look: 'due',
          blocks: [deadlines, section('Customers read last', [lastUpdate(content)], 'card')],
        },
      ],
    },
    ...figureSections(content),
    ...promptSections(content),
    ...reportSections(content),
    ...gateSections(content),
    ...strategySections(content),
    section('Who does what', responders(content)),
  ]
}

function strategy({ lastCheckpoint, writtenAt }: HandoffContent): Block {
  if (lastCheckpoint === null) return absent(texts.absences.checkpoint, 'loud')
  const { verdict, heldAt, by } = lastCheckpoint
  const answer = ({ question, name }: Asked): Fact => ({
    name,
    value: textOr(answerText(lastCheckpoint, question), texts.absences.answer),
  })
  return {
    block: 'facts',
    look: 'answers',
    facts: [
      ...asked(lastCheckpoint).map(answer),
      {
        name: 'Verdict',
        value: [{ strong: [verdict], look: `verdict ${verdict}` }, ` ${texts.verdictMeaning[verdict]}`],
      },
    ],
    source: [
      'From the checkpoint of ',
      moment(heldAt, texts.momentText(heldAt, writtenAt)),
      ', held by ',
      typed(actorName(by)),
    ],
  }
}

interface Asked {
  readonly question: string
  readonly name: string
}

const usual: readonly Asked[] = [
  { question: 'trying', name: 'Being tried' },
  { question: 'rollback-plan', name: 'Rollback plan' },
  { question: 'tried', name: 'Tried before' },
  { question: 'still-impacted', name: 'Still impacted' },
  { question: 'more-people', name: 'More people' },
]

/** [CP7] What the next commander needs first comes first; a team's own questions come after it. */
function asked({ answers }: HeldCheckpoint): readonly Asked[] {
  const own = answers.filter(({ question }) => usual.every(known => known.question !== question))
  return [
    ...usual.filter(({ question }) => answers.some(answer => answer.question === question)),
    ...own.map(({ question, asks }) => ({ question, name: asks })),
  ]
}

function deadline(one: HandoffDeadline, { writtenAt, pace }: HandoffContent): Fact {
  const [name, due] = [texts.deadlineName(one), one.due]
  if (due === null) return { name, value: absent(texts.absences.deadlines[one.kind], 'loud') }
  return {
    name,
    value: [moment(due.at, texts.momentText(due.at, writtenAt))],
    note: [texts.dueText(due, writtenAt), ...(one.kind === 'update' && pace !== null ? paceLine(pace, writtenAt) : [])],
    ...(due.overdue ? { look: 'overdue' } : {}),
  }
}

/** [UP14] */
function paceLine(pace: HandoffPace, writtenAt: Millis): InlineText {
  const { by, at } = pace.answer
  return [
    `. ${texts.paceText(pace)}, as `,
    typed(actorName(by)),
    ' chose at ',
    moment(at, texts.momentText(at, writtenAt)),
  ]
}

function lastUpdate({ lastUpdate: last, writtenAt }: HandoffContent): Quotations {
  const quotations = last === null ? [] : [{ ...updateQuotation(last, writtenAt), title: null }]
  return { block: 'quotations', quotations, none: texts.absences.told }
}
