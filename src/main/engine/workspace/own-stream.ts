import { newId, type RequestId } from '../../../shared/domain/ids'
import type { EventDraft } from '../../../shared/events/define'
import { originChanged } from '../../../shared/events/origin-changed'
import { suppressionRulesCarried } from '../../../shared/events/suppression-rules-carried'
import { workspaceBegun } from '../../../shared/events/workspace-begun'
import type { Millis } from '../../../shared/lib/time'
import type { Logger } from '../ports'
import type { Ledger } from '../record/ledger'
import { readNoiseRules } from '../storage/noise-rules'
import { openItems } from '../storage/queued-items'
import type { Store } from '../storage/store'

export interface OwnStreamOptions {
  readonly store: Pick<Store, 'db' | 'origin'>
  readonly ledger: Pick<Ledger, 'workspace' | 'record' | 'commit'>
  readonly logger: Logger
  readonly now: Millis
  /** Whether it matters here that the folder was copied. */
  readonly asks: boolean
}

const byItself = { kind: 'engine' } as const

/**
 * [WS1] [WS4] Begins the folder's own stream if there is none, carries over what earlier versions had next to it, and
 * notes in it that the folder continues as another origin. Both follow from what is in the stream, not from this start
 * alone: what a crash or a full disk prevented is noted at the next one.
 */
export function beginOwnStream(options: OwnStreamOptions): void {
  const { ledger, logger, now } = options
  const events = [...eventsToBegin(options), ...rulesToCarry(options)]
  if (events.length === 0) return
  const written = ledger.commit(ledger.workspace, newId<RequestId>(), { events }, now)
  if (!written.ok) logger.error('The stream of the folder could not be begun', { fault: written.fault.message })
}

function eventsToBegin({ store, ledger, now, asks }: OwnStreamOptions): readonly EventDraft[] {
  const { id: origin } = store.origin
  const known = ledger.record(ledger.workspace)?.incident.workspace?.origin ?? null
  if (known === origin || (known !== null && !asks)) return []
  const changed = originChanged.draft({ origin, from: known ?? originBefore(store) }, now, byItself)
  if (known !== null) return [changed]
  const begun = workspaceBegun.draft({ origin }, now, byItself)
  return asks && wasCopied(store) ? [begun, changed] : [begun]
}

/** [AG15] All in one event, so that no crash leaves half of them; the rows stay as they are. */
function rulesToCarry({ store, ledger, now }: OwnStreamOptions): readonly EventDraft[] {
  if (ledger.record(ledger.workspace)?.incident.workspace?.carried === true) return []
  const rules = readNoiseRules(store.db)
  return rules.length === 0 ? [] : [suppressionRulesCarried.draft({ rules }, now, byItself)]
}

/** A folder of before it had a stream was copied if it says so now, or if another one's items are in it. */
function wasCopied({ db, origin }: OwnStreamOptions['store']): boolean {
  return origin.incarnation === 'copied' || openItems(db).some(act => act.origin !== origin.id || act.state === 'left')
}

function originBefore({ db, origin }: OwnStreamOptions['store']): string | null {
  const other = openItems(db).find(act => act.origin !== origin.id && /^[0-9a-f]{32}$/.test(act.origin))
  return origin.before ?? other?.origin ?? null
}
