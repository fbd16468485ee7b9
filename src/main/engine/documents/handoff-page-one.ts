import { answerText, type HeldCheckpoint } from '../../../shared/domain/checkpoint'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { HandoffSection } from '../../../shared/domain/handoff-sections'
import { actorName } from '../../../shared/domain/people'
import type { Millis } from '../../../shared/lib/time'
import {
  absent,
  type Block,
  type Cards,
  type Fact,
  type FactsBlock,
  type FirstPage,
  type InlineText,
  type List,
  moment,
  section,
  textOr,
  typed,
} from './blocks'
import { deadline, nextUpdates } from './handoff-audiences'
import { isDecisionPending, pendingDecisions, standingReasons } from './handoff-decisions'
import { headFacts, isImpactWhole } from './handoff-head'
import { roleTable } from './handoff-responders'
import { attemptLine, openPoints, reasonsBelieved, settledTasks } from './handoff-strategy'
import * as texts from './handoff-texts'

/** Of what was tried and of reasons; the whole lists come later in the document. */
const MOST_TRIED = 5
const MOST_REASONS = 4

/**
 * [HD15] What the next commander reads first, in this order: strategy and why, pending decisions with their times, who
 * hears what next and heard what last, who holds each role and who takes over, open questions, what must not be done.
 * Severity, impact and since when are above it, in the document's head.
 */
export function pageOne(content: HandoffContent): FirstPage {
  const { strategy, decisions, updates, roles, questions, risks } = pageOneSections(content)
  const [pending, due] = decisions.blocks
  return {
    block: 'first-page',
    blocks: [
      ...wholeImpact(content),
      {
        block: 'columns',
        look: 'split',
        blocks: [
          section(strategy.title, strategy.blocks, 'strategy'),
          { block: 'columns', look: 'due', blocks: [section(decisions.title, [pending], 'card'), due] },
        ],
      },
      ...updates.blocks,
      section(roles.title, roles.blocks),
      {
        block: 'columns',
        look: 'columns',
        blocks: [section(questions.title, questions.blocks), section(risks.title, risks.blocks)],
      },
    ],
  }
}

interface PageOneSection<Blocks extends readonly Block[] = readonly Block[]> {
  readonly title: string
  readonly blocks: Blocks
}

type PageOneSections = Readonly<Record<HandoffSection, PageOneSection>> & {
  readonly decisions: PageOneSection<readonly [List, Cards]>
}

/** [HD15] [TC2] The sections of the first page, each by itself; that of the impact is the document's head. */
export function pageOneSections(content: HandoffContent): PageOneSections {
  const { deadlines, onBoard, severity, writtenAt } = content
  const due = deadlines.filter(({ kind }) => kind === 'checkpoint').map(one => deadline(one, content))
  const head: FactsBlock = {
    block: 'facts',
    look: 'answers',
    facts: [{ name: 'Severity', value: [severity] }, ...headFacts(content)],
  }
  return {
    impact: { title: 'State and impact', blocks: [head, ...wholeImpact(content)] },
    strategy: { title: 'Strategy and why', blocks: [strategy(content)] },
    decisions: {
      title: 'Pending decisions',
      blocks: [pendingDecisions(onBoard, writtenAt), { block: 'cards', title: 'Due', cards: due }],
    },
    updates: { title: 'What each audience read and hears next', blocks: nextUpdates(content) },
    roles: { title: 'Who does what', blocks: [roleTable(content)] },
    questions: { title: 'Open questions', blocks: [openQuestions(content)] },
    risks: { title: 'Do not, and risks', blocks: [risksOf(content)] },
  }
}

/** [HD13] Only where the head has not all of it. */
function wholeImpact(content: HandoffContent): readonly Block[] {
  if (isImpactWhole(content)) return []
  return [section('Impact', [textOr(content.impact, texts.absences.impact)], 'impact')]
}

/** What the last checkpoint said, why it is done, and what was tried with which result. */
function strategy(content: HandoffContent): FactsBlock {
  const { lastCheckpoint: last, onBoard } = content
  const reasons = [...standingReasons(onBoard), ...saidDecisions(content), ...reasonsBelieved(content.strategy)]
  return {
    block: 'facts',
    look: 'answers',
    facts: [
      ...(last === null ? [notHeld(content)] : usualAnswers(last, ['trying'])),
      { name: 'Why', value: listOr(reasons.slice(0, MOST_REASONS), texts.absences.grounds) },
      ...(last === null ? [] : usualAnswers(last, ['rollback-plan'])),
      tried(content),
      ...(last === null
        ? []
        : [...usualAnswers(last, ['still-impacted', 'more-people']), ...ownAnswers(last), verdict(last)]),
    ],
    ...(last === null ? {} : { source: heldBy(last, content.writtenAt) }),
  }
}

/** Where nobody decides on the board, people still type their decisions as lines: the newest of them tell why. */
function saidDecisions({ decisions, onBoard }: HandoffContent): readonly InlineText[] {
  const typedOnes = onBoard.length > 0 ? [] : decisions.filter(({ automatic }) => !automatic)
  return typedOnes
    .slice(-2)
    .toReversed()
    .map(({ text }) => ['Decided: ', typed(text)])
}

/** Without a checkpoint, what runs is the best that the record has. */
function notHeld({ strategy: { tasks } }: HandoffContent): Fact {
  const running = tasks.filter(({ state }) => state === 'open').map(({ text }): InlineText => [typed(text)])
  if (running.length === 0) return { name: 'Being tried', value: absent(texts.absences.checkpoint, 'loud') }
  return {
    name: 'Being tried',
    value: { block: 'list', look: 'plain', items: running.slice(0, MOST_TRIED), none: '' },
    note: ['from the tasks that run: no checkpoint was held'],
  }
}

function tried({ lastCheckpoint: last, strategy: { attempts, tasks } }: HandoffContent): Fact {
  const said = last === null ? '' : answerText(last, 'tried')
  const done = [...attempts.map(attemptLine), ...settledTasks(tasks)].slice(-MOST_TRIED)
  const items: readonly InlineText[] = [...(said === '' ? [] : [[typed(said)]]), ...done]
  return { name: 'Tried before', value: listOr(items, last === null ? texts.absences.tried : texts.absences.answer) }
}

const listOr = (items: readonly InlineText[], none: string): Fact['value'] =>
  items.length === 0 ? absent(none, 'quiet') : { block: 'list', look: 'plain', items, none: '' }

const usual = {
  trying: 'Being tried',
  'rollback-plan': 'Rollback plan',
  tried: 'Tried before',
  'still-impacted': 'Still impacted',
  'more-people': 'More people',
} as const
type Usual = keyof typeof usual

/** Of questions that the checkpoint asked. */
function usualAnswers(held: HeldCheckpoint, questions: readonly Usual[]): readonly Fact[] {
  return questions
    .filter(question => held.answers.some(answer => answer.question === question))
    .map(question => ({ name: usual[question], value: textOr(answerText(held, question), texts.absences.answer) }))
}

/** [CP7] A team's own questions come after those that every checkpoint asks. */
function ownAnswers(held: HeldCheckpoint): readonly Fact[] {
  return held.answers
    .filter(({ question }) => !Object.hasOwn(usual, question))
    .map(({ question, asks }) => ({ name: asks, value: textOr(answerText(held, question), texts.absences.answer) }))
}

function verdict({ verdict: said }: HeldCheckpoint): Fact {
  return { name: 'Verdict', value: [{ strong: [said], look: `verdict ${said}` }, ` ${texts.verdictMeaning[said]}`] }
}

function heldBy({ heldAt, by }: HeldCheckpoint, writtenAt: Millis): InlineText {
  const at = moment(heldAt, texts.momentText(heldAt, writtenAt))
  return ['From the checkpoint of ', at, ', held by ', typed(actorName(by))]
}

function openQuestions({ strategy: board, writtenAt }: HandoffContent): List {
  const items = openPoints(board, 'question', writtenAt)
  return { block: 'list', look: 'lines', items, none: texts.absences.questions }
}

/** What made it worse, what was taken back, and the risks that people named are what the next commander must not step into. */
function risksOf({ strategy: board, onBoard, writtenAt }: HandoffContent): List {
  const worse = board.attempts.filter(({ result }) => result === 'worse').map(attemptLine)
  const takenBack = onBoard.filter(one => one.state === 'reversed' && !isDecisionPending(one))
  const items = [
    ...worse,
    ...takenBack.map(({ text, settled }): InlineText => {
      const because = settled === null || settled.reason === '' ? [] : [', ', typed(settled.reason)]
      return [typed(text), ': ', { strong: ['reversed'] }, ...because]
    }),
    ...openPoints(board, 'risk', writtenAt),
  ]
  return { block: 'list', look: 'lines', items, none: texts.absences.risks }
}
