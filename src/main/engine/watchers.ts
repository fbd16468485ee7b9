import { type IncidentId, newId, type RequestId } from '../../shared/domain/ids'
import type { Incident } from '../../shared/domain/incident'
import type { MirrorMode } from '../../shared/domain/mirror'
import { clockSet } from '../../shared/events/clock-set'
import type { Millis } from '../../shared/lib/time'
import { watchClock } from './clock/clock-watch'
import { watchDeadlines } from './clock/deadline-watch'
import { watchCompletion } from './gate/completion'
import { type Standing, type StandingNow, watchStanding } from './gate/standing'
import { watchAcknowledgements } from './incidents/acknowledged-there'
import { describeLinkedAlerts } from './incidents/linked-alerts'
import { watchSeverities } from './incidents/severity-watch'
import type { HostPorts } from './ports'
import { takeByRule } from './proposals/taken-by-rule'
import type { Ledger } from './record/ledger'
import { mirrorOf, watchMirror } from './requests/mirror-watch'
import type { WritableDb } from './storage/database'
import { type RevisitWatch, watchRevisits } from './strategy/revisit-watch'
import { keepTelemetry } from './telemetry/keeper'

type StandingOptions = Parameters<typeof watchStanding>[0]

interface WatchersOptions extends Omit<StandingOptions, 'ledger' | 'accounts' | 'clock' | 'completion'> {
  readonly db: WritableDb
  readonly ledger: Ledger
  readonly accounts: StandingOptions['accounts'] & {
    readonly board: Parameters<typeof watchRevisits>[0]['board']
    readonly rooms: Parameters<typeof takeByRule>[0]['rooms']
  }
  readonly ports: Pick<HostPorts, 'clock' | 'uptime' | 'notify' | 'logger'>
  /** False: nothing may be written, so that nothing is watched that would write. */
  readonly writes: boolean
  readonly openIncidents: () => readonly IncidentId[]
  readonly clockSet: () => void
  readonly findAlert: Parameters<typeof watchAcknowledgements>[0]['find']
  readonly aboutAlert: Parameters<typeof describeLinkedAlerts>[0]['about']
  /** As the files are now. */
  readonly method: Parameters<typeof watchSeverities>[0]['method']
  /** [RM1] What the team chose. */
  readonly mirror: () => MirrorMode | undefined
}

export interface Watchers {
  /** An open incident was read, or has changed: its clocks are set again. */
  watch(incident: Incident): void
  /** A log has changed, if only by a line. */
  changed(incident: IncidentId): void
  /** Messages of rooms were read. */
  roomsRead(): void
  /** To be called after each reading and each change of a log. */
  look(): void
  standing(): StandingNow
  /** [GT12] */
  gate: Standing['noted']
  stop(): void
}

/** What acts by itself once a time comes or the facts change: deadlines, decisions to revisit, gates, war rooms, a clock that is set. */
export function openWatchers({
  db,
  ledger,
  accounts,
  ports,
  writes,
  openIncidents,
  findAlert,
  aboutAlert,
  method,
  mirror: chosen,
  ...others
}: WatchersOptions): Watchers {
  const { clock, uptime, notify, logger } = ports
  const deadlines = watchDeadlines(clock, notify, uptime)
  const completion = watchCompletion({ ledger, writes, clock, notify })
  const standing = watchStanding({ ...others, ledger, accounts, clock, completion })
  const revisits: RevisitWatch | undefined = writes
    ? watchRevisits({ clock, ledger, board: accounts.board })
    : undefined
  const acknowledgements = writes ? watchAcknowledgements({ clock, ledger, find: findAlert }) : undefined
  const descriptions = writes ? describeLinkedAlerts({ clock, ledger, find: findAlert, about: aboutAlert }) : undefined
  const severities = writes ? watchSeverities({ clock, ledger, facts: standing.facts, method }) : undefined
  const mirror = writes ? watchMirror({ clock, ledger, chosen }) : undefined
  const panels = () => accounts.board().panels
  const telemetry = writes ? keepTelemetry({ db, clock, logger, summaries: ledger.summaries, panels }) : undefined
  const stopClock = uptime === undefined ? undefined : watchClock({ clock, uptime, set: noteClockSet })

  /** [CW1] Into each open incident, whose times no longer compare. */
  function noteClockSet(by: Millis): void {
    const now = clock.now()
    logger.warn('The clock was set', { by })
    others.clockSet()
    for (const id of openIncidents()) {
      ledger.commit(id, newId<RequestId>(), { events: [clockSet.draft({ by }, now, { kind: 'engine' })] }, now)
    }
  }

  return {
    watch(incident) {
      deadlines.watch(incident)
      revisits?.watch(incident)
      severities?.watch(incident)
      acknowledgements?.watch(incident)
      acknowledgements?.look()
      descriptions?.watch(incident)
      descriptions?.look()
      telemetry?.incidentsChanged()
    },
    changed: id => mirror?.changed(id),
    roomsRead() {
      const mode = (incident: Incident) => mirrorOf(incident, chosen())
      if (writes) takeByRule({ clock, ledger, openIncidents, rooms: accounts.rooms, mode })
    },
    look() {
      standing.look()
      acknowledgements?.look()
      descriptions?.look()
    },
    standing: standing.now,
    gate: standing.noted,
    stop() {
      telemetry?.stop()
      deadlines.stop()
      completion.stop()
      revisits?.stop()
      severities?.stop()
      mirror?.stop()
      acknowledgements?.stop()
      descriptions?.stop()
      stopClock?.()
    },
  }
}
