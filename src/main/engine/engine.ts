import { join } from 'node:path'
import type { QueryName } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import type { World } from '../../shared/contract/views'
import { type IncidentId, isRequestId, newId, type RequestId } from '../../shared/domain/ids'
import { fail, type Reply } from '../../shared/lib/reply'
import { type Millis, SECOND } from '../../shared/lib/time'
import { withReactions } from './acts/reactions'
import { openStorm } from './alerts/storm'
import type { Templates } from './comms/templates'
import { openConnections } from './connections/connections'
import { openDashboards } from './dashboards/shelf'
import { watchDeadlines } from './deadlines'
import type { Decision, Situation } from './decision'
import { isCommand, parseCall, runCommand } from './dispatch'
import type { HttpClient } from './http/types'
import { type Committed, openLedger } from './ledger'
import { openLookUps } from './look-ups'
import { type Outbox, startOutbox } from './outbox/outbox'
import { courierFor, outwardStory } from './outward'
import type { HostPorts } from './ports'
import { roomsIn } from './proposals/rooms'
import { createQueries, readClock, type WorldCalls } from './queries'
import { openReadings } from './readings'
import { openScreens, type Screen } from './screens'
import type { Bridge } from './session'
import { openActs, readAct } from './storage/acts'
import type { Store } from './storage/store'
import { openAttachments } from './timeline/attachments'
import { openKeptLines } from './timeline/kept-lines'

export interface EngineOptions {
  /** Opened for this engine, which closes it. */
  readonly store: Store
  /** Documents are written below it. */
  readonly folder: string
  readonly ports: HostPorts
  readonly http: HttpClient
  readonly templates: Templates
  readonly world: World
  readonly version: string
  readonly worldCalls: WorldCalls
}

export interface Engine extends Bridge {
  /** Lets what is on its way out finish, stops the feeds, closes the store. */
  stop(): Promise<void>
}

const CLOCK_PUSH = 5 * SECOND

/** Wires the features: log, feeds, outbox and screens. Plain Node, with no host below it. */
export function startEngine(options: EngineOptions): Engine {
  const { store, ports, http, templates, world, version, worldCalls } = options
  const { clock, logger, settings, secrets } = ports
  let outbox: Outbox | undefined
  const screens = openScreens(ports.defaultName)
  const deadlines = watchDeadlines(clock, ports.notify)
  const ledger = openLedger(store.db, logger, committed)
  const stopping = new AbortController()
  const storm = openStorm({
    ...{ db: store.db, clock, logger, dependsOn: settings.read().dependsOn ?? {} },
    tell: groups => screens.tell('alertGroups', groups),
  })
  const readings = openReadings(ports, http, screens.tell, storm.read, roomsIn(ledger))
  const connections = openConnections({ world, settings, secrets, http, changed: connectionsChanged })
  const { account, reopen } = readings
  const dashboards = openDashboards({ world, settings, clock, account, changed: reopen })
  const attachments = openAttachments(store.db, clock)
  const handoffFolder = join(options.folder, 'handoffs')
  const queries = createQueries({
    version,
    world,
    clock,
    ledger,
    readings,
    storm,
    connections,
    dashboards,
    templates,
    handoffFolder,
    attachments,
    keptLines: openKeptLines(store.db),
    worldCalls,
    setPace,
    lookUps: openLookUps(readings, clock, stopping.signal),
  })
  outbox = openOutbox()
  const ticking = setInterval(() => screens.tell('clock', readClock(clock)), CLOCK_PUSH)
  watchOpenIncidents()

  function openOutbox(): Outbox {
    return startOutbox({
      clock,
      logger,
      courier: courierFor(ledger, readings),
      openActs: () => openActs(store.db),
      readAct: id => readAct(store.db, id),
      advance(act, turn) {
        const now = clock.now()
        const decision = { events: outwardStory(act, turn, now), changedActs: [act] }
        return ledger.commit(act.incident, newId<RequestId>(), reacted(act.incident, decision, now), now).ok
      },
    })
  }

  /** What the outbox reports has consequences too: a channel that was opened gets its topic. */
  function reacted(incident: IncidentId, decision: Decision, now: Millis): Decision {
    const before = ledger.record(incident)?.incident
    const annotators = readings.annotators()
    return withReactions(decision, { incident, before, now, annotators, openActs: () => openActs(store.db) })
  }

  function connectionsChanged(): void {
    readings.reopen()
    storm.keepOnly(settings.read().connections.map(({ id }) => id))
  }

  function watchOpenIncidents(): void {
    for (const { id, status } of ledger.summaries()) {
      const record = status === 'resolved' ? null : ledger.record(id)
      if (record !== null) deadlines.watch(record.incident)
    }
    setPace()
  }

  function committed(change: Committed): void {
    screens.tellCommitted(change)
    if (change.headChanged) deadlines.watch(change.record.incident)
    // While the outbox starts it commits before it is here; it looks at its acts by itself then.
    if (change.actsChanged) outbox?.wake()
    if (!change.summaryChanged) return
    screens.tell('incidents', ledger.summaries())
    setPace()
  }

  function setPace(): void {
    const burning = ledger.summaries().some(({ status }) => status !== 'resolved')
    const seen = burning ? 'active' : 'idle'
    readings.setPace(screens.anyVisible() ? seen : 'hidden')
  }

  function surroundings(): Omit<Situation, 'record' | 'by'> {
    return {
      now: clock.now(),
      drill: world.kind === 'drill',
      cancelWindow: () => settings.read().cancelWindow * clock.rate,
      channels: readings.channels,
      alert: storm.find,
      proposal: id => readings.board().proposals.find(one => one.id === id),
      attachment: attachments.find,
      act: id => readAct(store.db, id),
      openActs: () => openActs(store.db),
      annotators: readings.annotators,
    }
  }

  async function answer(
    screen: Screen,
    request: RequestId,
    name: string,
    raw: unknown,
  ): Promise<Reply<unknown, Fault>> {
    // Ids of events derive from it, so a screen may not choose its shape.
    if (!isRequestId(request))
      return fail({ kind: 'invalid-input', field: 'request', message: 'The request has no id.' })
    const call = parseCall(name, raw)
    if (!call.ok) return call
    const { name: known, input } = call.value
    if (!isCommand(known)) {
      // The parser of this very name made the input, which the compiler cannot follow through the map.
      const query = queries[known as QueryName] as (input: unknown, screen: Screen) => Promise<Reply<unknown, Fault>>
      return query(input, screen)
    }
    const by = { kind: 'person', responder: screen.responder } as const
    return runCommand(ledger, surroundings(), { name: known, input, request, by })
  }

  return {
    openSession(push) {
      const screen = screens.open(push)
      setPace()
      return {
        async call(request, name, input) {
          try {
            return await answer(screen, request, name, input)
          } catch (cause) {
            logger.error('A call failed', { name, cause: String(cause) })
            return fail<Fault>({
              kind: 'internal',
              message: 'Quarterdeck failed at this. It is in the log file; nothing was changed.',
            })
          }
        },
        close: () => {
          screens.close(screen)
          setPace()
        },
      }
    },
    async stop() {
      stopping.abort()
      clearInterval(ticking)
      deadlines.stop()
      readings.stop()
      await outbox?.stop()
      storm.stop()
      store.close()
    },
  }
}
