import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { Block, DocumentTree, InlineText } from './blocks'
import { section, typed } from './blocks'
import { nextUpdates } from './handoff-audiences'
import { pendingDecisions, standingReasons } from './handoff-decisions'
import { figureSections } from './handoff-figures'
import { headFacts } from './handoff-head'
import { openPoints, tasksRunning } from './handoff-strategy'
import * as texts from './handoff-texts'
import { documentOf } from './handoff-tree'

/** One sheet of paper: of each list so many, the newest or the next due. */
const MOST = 4

/** [OD2] For people who decide and do not repair: how bad, since when, what is done and why, what they may have to decide. */
export function leadershipBrief(content: HandoffContent): DocumentTree {
  const { strategy, onBoard, writtenAt } = content
  const brief = (title: string, items: readonly InlineText[]): Block =>
    section(title, [{ block: 'list', look: 'lines', items: items.slice(0, MOST), none: texts.absences.pending }])
  const wanted = new Set<unknown>(['Status', 'Commander', 'Started', 'Impact', 'Measured', 'Reopened'])
  return documentOf(content, {
    kind: 'Leadership brief',
    name: 'Leadership brief',
    strip: headFacts(content).filter(({ name }) => wanted.has(name)),
    blocks: [
      {
        block: 'first-page',
        blocks: [
          ...figureSections(content),
          {
            block: 'columns',
            look: 'columns',
            blocks: [
              brief('What is being done', [...beingTried(content), ...tasksRunning(strategy, writtenAt)]),
              brief('Why', standingReasons(onBoard)),
              section('Pending decisions', [pendingDecisions(onBoard, writtenAt)]),
              brief('Risks', openPoints(strategy, 'risk', writtenAt)),
            ],
          },
          ...nextUpdates(content),
        ],
      },
    ],
  })
}

function beingTried({ lastCheckpoint }: HandoffContent): readonly InlineText[] {
  const text = lastCheckpoint?.answers.find(({ question }) => question === 'trying')?.text ?? ''
  return text === '' ? [] : [[typed(text)]]
}
