import type { AlertRow } from '../../../shared/contract/alert-rows'
import { vendorName } from '../../../shared/contract/vendors'
import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { Incident, LinkedPagerDutyIncident } from '../../../shared/domain/incident'
import { rowId } from '../../../shared/domain/row-id'
import type { EventDraft } from '../../../shared/events/define'
import { pagerDutyAcknowledged } from '../../../shared/events/pagerduty-acknowledged'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import type { Clock } from '../ports'
import type { Ledger } from '../record/ledger'

type FindAlert = (id: string) => AlertRow | undefined

/**
 * [MI7] What PagerDuty shows as acknowledged and the record does not know: the first of the linked incidents, once.
 * Undefined: nothing that would change when this incident was acknowledged.
 */
export function acknowledgedThere(incident: Incident, find: FindAlert, now: Millis): EventDraft | undefined {
  const found = incident.pages.flatMap(page => {
    const row = find(rowId(page.connection, page.externalId))
    if (row?.origin !== 'page' || row.state !== 'acknowledged') return []
    // A row that was stored before it was read since when; the next poll says it.
    if (row.acknowledged === undefined) return []
    const { at: said, by: who } = row.acknowledged
    if (isOurs(incident, page, said)) return []
    // A vendor's clock that runs ahead must not give a time in the future.
    const isTheirs = said !== null && said <= now
    return [{ page, at: isTheirs ? said : now, who, clock: isTheirs ? ('theirs' as const) : ('ours' as const) }]
  })
  const [first] = found.toSorted((a, b) => a.at - b.at)
  if (first === undefined || !isNews(incident, first.at)) return undefined
  const { page, at, who, clock } = first
  const body = { pagerDutyIncident: page, who: shortened(who, 300), clock }
  return pagerDutyAcknowledged.draft(body, at, { kind: 'vendor', name: vendorName.pagerduty })
}

/** By so much the clocks of two systems may differ. */
const CLOCKS_DIFFER = MINUTE

/**
 * Our own key's: the request says it itself, and may still be under way. What PagerDuty says was before it was asked for
 * is a colleague's.
 */
function isOurs({ acts }: Incident, { connection, externalId }: LinkedPagerDutyIncident, said: Millis | null): boolean {
  return acts.some(
    ({ what, standing, askedAt }) =>
      what.kind === 'page-acknowledge' &&
      what.connection === connection &&
      what.page.id === externalId &&
      standing.state !== 'failed' &&
      standing.state !== 'superseded' &&
      (said === null || askedAt === undefined || said >= askedAt - CLOCKS_DIFFER),
  )
}

/** [MI3] What a person stated stays; after “not reached” only what happens later counts. */
function isNews({ timesKept, timeCorrections }: Incident, at: Millis): boolean {
  const said = timeCorrections.findLast(({ milestone }) => milestone === 'acknowledged')
  if (said !== undefined && (said.to !== null || at <= said.at)) return false
  const known = timesKept.acknowledged?.at
  return known === undefined || at < known
}

interface Watched {
  readonly clock: Pick<Clock, 'now'>
  readonly ledger: Pick<Ledger, 'record' | 'sends' | 'commit'>
  readonly find: FindAlert
}

/** [MI7] Watches the linked PagerDuty incidents, on the machine that sends for the incident. */
export function watchAcknowledgements({ clock, ledger, find }: Watched) {
  const watched = new Set<IncidentId>()
  let next: ReturnType<typeof setImmediate> | undefined

  function read(): void {
    next = undefined
    for (const id of watched) {
      const incident = ledger.sends(id) ? ledger.record(id)?.incident : undefined
      const event = incident && acknowledgedThere(incident, find, clock.now())
      if (event !== undefined) ledger.commit(id, newId<RequestId>(), { events: [event] }, clock.now())
    }
  }

  return {
    watch({ id, status, pages }: Incident): void {
      if (status !== 'resolved' && pages.length > 0) watched.add(id)
      else watched.delete(id)
    },
    /** Runs after the current notification, so that nothing is written in the middle of it. */
    look(): void {
      if (watched.size > 0) next ??= setImmediate(read)
    },
    stop(): void {
      clearImmediate(next)
      next = undefined
    },
  }
}
