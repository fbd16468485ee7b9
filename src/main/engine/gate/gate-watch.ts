import type { FeedStatus } from '../../../shared/contract/feeds'
import type { IncidentGate } from '../../../shared/contract/gate'
import { reportsNow } from '../../../shared/domain/customer-reports'
import { freshness } from '../../../shared/domain/freshness'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { FactNow } from '../../../shared/domain/method/facts-now'
import { type GateAlerts, gateNow } from '../../../shared/domain/method/gate'
import { promisesOf, type ServicePromise } from '../../../shared/domain/method/service-objectives'
import { roleSlot } from '../../../shared/domain/responders'
import { type CatalogueService, servicesOfIncident } from '../../../shared/domain/service-catalogue'
import type { Millis } from '../../../shared/lib/time'
import type { Clock } from '../ports'
import type { Ledger } from '../record/ledger'
import type { GateCompletion } from './completion'

export interface GateWatch {
  /** Of each open incident that is run by a method. */
  now(): readonly IncidentGate[]
  /** Of this one, however many newer ones there are; undefined: it has none. */
  of(incident: IncidentId): IncidentGate | undefined
  /** To be called after each reading and each change of a log. */
  look(): void
}

/** `known`: it has services or linked PagerDuty incidents, by which its alerts are known. */
export type IncidentAlerts = Omit<GateAlerts, 'unknown'> & { readonly known: boolean }

interface GateWatchOptions {
  readonly ledger: Pick<Ledger, 'summaries' | 'record'>
  readonly facts: () => readonly FactNow[]
  readonly alerts: (incident: Incident) => IncidentAlerts
  readonly feeds: () => readonly FeedStatus[]
  /** The service catalogue as it is now; the same array until it changes. */
  readonly catalogue: () => readonly CatalogueService[]
  readonly clock: Pick<Clock, 'now'>
  readonly tell: (gates: readonly IncidentGate[]) => void
  /** [GT6] Hears of the gates at each look, changed or not. */
  readonly completion: Pick<GateCompletion, 'look'>
}

/** More are never worked on at once; the newest count. */
const MOST_INCIDENTS = 20

/** [GT4] The resolution gates as the log, the panels and the alerts have them now: one judgement for all sessions. */
export function watchGates(options: GateWatchOptions): GateWatch {
  const { ledger, facts, alerts, feeds, catalogue, clock, tell, completion } = options
  const promises = promisesByIncident(catalogue)
  let told = '[]'

  const alertsOfIncident = (incident: Incident, now: Millis): GateAlerts => {
    const { firing, first, clearedAt, known } = alerts(incident)
    const read = feeds().filter(({ what }) => what === 'alerts')
    const isRead = read.length > 0 && read.every(feed => freshness(feed, now).state === 'fresh')
    return { firing, first, clearedAt, unknown: isRead ? (known ? null : 'no-services') : 'not-read' }
  }

  const gateOf = (incident: Incident, measured: readonly FactNow[]): readonly IncidentGate[] => {
    const { id, method, severity, gateWords: words, status, clockSets } = incident
    if (method === null || status === 'resolved') return []
    const { gate, levels } = method.rules
    const now = clock.now()
    const techLead = roleSlot(incident, 'tech')?.held?.responder.id ?? null
    const asked = gate.filter(({ severities }) => severities === undefined || severities.includes(severity))
    const judged = gateNow({
      ...{ gate: asked, stable: levels[severity].stable, words, techLead, facts: measured },
      ...{ alerts: alertsOfIncident(incident, now), lastReportAt: reportsNow(incident.reports).lastAt, clockSets, now },
      promises: promises(incident),
    })
    return [{ incident: id, ...judged }]
  }

  const open = () =>
    ledger
      .summaries()
      .filter(({ status }) => status !== 'resolved')
      .slice(0, MOST_INCIDENTS)
      .flatMap(({ id }) => ledger.record(id)?.incident ?? [])

  const now = () => {
    const measured = facts()
    return open().flatMap(incident => gateOf(incident, measured))
  }

  return {
    now,
    of(id) {
      const incident = ledger.record(id)?.incident
      return incident && gateOf(incident, facts())[0]
    },
    look() {
      const gates = now()
      // Before anything else: the change may be that the incident is monitored now, which the gates do not say.
      completion.look(gates)
      const words = JSON.stringify(gates)
      if (words === told) return
      told = words
      tell(gates)
    },
  }
}

/** [GT15] A large catalogue is not searched at each reading: only once it, or the incident, has changed. */
function promisesByIncident(catalogue: GateWatchOptions['catalogue']) {
  let known: { readonly of: readonly CatalogueService[]; readonly by: WeakMap<Incident, readonly ServicePromise[]> }
  known = { of: [], by: new WeakMap() }
  return (incident: Incident): readonly ServicePromise[] => {
    const now = catalogue()
    if (known.of !== now) known = { of: now, by: new WeakMap() }
    const found = known.by.get(incident) ?? promisesOf(servicesOfIncident(now, incident))
    known.by.set(incident, found)
    return found
  }
}
