import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { HOUR } from '../../../shared/lib/time'
import { absent, type DocumentTree, type Fact, type InlineText, type Section, section, typed } from './blocks'
import { nextUpdates } from './handoff-audiences'
import { pendingDecisions } from './handoff-decisions'
import { figureSections } from './handoff-figures'
import { headFacts } from './handoff-head'
import { links, scheduled, wholeTimeline } from './handoff-record'
import { responders, roleTable } from './handoff-responders'
import { sourcesSection } from './handoff-sources'
import { attemptLine, openPoints, settledTasks, tasksRunning } from './handoff-strategy'
import * as texts from './handoff-texts'
import { documentOf } from './handoff-tree'
import { withShortLists } from './short-lists'

/** How far back the lines of a shift go: the longest shift that a rota has. */
const SHIFT = 12 * HOUR

/**
 * [OD1] For the next shift: who hands over to whom, how bad it is now, what is done and what runs, who does what, what is
 * pending with its condition and time, who hears next, and what else surrounds it.
 */
export function shiftHandoff(content: HandoffContent): DocumentTree {
  const { strategy, onBoard, writtenAt, timeline } = content
  const recent = timeline.filter(({ occurredAt }) => occurredAt > writtenAt - SHIFT)
  return documentOf(content, {
    kind: 'Shift handoff',
    name: 'Shift handoff',
    strip: [handedFrom(content), takenBy(content), ...headFacts(content).filter(({ name }) => name !== 'Commander')],
    blocks: withShortLists([
      ...figureSections(content),
      listed('Mitigations done', [...strategy.attempts.map(attemptLine), ...settledTasks(strategy.tasks)]),
      listed('Running', tasksRunning(strategy, writtenAt)),
      section('Who does what', [roleTable(content), responders(content)]),
      section('Pending decisions', [pendingDecisions(onBoard, writtenAt)]),
      ...nextUpdates(content),
      listed('Open questions', openPoints(strategy, 'question', writtenAt)),
      listed('Risks', openPoints(strategy, 'risk', writtenAt)),
      section('Scheduled', [scheduled(content)]),
      ...sourcesSection(content),
      section('Links', [links(content)]),
      section('Timeline of the last 12 hours', [wholeTimeline({ ...content, timeline: recent })]),
    ]),
  })
}

function listed(title: string, items: readonly InlineText[]): Section {
  return section(title, [{ block: 'list', look: 'lines', items, none: texts.absences.pending }])
}

function handedFrom({ roles, writtenAt }: HandoffContent): Fact {
  const held = roles.find(({ key }) => key === 'ic')?.held ?? null
  if (held === null) return { name: 'From', value: absent(texts.nobody, 'loud') }
  return { name: 'From', value: [typed(held.responder.name)], note: [texts.holderText(held, writtenAt)] }
}

function takenBy({ roles }: HandoffContent): Fact {
  const deputy = roles.find(({ key }) => key === 'ic')?.deputy ?? null
  if (deputy === null) return { name: 'To', value: absent(texts.nobody, 'loud') }
  return { name: 'To', value: [typed(deputy.responder.name)], note: ['the commander’s deputy'] }
}
