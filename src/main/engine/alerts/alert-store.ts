import type { AlertChangesSlice, NoisePreview } from '../../../shared/contract/alert-list'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { MOST_ROWS, type OpenAlerts } from '../../../shared/contract/alerts'
import type { Parsed } from '../../../shared/contract/calls'
import type { GroupPagerDutyIncidents, GroupSlice } from '../../../shared/contract/group-slice'
import type { DependsOn } from '../../../shared/domain/alerts/dependencies'
import type { StormAlert } from '../../../shared/domain/alerts/facts'
import type { NoiseMatch } from '../../../shared/domain/alerts/noise'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { HOUR, type Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { Ledger } from '../record/ledger'
import type { WritableDb } from '../storage/database'
import { forgetClearedBefore, lastClearedSince, seenSince } from '../storage/seen-alerts'
import { openAlertWriter } from './alert-writer'
import { type AlertsAround, alertsAround, alertsOf } from './around'
import { openAlertIndex } from './index-of-alerts'
import { clearedAlerts } from './last-cleared'
import { type OpenAlertList, openAlertList } from './list'
import { pagerDutyIncidentsOfGroups, sliceOfGroup } from './members'
import { openByConnection, SLICE } from './open-by-connection'
import { previewRule } from './preview'
import { RESOLVED_STAYS, resolvedRecently } from './resolved-recently'
import { type NoiseRuleBook, openNoiseRules } from './rules'
import { shownGroups } from './shown'
import { openSlices, type Sliced } from './slices'
import { suppressedAlerts } from './suppressed'

export interface AlertStoreOptions {
  readonly db: WritableDb
  /** Has the rules that hide alerts. */
  readonly ledger: Pick<Ledger, 'workspace' | 'record' | 'commit'>
  readonly clock: Clock
  readonly logger: Logger
  readonly dependsOn: DependsOn
  /** Called with what sessions are to show, when it differs from before. */
  readonly tell: (alerts: OpenAlerts) => void
  /** Alerts a transaction; for measuring. */
  readonly keptAtOnce?: number
}

/** The one store of alerts, of all connections: groups them, saves them, pushes them and answers queries. */
export interface AlertStore
  extends Pick<NoiseRuleBook, 'all' | 'hide' | 'unhide'>,
    Pick<OpenAlertList, 'first' | 'names' | 'labelled'> {
  /**
   * Takes all that a connection has open. A storm is taken in slices, between which the engine does other things.
   * @param taken called when all of it is in its groups; before this returns where it is not large
   */
  read(connection: ConnectionId, rows: readonly AlertRow[], at: Millis, taken?: () => void): void
  /** Connections that are not among these are no longer read: what they had is taken as cleared. */
  keepOnly(connections: readonly ConnectionId[]): void
  /** Groups by other dependencies from now on. */
  follow(dependsOn: DependsOn): void
  /** An open alert. */
  find(id: string): AlertRow | undefined
  shown(): OpenAlerts
  /** [KN1] When a connection was last read, before a restart too. */
  readAt(connection: ConnectionId): Millis | undefined
  /** How many a connection has open, hidden ones too. */
  openAt(connection: ConnectionId): number
  /** What changed in the list of all open alerts. */
  rowsSince(input: Parsed<'alerts:rows'>): AlertChangesSlice
  /** What a rule would hide if it were set now. */
  preview(match: NoiseMatch): NoisePreview
  /** Empty for a group that is not, or no longer, there. */
  groupSlice(input: Parsed<'alerts:group'>): GroupSlice
  /** The open pages of groups. */
  pagerDutyIncidents(groups: readonly string[]): GroupPagerDutyIncidents
  /** [GT4] Of an incident's services and linked PagerDuty incidents, and when the last of them cleared, a day back and over a restart. */
  around(incident: Pick<Incident, 'services' | 'pages'>): AlertsAround
  /** Resolves when all that was read is on disk, or the disk has refused it. */
  settled(): Promise<void>
  stop(): void
}

/** What cleared longer ago is nobody's question any more; incidents keep what matters in their own log. */
const REMEMBERED: Millis = 30 * 24 * HOUR

/** [GT6] Longer than anybody waits for calm. */
const REMEMBERED_FOR_GATES: Millis = 24 * HOUR

/** @throws when what was saved cannot be read */
export function openAlertStore({
  db,
  ledger,
  clock,
  logger,
  dependsOn,
  tell,
  keptAtOnce,
}: AlertStoreOptions): AlertStore {
  const index = openAlertIndex<AlertRow>(dependsOn)
  const alertWriter = openAlertWriter(db, logger, keptAtOnce)
  const open = openByConnection()
  const resolved = resolvedRecently()
  const cleared = clearedAlerts(() => lastClearedSince(db, clock.now() - REMEMBERED_FOR_GATES))
  const slices = openSlices()
  const firstSeen = new Map<string, Millis>()
  const lastRead = new Map<ConnectionId, Millis>()
  const rules = openNoiseRules(ledger)
  const suppressed = suppressedAlerts(index, () => rules.active(clock.now()))
  const list = openAlertList(index, suppressed)
  let stopWaiting: (() => void) | undefined
  recall()
  awaitNextEnd()

  function recall(): void {
    forgetClearedBefore(db, clock.now() - REMEMBERED)
    const seen = seenSince(db, clock.now() - RESOLVED_STAYS)
    const put = [...seen].sort((a, b) => (a.clearedAt ?? 0) - (b.clearedAt ?? 0))
    for (const { row, firstSeen: first, lastSeen, clearedAt } of put) {
      firstSeen.set(row.id, first)
      // Whether it still fires is its source's to say: until then it is shown as old as its last reading is.
      if (clearedAt === null) open.remember(row)
      else resolved.note(row.id, clearedAt)
      lastRead.set(row.connection, Math.max(lastRead.get(row.connection) ?? 0, lastSeen))
    }
    index.apply({ put, drop: [] })
    const ids = put.map(({ row }) => row.id)
    suppressed.look(ids, [])
    list.note(ids)
  }

  function* takeReading(connection: ConnectionId, rows: readonly AlertRow[], at: Millis): Sliced {
    yield* takeNews(open.read(connection, rows, at), at)
    lastRead.set(connection, at)
    alertWriter.keepReading(connection, at)
  }

  /** [SA19] Emits once, when all of it is in its groups. */
  function* takeNews(slices: Iterable<readonly StormAlert<AlertRow>[]>, at: Millis): Sliced {
    const changed = new Set<string>()
    const taken: StormAlert<AlertRow>[] = []
    const drop = resolved.takeExpired(at)
    for (const id of drop) firstSeen.delete(id)
    for (const id of index.apply({ put: [], drop })) changed.add(id)
    list.note(drop)
    let first = true
    for (const news of slices) {
      if (!first) yield
      first = false
      putIn(news, at, changed)
      taken.push(...news)
    }
    yield* settleGroups(changed, taken.length > SLICE)
    // Before anything of it goes to the disk, which may be busy.
    if (changed.size > 0) tell(shown())
    for (const [n, alert] of taken.entries()) {
      if (n > 0 && n % SLICE === 0) yield
      keep(alert, at)
    }
  }

  function putIn(news: readonly StormAlert<AlertRow>[], at: Millis, changed: Set<string>): void {
    for (const { row, clearedAt } of news) {
      if (!firstSeen.has(row.id)) firstSeen.set(row.id, at)
      resolved.note(row.id, clearedAt)
      if (clearedAt !== null) cleared.note(row, clearedAt)
    }
    for (const id of index.apply({ put: news, drop: [] })) changed.add(id)
    const ids = news.map(({ row }) => row.id)
    list.note(ids)
    list.note(suppressed.look(ids, []))
  }

  /** Checks the changed groups: which rules match them now and, in a storm, what they show. */
  function* settleGroups(changed: Iterable<string>, isStorm: boolean): Sliced {
    let described = 0
    for (const id of changed) {
      list.note(suppressed.look([], [id]))
      if (!isStorm) continue
      described += index.group(id)?.open ?? 0
      if (described < SLICE) continue
      described = 0
      yield
    }
  }

  function* forgetOthers(connections: ReadonlySet<ConnectionId>): Sliced {
    const now = clock.now()
    for (const gone of open.others(connections)) {
      yield* takeNews(open.read(gone, [], now), now)
      open.forget(gone)
    }
  }

  function keep({ row, clearedAt }: StormAlert<AlertRow>, at: Millis): void {
    const lastSeen = clearedAt === null ? at : (lastRead.get(row.connection) ?? at)
    const hiddenBy = suppressed.ruleOf(row.id)?.id ?? null
    alertWriter.keep({ row, clearedAt, lastSeen, hiddenBy, firstSeen: firstSeen.get(row.id) ?? at })
  }

  function shown(): OpenAlerts {
    return {
      ...shownGroups(index.groups(), suppressed.all(), rules.active(clock.now()), index.groupOf),
      revision: list.revision,
      first: list.first({ order: 'loudest', limit: MOST_ROWS }).rows,
    }
  }

  /** After a rule was added or removed: what it suppresses, or suppressed, is saved with it. */
  function rulesChanged(): void {
    const changed = suppressed.lookAtAll()
    list.note(changed)
    for (const id of changed) {
      const alert = index.find(id)
      if (alert?.clearedAt === null) keep(alert, clock.now())
    }
    awaitNextEnd()
    tell(shown())
  }

  function awaitNextEnd(): void {
    stopWaiting?.()
    const end = rules.nextEnd(clock.now())
    stopWaiting = end === undefined ? undefined : clock.at(end, rulesChanged)
  }

  return {
    read(connection, rows, at, taken) {
      slices.run(
        (function* () {
          yield* takeReading(connection, rows, at)
          taken?.()
        })(),
      )
    },
    keepOnly(connections) {
      slices.run(forgetOthers(new Set(connections)))
    },
    follow(dependsOn) {
      list.note(suppressed.look([], index.follow(dependsOn)))
      tell(shown())
    },
    find(id) {
      const alert = index.find(id)
      return alert?.clearedAt === null ? open.newest(alert.row) : undefined
    },
    shown,
    openAt: open.openAt,
    readAt: connection => lastRead.get(connection),
    first: list.first,
    names: list.names,
    rowsSince: list.changedRows,
    labelled: list.labelled,
    preview: match => previewRule(index, match),
    pagerDutyIncidents: groups => pagerDutyIncidentsOfGroups(index, suppressed, groups),
    groupSlice: input => sliceOfGroup(index.members(input.group), input, row => firstSeen.get(row.id) ?? row.startedAt),
    all: rules.all,
    hide(input, by, now) {
      const reply = rules.hide(input, by, now)
      if (reply.ok) rulesChanged()
      return reply
    },
    unhide(input, by, now) {
      const reply = rules.unhide(input, by, now)
      if (reply.ok) rulesChanged()
      return reply
    },
    around(incident) {
      const ours = alertsOf(incident)
      return { ...alertsAround(index.all(), ours), clearedAt: cleared.lastOf(ours) }
    },
    settled: () => slices.idle().then(alertWriter.settled),
    stop() {
      stopWaiting?.()
      slices.finish()
      alertWriter.stop()
    },
  }
}
