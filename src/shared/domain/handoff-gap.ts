import type { Millis } from '../lib/time'
import type { HeldCount } from './held'
import type { Incident, WaitingMessages } from './incident'
import type { RoleSlot } from './responders'

/** Something that the next commander would have to ask for. */
export type HandoffGap =
  | { readonly kind: 'empty-role'; readonly seat: RoleSlot }
  | { readonly kind: 'checkpoint-overdue' | 'update-overdue'; readonly by: Millis }
  | {
      readonly kind:
        | 'drafts-left'
        | 'tasks-unowned'
        | 'requests-unknown'
        | 'messages-waiting'
        | 'events-held'
        | 'facts-unread'
      readonly count: number
    }
  | { readonly kind: 'answers-empty'; readonly count: number; readonly of: number }
  | { readonly kind: PlainGap }

export type PlainGap =
  | 'start-unconfirmed'
  | 'end-unconfirmed'
  | 'no-impact'
  | 'no-checkpoint'
  | 'never-a-checkpoint'
  | 'tried-unanswered'
  | 'nothing-tried'
  | 'no-rollback'
  | 'people-unanswered'
  | 'impact-unanswered'
  | 'no-next-checkpoint'
  | 'nothing-told'
  | 'never-told'
  | 'no-promise'
  | 'update-unknown'
  | 'update-to-post'
  | 'update-underway'
  | 'update-held-back'
  | 'update-failed'
  | 'no-farewell'

/** The input of the checks. */
export interface HandoffGround {
  readonly incident: Incident
  readonly now: Millis
  readonly messages: WaitingMessages
  /** What is held of it now; absent: what was when a handoff was written last. */
  readonly held?: readonly HeldCount[] | undefined
}
