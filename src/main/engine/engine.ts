import { join } from 'node:path'
import type { BackupTrouble } from '../../shared/contract/backups'
import { coded } from '../../shared/contract/coded-text'
import type { Fault } from '../../shared/contract/faults'
import { CLOCK_EVERY, type Mode } from '../../shared/contract/mode'
import type { PushName } from '../../shared/contract/pushes'
import type { RecordCheck } from '../../shared/contract/record-check'
import type { RecordProblem } from '../../shared/contract/record-problems'
import { defaultCadence, withOverrides } from '../../shared/domain/cadence'
import type { ConnectionId, IncidentId } from '../../shared/domain/ids'
import { erasedEntry } from '../../shared/events/body-erased'
import { isErasure } from '../../shared/events/registry'
import { fail } from '../../shared/lib/reply'
import { MINUTE, type Millis } from '../../shared/lib/time'
import { openAlertStore } from './alerts/alert-store'
import { declaredDependencies } from './alerts/declared'
import { type Backups, openBackups } from './backups/backups'
import type { Bridge, Push } from './bridge'
import { approvalGround } from './comms/approval-ground'
import type { LintStore } from './comms/lint-store'
import type { Templates } from './comms/templates'
import { openConnections } from './connections/connections'
import { openDashboards } from './dashboards/shelf'
import { sourcesNow } from './handoff/noted-sources'
import type { HttpClient } from './http/types'
import { incidentsOf } from './incidents/incidents-of'
import { readOpenIncidents } from './incidents/read-open'
import { openDamages } from './integrity/damages'
import { heldCounts, heldProblems } from './integrity/held'
import { type RecordWatch, watchRecord } from './integrity/record-watch'
import { openOnlyRead, type UnwritableFolder } from './integrity/unwritable-folder'
import { readLastKnown, saveLastKnown } from './last-known/known-file'
import { lastKnownOf, nothingKnown, onCallOf, recalledFrom } from './last-known/last-known'
import { adoptable, type MethodStore } from './method/method-store'
import type { Outbox } from './outbox/outbox'
import { startRecordOutbox } from './outbox/record-outbox'
import type { HostPorts } from './ports'
import { roomsIn } from './proposals/rooms'
import type { Surroundings } from './record/decision'
import type { ImportBatch } from './record/import'
import { type Committed, type Ledger, openLedger } from './record/ledger'
import { openRecordSearch, type RecordSearch } from './search/search'
import type { Services } from './services/services'
import { openAnswers } from './sessions/answers'
import { createChanges, createQueries, factContext } from './sessions/calls'
import type { ModeCalls } from './sessions/handlers'
import { readClock } from './sessions/session-calls'
import { openScreens } from './sessions/sessions'
import { lintSettingsOf, sharedSettings } from './settings/shared-settings'
import { erasableOf } from './storage/erasable'
import { openErasedFiles } from './storage/erased-files'
import { DATABASE_FILE } from './storage/format.mjs'
import { openItems, readQueuedItem } from './storage/queued-items'
import type { Store } from './storage/store'
import { openAttachments } from './timeline/attachments'
import { openTypedTexts } from './timeline/typed-texts'
import { openBaselines } from './vendors/accounts/baselines'
import { openOnDemandReads } from './vendors/accounts/on-demand-reads'
import { type EarlierReadings, openVendorAccounts } from './vendors/accounts/vendor-accounts'
import { openWatchers, type Watchers } from './watchers'
import { openWorkers } from './workers/workers'
import { openWorkspace, type Workspace } from './workspace/workspace'

export interface EngineOptions {
  /** Opened for this engine, which closes it. */
  readonly store: Store
  /** Documents are written below it. */
  readonly folder: string
  readonly ports: HostPorts
  readonly http: HttpClient
  readonly templates: Templates
  readonly services: Services
  readonly method: MethodStore
  readonly lint: LintStore
  readonly world: Mode
  readonly version: string
  readonly modeCalls: ModeCalls
  /** Why there is no backup of before the record's format changed; null: there is one, or it did not change. */
  readonly backupTrouble?: BackupTrouble | null
  /** [DF13] Absent: the data folder can be written to. */
  readonly unwritable?: UnwritableFolder | undefined
  /** The data folder, in which files come and go. Absent: `folder`, which a drill has below it. */
  readonly data?: string
}

export interface Engine extends Bridge {
  /** [RK9] Takes what a carrier brings of an incident from other machines. */
  merge(batch: ImportBatch): ReturnType<Ledger['merge']>
  /** Lets what is on its way out finish, stops the feeds, closes the store. */
  stop(): Promise<void>
}

/**
 * Wall-clock time. Reading the open incidents takes as long as the rest of a start: the host listens first, and a
 * browser loads the page meanwhile.
 */
const READ_OPEN_AFTER: Millis = 250

/** What the watchers judge by. */
const watched: ReadonlySet<PushName> = new Set<PushName>(['panels', 'panelTimes', 'alerts', 'feeds'])

/** [DF6] Nobody may take silence for an answer. */
const stopped: Fault = { kind: 'internal', ...coded('no-engine') }

/** Wires the features: log, feeds, outbox and sessions. Plain Node, with no host below it. */
export function startEngine(options: EngineOptions): Engine {
  const { store, ports, http, templates, services, method, lint, world, version, modeCalls: worldCalls } = options
  const { data = options.folder } = options
  const { clock, logger, settings, secrets } = ports
  // Read first: a record that is broken there is refused before anything runs.
  openItems(store.db)
  let outbox: Outbox | undefined
  const screens = openScreens(ports.defaultName)
  let watch: RecordWatch | undefined
  let backups: Backups | undefined
  let search: RecordSearch | undefined
  let workspace: Workspace | undefined
  let watchers: Watchers | undefined
  const damages = openDamages((incident, damage) => {
    logger.error('The record of an incident is damaged', { incident, ...damage })
    tellProblems()
  })
  const isReal = world.kind === 'real'
  const onlyRead =
    options.unwritable &&
    openOnlyRead(options.unwritable, {
      reads: name => Object.hasOwn(queries, name) && name !== 'record:backups',
      ...{ changed: tellProblems, logger },
    })
  // A drill writes its record to the copy: it is lost at the end, which every session shows.
  const reading = isReal ? onlyRead : undefined
  const opened = openLedger(store, logger, committed, damages)
  const ledger = reading?.ledger(opened) ?? opened
  const workers = openWorkers(ports.worker)
  const checkChanged = (check: RecordCheck) => screens.tell('recordCheck', check)
  watch = watchRecord({ store, ledger, damages, workers, logger, clock, changed: tellProblems, checkChanged })
  if (store.origin.incarnation === 'copied')
    logger.warn('The data folder was copied or put back: it writes on as a new origin', { origin: store.origin.id })
  const stopping = new AbortController()
  const tell: Push = (name, payload) => {
    screens.tell(name, payload)
    if (watched.has(name)) watchers?.look()
    if (name === 'proposals' || name === 'feeds') watchers?.roomsRead()
  }
  const alerts = openAlertStore({
    ...{ db: store.db, ledger, clock, logger, dependsOn: settings.read().dependsOn ?? {} },
    tell: alerts => tell('alerts', alerts),
  })
  // [KN5] A drill has nothing from before it, and leaves nothing behind.
  const lastKnown = isReal ? readLastKnown(options.folder, logger) : nothingKnown
  const alertsReadAt = (connection: string) => (isReal ? alerts.readAt(connection as ConnectionId) : undefined)
  const recalled = (before: EarlierReadings | null) => {
    const known = before === null ? lastKnown : lastKnownOf(before.board, before.asked, null)
    return recalledFrom(known, settings.read(), alertsReadAt)
  }
  const accounts = openVendorAccounts(ports, http, tell, alerts.read, roomsIn(ledger, clock.now), recalled)
  // What the settings no longer name was not cleared while nothing ran.
  alerts.keepOnly(accounts.alertConnections())
  const connections = openConnections({ world, settings, secrets, http, changed: connectionsChanged })
  const { account, reopen } = accounts
  const dashboards = openDashboards({ world, settings, clock, account, changed: reopen })
  const erasedFiles = openErasedFiles(store.db, logger)
  // [ER4] What a crash left of it.
  erasedFiles.erased()
  const attachments = openAttachments(store.db, clock)
  const typedTexts = openTypedTexts(store.folder, store.db, logger)
  // It may commit at once, which needs all that `committed` uses.
  workspace = openWorkspace({ store, ledger, clock, logger, drill: world.kind === 'drill', tell: screens.tell })
  const handoffFolder = join(options.folder, 'handoffs')
  const onDemandReads = openOnDemandReads(accounts, clock, stopping.signal, onCallOf(lastKnown, settings.read()))
  const saver = isReal
    ? saveLastKnown(
        options.folder,
        () => lastKnownOf(accounts.board(), settings.read(), onDemandReads.knownOnCall()),
        logger,
      )
    : undefined
  const sources = () => sourcesNow({ accounts, alerts, onDemandReads }, clock.now())
  backups =
    isReal && reading === undefined
      ? openBackups({
          ...{ folder: options.folder, workers, clock, logger, checked: watch.checked, changed: tellProblems },
          ...{ damage: () => watch?.problems() ?? [], trouble: options.backupTrouble ?? null },
          isEmpty: () => ledger.summaries().length === 0 && ledger.events(ledger.workspace, 0, 2).length < 2,
        })
      : undefined
  search = openRecordSearch({ folder: store.folder, workers, logger })
  const parts = {
    ...{ sources, version, world, clock, uptime: ports.uptime, ledger, accounts, alerts },
    ...{ connections, dashboards, templates, services, method, lint, handoffFolder },
    dependencies: declaredDependencies(world, settings, alerts),
    handoffs: { ...ports, ledger, workers, picture: attachments.content, file: join(store.folder, DATABASE_FILE) },
    ...{ attachments, typedTexts, recordProblems, backups, search, worldCalls, setPace, onDemandReads },
    ...{ recordCheck: watch.check, verifyRecord: watch.verify },
    ...{ db: store.db, copied: workspace.copied, elsewhere: workspace.elsewhere },
    bundles: { ledger, workers, clock, drill: !isReal, folder: store.folder, data, changed: tellProblems },
    ...{ heldChanged: tellProblems, tellEditors: screens.tellEditors, standing: () => watchers?.standing() },
    baselines: openBaselines(accounts, settings, clock, stopping.signal),
    settings: sharedSettings(world, settings, method),
  }
  const { baselines } = parts
  const approvals = approvalGround({ settings, templates, facts: () => factContext(parts), present: screens.present })
  const writes = reading === undefined
  watchers = openWatchers({
    ...{ db: store.db, ledger, accounts, alerts, baselines, ports, writes, tell: screens.tell, openIncidents },
    catalogue: () => services.names().catalogue,
    clockSet: () => screens.tell('clock', readClock(clock, ports.uptime)),
    findAlert: alerts.find,
    aboutAlert: row =>
      onDemandReads.aboutAlert(
        row,
        connections.list().map(({ connection }) => connection),
      ),
    ...{ method: () => method.current().method.severity, mirror: () => settings.read().mirror },
  })
  const queries = createQueries(parts)
  const changes = createChanges(parts)
  const answer = openAnswers({ ...{ ledger, logger, surroundings, queries, changes }, refusal: reading?.refusal })
  if (writes) outbox = startRecordOutbox({ store, ledger, accounts, clock, logger })
  const ticking = setInterval(() => screens.tell('clock', readClock(clock, ports.uptime)), CLOCK_EVERY)
  setPace()
  const stopReading = clock.at(
    clock.now() + READ_OPEN_AFTER * clock.rate,
    () => void readOpenIncidents(openIncidents(), { ledger, logger }, id => watchers?.watch(id), stopping.signal),
  )

  function recordProblems(): readonly RecordProblem[] {
    const unwritable = onlyRead === undefined ? [] : [onlyRead.problem()]
    return [
      ...unwritable,
      ...(watch?.problems() ?? []),
      ...heldProblems(store.db, ledger),
      ...(backups?.problems() ?? []),
    ]
  }

  function tellProblems(): void {
    if (watch !== undefined) screens.tell('recordProblems', recordProblems())
  }

  function connectionsChanged(): void {
    accounts.reopen()
    alerts.keepOnly(accounts.alertConnections())
  }

  function openIncidents(): readonly IncidentId[] {
    return ledger.summaries().flatMap(({ id, status }) => (status === 'resolved' ? [] : [id]))
  }

  function committed(change: Committed): void {
    screens.tellCommitted(change)
    search?.committed(change.incident)
    watch?.committed(change.incident, change.rows.count, change.rows.seq)
    if (change.events.some(isErasure)) dropErasedFiles(change)
    if (change.headChanged) {
      watchers?.watch(change.record.incident)
      watchers?.look()
    }
    watchers?.changed(change.incident)
    workspace?.committed(change)
    // While the outbox starts it commits before it is assigned here; it then checks its items by itself.
    if (change.outboxChanged) outbox?.wake()
    if (!change.summaryChanged) return
    screens.tell('incidents', ledger.summaries())
    setPace()
  }

  /** [ER4] */
  function dropErasedFiles({ incident, events }: Committed): void {
    erasedFiles.erased()
    search?.erased(incident)
    for (const event of events) {
      const entry = event.kind === 'body-erased' ? erasedEntry(event.body.instead) : undefined
      if (entry !== undefined) typedTexts.forget(incident, `correction:${entry}`)
    }
  }

  function setPace(): void {
    const seen = openIncidents().length > 0 ? 'active' : 'idle'
    accounts.setPace(screens.anyVisible() ? seen : 'hidden')
  }

  function surroundings(): Surroundings {
    return {
      ...{ now: clock.now(), drill: world.kind === 'drill' },
      cadence: () => withOverrides(defaultCadence, settings.read().cadence),
      method: () => adoptable(method.current(), settings.read().cadence, settings.read().audiences),
      playbooks: () => method.playbooks().playbooks,
      objectionSpan: () => method.current().method.decisions.objections * MINUTE,
      ...approvals,
      ...{ lintWords: () => lint.current().words, lintSettings: () => lintSettingsOf(settings.read()) },
      cancelWindow: () => settings.read().cancelWindow * clock.rate,
      ...{ channels: accounts.channels, rooms: accounts.rooms, annotators: accounts.annotators, sources },
      gate: incident => watchers?.gate(incident),
      alert: alerts.find,
      incidentsOf: alert => incidentsOf(alert, openIncidents(), ledger),
      proposal: id => accounts.rooms().proposals.find(one => one.id === id),
      held: incident => heldCounts(store.db, incident),
      attachment: attachments.find,
      ...{ statusPages: accounts.pages, act: id => readQueuedItem(store.db, id) },
      openItems: () => openItems(store.db),
      erasable: (incident, what) => erasableOf(store.db, incident, what),
    }
  }

  return {
    openSession(push, principal) {
      const screen = screens.open(push, principal)
      setPace()
      return {
        call: async (request, name, input) => {
          if (stopping.signal.aborted) return fail(stopped)
          const reply = await answer(screen, request, name, input)
          if (!reply.ok && reply.fault.kind === 'storage-unknown') watch?.lookAtPlace()
          return reply
        },
        close: () => {
          screens.close(screen)
          setPace()
        },
      }
    },
    merge(batch) {
      const merged = ledger.merge(batch, clock.now())
      if (merged.ok && merged.value.held > 0) tellProblems()
      return merged
    },
    async stop() {
      stopping.abort()
      clearInterval(ticking)
      backups?.stop()
      stopReading()
      onlyRead?.stop()
      search?.stop()
      watchers?.stop()
      screens.stop()
      const saved = saver?.stop()
      accounts.stop()
      await saved
      await outbox?.stop()
      alerts.stop()
      await watch?.stop()
      await typedTexts.stop()
      erasedFiles.stop()
      await workers.stop()
      store.close()
    },
  }
}
