import type { CopiedNotice } from '../../../shared/contract/copied-notice'
import type { SentElsewhere } from '../../../shared/contract/sent-elsewhere'
import type { Push } from '../bridge'
import type { Clock, Logger } from '../ports'
import type { Committed, Ledger } from '../record/ledger'
import { ownAll } from '../storage/queued-items'
import type { Store } from '../storage/store'
import { watchCopiedFolder } from './copied-notice'
import { noteLeftBehind, settleItems } from './left-behind'
import { beginOwnStream } from './own-stream'
import { watchSentElsewhere } from './sent-elsewhere'

export interface WorkspaceOptions {
  readonly store: Pick<Store, 'db' | 'origin'>
  readonly ledger: Ledger
  readonly clock: Clock
  readonly logger: Logger
  readonly drill: boolean
  readonly tell: Push
}

/** What a folder is by itself: whether it was copied, and for which incidents it sends. */
export interface Workspace {
  copied(): CopiedNotice | null
  elsewhere(): readonly SentElsewhere[]
  /** To be called on each commit, before the outbox processes its items. */
  committed(change: Committed): void
}

/** To be called before anything is sent: what may not leave from here is no longer waiting afterwards. */
export function openWorkspace({ store, ledger, clock, logger, drill, tell }: WorkspaceOptions): Workspace {
  const { db, origin } = store
  // A drill sends to its own stand-ins, which are in its folder and were copied along [OB23].
  beginOwnStream({ store, ledger, logger, now: clock.now(), asks: !drill })
  if (drill) ownAll(db, origin.id)
  else noteLeftBehind({ store, ledger, logger, now: clock.now() })
  settleItems({ store, ledger, now: clock.now(), running: false })
  const copied = watchCopiedFolder(db, ledger, notice => tell('copied', notice))
  const elsewhere = watchSentElsewhere(db, ledger, notice => tell('elsewhere', notice))
  return {
    copied: copied.read,
    elsewhere: elsewhere.read,
    committed(change) {
      copied.committed(change)
      elsewhere.committed(change)
      if (!change.headChanged) return
      // [OW3] Who sends, and what became of items, may be other than before: by another machine, or by a person's answer.
      const only = change.incident === ledger.workspace ? undefined : change.incident
      settleItems({ store, ledger, now: clock.now(), running: true, only })
    },
  }
}
