import type { AlertAbout } from '../../../shared/contract/alert-about'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { type DescribedAlert, saysSomething } from '../../../shared/domain/described-alert'
import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { Incident, LinkedPagerDutyIncident } from '../../../shared/domain/incident'
import { rowId } from '../../../shared/domain/row-id'
import { alertDescribed, LONGEST_ALERT_ADDRESS } from '../../../shared/events/alert-described'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import type { Clock } from '../ports'
import type { Ledger } from '../record/ledger'

interface DescribeOptions {
  readonly clock: Pick<Clock, 'now' | 'rate'>
  readonly ledger: Pick<Ledger, 'record' | 'sends' | 'commit'>
  readonly find: (id: string) => AlertRow | undefined
  /** What its source says of it; null: nothing. Undefined: the source could not be asked. */
  readonly about: (row: AlertRow) => Promise<AlertAbout | null | undefined>
}

/** Until a source that did not answer is asked again, or what could not be written down is tried again. */
const AGAIN_AFTER: Millis = 2 * MINUTE

/** Until one that had nothing to say is: PagerDuty may have an incident before its first alert. */
const SILENT_FOR: Millis = 10 * MINUTE

interface Asked {
  readonly at: Millis
  /** Until it is asked again, in milliseconds of a clock that runs at its usual rate. */
  readonly pause: Millis
}

/**
 * [DI6] Writes down once what the source of each linked alert says of it, on the machine that sends for the incident:
 * the alert is gone when it is over.
 */
export function describeLinkedAlerts({ clock, ledger, find, about }: DescribeOptions) {
  /** The incidents, and when their linked alerts were last asked about. What is written down is in the record. */
  const watched = new Map<IncidentId, Map<string, Asked>>()
  let next: ReturnType<typeof setImmediate> | undefined
  let isStopped = false

  function read(): void {
    next = undefined
    for (const [id, asked] of watched) {
      const incident = ledger.sends(id) ? ledger.record(id)?.incident : undefined
      for (const page of incident === undefined ? [] : undescribed(incident)) void describe(id, page, asked)
    }
  }

  async function describe(id: IncidentId, page: LinkedPagerDutyIncident, asked: Map<string, Asked>): Promise<void> {
    const alert = keyOf(page)
    const row = find(alert)
    if (row === undefined || isTooSoon(asked.get(alert))) return
    const mine = { at: clock.now(), pause: AGAIN_AFTER }
    asked.set(alert, mine)
    const told = await about(row)
    if (isStopped || told === undefined) return
    const described = told && describedAs(page, told)
    if (described !== null && saysSomething(described)) return write(id, described)
    // Unlinked and linked again meanwhile: that asks by itself.
    if (asked.get(alert) === mine) asked.set(alert, { at: clock.now(), pause: SILENT_FOR })
  }

  /** Distance and not age: after the clock was set back nobody knows how long ago it was. */
  function isTooSoon(last: Asked | undefined): boolean {
    return last !== undefined && Math.abs(clock.now() - last.at) < last.pause * clock.rate
  }

  /** It may have been unlinked, or described by another machine, while its source answered. */
  function write(id: IncidentId, alert: DescribedAlert): void {
    const incident = ledger.record(id)?.incident
    if (incident === undefined || !undescribed(incident).some(page => keyOf(page) === keyOf(alert))) return
    const now = clock.now()
    ledger.commit(id, newId<RequestId>(), { events: [alertDescribed.draft({ alert }, now, { kind: 'engine' })] }, now)
  }

  return {
    watch({ id, status, pages }: Incident): void {
      if (status === 'resolved' || pages.length === 0) return void watched.delete(id)
      const asked = watched.get(id) ?? new Map<string, Asked>()
      watched.set(id, asked)
      // One that is linked again is a new link, of which its source is asked anew.
      const linked = new Set(pages.map(keyOf))
      for (const alert of asked.keys()) if (!linked.has(alert)) asked.delete(alert)
    },
    /** Runs after the current notification, so that nothing is written in the middle of it. */
    look(): void {
      if (watched.size > 0) next ??= setImmediate(read)
    },
    stop(): void {
      isStopped = true
      clearImmediate(next)
      next = undefined
    },
  }
}

function keyOf({ connection, externalId }: Pick<LinkedPagerDutyIncident, 'connection' | 'externalId'>): string {
  return rowId(connection, externalId)
}

function undescribed({ pages, described }: Incident): readonly LinkedPagerDutyIncident[] {
  const known = new Set(described.map(keyOf))
  return pages.filter(page => !known.has(keyOf(page)))
}

/** [AL15] An address that is not opened for the alert is written down as refused. */
function describedAs({ connection, externalId }: LinkedPagerDutyIncident, about: AlertAbout): DescribedAlert {
  const { description, impact, value, threshold, links, facts } = about
  const refused = facts.flatMap(({ name, text, refused: is }) =>
    is && text !== '' ? [{ kind: 'other' as const, name, address: text, refused: true as const }] : [],
  )
  const opened = links.map(({ kind, name, url }) => ({ kind, name, address: url }))
  const fitting = [...opened, ...refused].filter(({ address }) => address.length <= LONGEST_ALERT_ADDRESS)
  const each = new Map(fitting.map(link => [link.address, link]))
  return { connection, externalId, description, impact, value, threshold, links: [...each.values()] }
}
