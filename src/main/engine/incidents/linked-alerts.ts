import type { AlertAbout } from '../../../shared/contract/alert-about'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { type DescribedAlert, saysSomething } from '../../../shared/domain/described-alert'
import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { Incident, LinkedPagerDutyIncident } from '../../../shared/domain/incident'
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

/** Until a source that did not answer is asked again. */
const AGAIN_AFTER: Millis = 2 * MINUTE

/**
 * [DI6] Writes down once what the source of each linked alert says of it, on the machine that sends for the incident:
 * the alert is gone when it is over.
 */
export function describeLinkedAlerts({ clock, ledger, find, about }: DescribeOptions) {
  const watched = new Set<IncidentId>()
  /** When an alert was asked about; infinity: it was answered. */
  const asked = new Map<string, Millis>()
  let next: ReturnType<typeof setImmediate> | undefined
  let isStopped = false

  function read(): void {
    next = undefined
    for (const id of watched) {
      const incident = ledger.sends(id) ? ledger.record(id)?.incident : undefined
      for (const page of incident === undefined ? [] : undescribed(incident)) void describe(id, page)
    }
  }

  async function describe(id: IncidentId, page: LinkedPagerDutyIncident): Promise<void> {
    const alert = `${page.connection}/${page.externalId}`
    const key = `${id} ${alert}`
    const row = find(alert)
    if (row === undefined || clock.now() - (asked.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_AFTER * clock.rate)
      return
    asked.set(key, clock.now())
    const told = await about(row)
    if (told !== undefined) asked.set(key, Number.POSITIVE_INFINITY)
    const described = told && describedAs(page, told)
    // It may have been unlinked, or described by another machine, while its source answered.
    const incident = isStopped ? undefined : ledger.record(id)?.incident
    if (!described || !saysSomething(described) || incident === undefined) return
    if (!undescribed(incident).some(one => one.connection === page.connection && one.externalId === page.externalId))
      return
    const now = clock.now()
    const event = alertDescribed.draft({ alert: described }, now, { kind: 'engine' })
    ledger.commit(id, newId<RequestId>(), { events: [event] }, now)
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
      isStopped = true
      clearImmediate(next)
      next = undefined
    },
  }
}

function undescribed({ pages, described }: Incident): readonly LinkedPagerDutyIncident[] {
  return pages.filter(
    ({ connection, externalId }) =>
      !described.some(alert => alert.connection === connection && alert.externalId === externalId),
  )
}

/** An address that its source gave and that is not opened is kept as the text that it is. */
function describedAs({ connection, externalId }: LinkedPagerDutyIncident, about: AlertAbout): DescribedAlert {
  const { description, impact, value, threshold, links, facts } = about
  const refused = facts.flatMap(({ name, text, refused: is }) =>
    is && text !== '' ? [{ kind: 'other' as const, name, address: text }] : [],
  )
  const opened = links.map(({ kind, name, url }) => ({ kind, name, address: url }))
  const fitting = [...opened, ...refused].filter(({ address }) => address.length <= LONGEST_ALERT_ADDRESS)
  const each = new Map(fitting.map(link => [link.address, link]))
  return { connection, externalId, description, impact, value, threshold, links: [...each.values()] }
}
