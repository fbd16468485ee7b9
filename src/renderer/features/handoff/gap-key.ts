import type { HandoffGap } from '../../../shared/domain/handoff-gap'
import type { GlobalCommandId } from '../../commands/command-list'
import { keyOf } from '../../commands/command-list'
import { panes } from '../../ui/panes'

/** What fills each kind of gap: the command that opens its form, or the pane in which it is settled. */
const filledBy = {
  'empty-role': 'assign',
  'no-impact': 'impact',
  'start-unconfirmed': 'began',
  'end-unconfirmed': 'began',
  'no-checkpoint': 'checkpoint',
  // It is over: what was tried is written down, no checkpoint is held any more.
  'never-a-checkpoint': 'line',
  'answers-empty': 'line',
  'tried-unanswered': 'checkpoint',
  'nothing-tried': 'checkpoint',
  'no-rollback': 'checkpoint',
  'people-unanswered': 'checkpoint',
  'impact-unanswered': 'checkpoint',
  'no-next-checkpoint': 'checkpoint',
  'checkpoint-overdue': 'checkpoint',
  'update-overdue': 'comms',
  'nothing-told': 'comms',
  'never-told': 'comms',
  'no-promise': 'comms',
  'no-farewell': 'comms',
  'drafts-left': panes.comms,
  'update-to-post': panes.comms,
  'update-unknown': panes.comms,
  'update-held-back': panes.comms,
  'update-underway': panes.comms,
  'update-failed': panes.comms,
  'tasks-unowned': panes.strategy,
  'requests-unknown': 'outbox',
  'messages-waiting': 'proposals',
  'events-held': 'held',
  'facts-unread': panes.timeline,
} as const satisfies Readonly<Record<HandoffGap['kind'], GlobalCommandId | { readonly digit: number }>>

/** A key, or the command of one that has none. */
export type GapWay = { readonly key: string } | { readonly command: GlobalCommandId }

/** [HG2] The way to where a gap is filled. */
export function gapWay({ kind }: HandoffGap): GapWay {
  const by = filledBy[kind]
  if (typeof by !== 'string') return { key: String(by.digit) }
  const key = keyOf(by)
  return key === '' ? { command: by } : { key }
}
