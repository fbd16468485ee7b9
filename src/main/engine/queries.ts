import type { Answer, Parsed, QueryName } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import type { RecordProblem } from '../../shared/contract/record-problems'
import type { ClockReading, World } from '../../shared/contract/views'
import type { Welcome } from '../../shared/contract/welcome'
import { responderNamed } from '../../shared/domain/people'
import { publicNameOf } from '../../shared/domain/public-names'
import { fail, ok, type Reply } from '../../shared/lib/reply'
import type { DeclaredDependencies } from './alerts/declared'
import type { Storm } from './alerts/storm'
import type { Baselines } from './baselines'
import type { Templates } from './comms/templates'
import type { Connections } from './connections/connections'
import type { Dashboards } from './dashboards/shelf'
import { readHandoff } from './handoff/document'
import type { Ledger } from './ledger'
import type { LookUps } from './look-ups'
import type { Clock } from './ports'
import type { Readings } from './readings'
import { follow, type Screen } from './screens'
import type { Services } from './services/services'
import type { SharedSettings } from './shared-settings'
import type { Attachments } from './timeline/attachments'
import type { TypedTexts } from './timeline/typed-texts'
import { wholeAlert } from './vendors/openable'

type Answered<Name extends QueryName> = Reply<Answer<Name>, Fault>

/** Every call that does not write to a log. */
export type Queries = {
  readonly [Name in QueryName]: (input: Parsed<Name>, screen: Screen) => Answered<Name> | Promise<Answered<Name>>
}

/** What the calls about drills do; they concern whoever holds the engine, not the engine. */
export type WorldCalls = Pick<Queries, 'world:enter-drill' | 'world:leave-drill'>

export interface QueryParts {
  readonly version: string
  readonly world: World
  readonly clock: Clock
  readonly ledger: Ledger
  readonly readings: Readings
  readonly storm: Storm
  readonly dependencies: DeclaredDependencies
  readonly connections: Connections
  readonly dashboards: Dashboards
  readonly templates: Templates
  readonly services: Services
  readonly handoffFolder: string
  readonly attachments: Attachments
  readonly typedTexts: TypedTexts
  /** What is wrong with the record on the disk. */
  readonly recordProblems: () => readonly RecordProblem[]
  readonly worldCalls: WorldCalls
  /** To be called when who can see what has changed. */
  readonly setPace: () => void
  readonly tellEditors: () => void
  readonly lookUps: LookUps
  readonly settings: SharedSettings
  readonly baselines: Baselines
}

export function readClock(clock: Clock): ClockReading {
  return { now: clock.now(), rate: clock.rate }
}

export function createQueries(parts: QueryParts): Queries {
  const { ledger, readings, storm, connections, dashboards, templates, clock, attachments, typedTexts } = parts
  const accounts = () => connections.list().map(({ connection }) => connection)
  return {
    ...parts.worldCalls,
    'session:hello': ({ name, screen: screenName }, screen) => {
      screen.name = screenName
      screen.responder = (name === null ? undefined : responderNamed(name)) ?? screen.responder
      parts.tellEditors()
      return ok(welcome(parts, screen))
    },
    'session:visible': ({ visible }, screen) => {
      screen.visible = visible
      parts.setPace()
      return ok(null)
    },
    'session:editing': ({ editing }, screen) => {
      screen.editing = editing
      parts.tellEditors()
      return ok(null)
    },
    'log:follow': ({ incident, after }, screen) => {
      const seq = follow(ledger, screen, incident, after)
      // [IN2] Not even its beginning is left: the screen says why instead of waiting for it.
      const fault = seq === 0 ? ledger.readOnly(incident) : undefined
      return fault === undefined ? ok({ seq }) : fail(fault)
    },
    'log:unfollow': ({ incident }, screen) => {
      screen.following.delete(incident)
      return ok(null)
    },
    'attachments:keep': input => attachments.keep(input),
    'attachments:read': input => attachments.read(input),
    'typed-text:write': input => typedTexts.write(input),
    'typed-text:read': input => typedTexts.read(input),
    'comms:templates': () => ok(templates.list()),
    'comms:fill': input => {
      const record = ledger.record(input.incident)
      if (record === null) return fail({ kind: 'not-found', message: 'There is no such incident here.' })
      const shared = parts.settings.read()
      const cadence = shared.ok ? shared.value.cadence : undefined
      const { services } = parts.services.names()
      const components = readings.pages().flatMap(page => page.components)
      const publicName = (service: string) => publicNameOf(service, services, components)
      return templates.fill(record.incident, record.timeline(), input, { now: clock.now(), publicName, cadence })
    },
    'handoff:read': input => readHandoff({ ledger, picture: attachments.content, folder: parts.handoffFolder }, input),
    'panels:baseline': ({ day }) => parts.baselines.read(day),
    'pages:details': ({ alert }) => parts.lookUps.pageDetails(storm.find(alert), accounts()),
    'pages:templates': ({ connection }) => parts.lookUps.pageTemplates(connection),
    'services:names': () => ok(parts.services.names()),
    'people:on-call': () => parts.lookUps.onCall(),
    'people:find': ({ connection, words }) => parts.lookUps.findPeople(connection, words),
    'pages:directory': ({ connection }) => parts.lookUps.directory(connection),
    'feeds:refresh': () => {
      readings.refresh()
      return ok(null)
    },
    'feeds:catch-up': () => {
      readings.catchUp()
      return ok(null)
    },
    'settings:read': () => parts.settings.read(),
    'settings:change': input => parts.settings.change(input),
    'alerts:group': input => ok(storm.page(input)),
    'alerts:pages': ({ groups }) => ok(storm.pages(groups)),
    'alerts:labelled': ({ words }) => ok(storm.labelled(words)),
    'alerts:rows': input => ok(storm.rowsSince(input)),
    'alerts:first': input => ok(storm.first(input)),
    'alerts:names': () => ok(storm.names()),
    'alerts:read': ({ alert }) => ok(wholeAlert(storm.find(alert), accounts())),
    'alerts:dependencies': () => parts.dependencies.read(),
    'alerts:depend': ({ dependsOn }) => parts.dependencies.declare(dependsOn),
    'alerts:silences': () => parts.lookUps.silences(),
    'alerts:rules': () => ok(storm.all()),
    'alerts:preview': ({ match }) => ok(storm.preview(match)),
    'alerts:hide': (input, { responder }) => storm.hide(input, responder.name, clock.now()),
    'alerts:unhide': (input, { responder }) => storm.unhide(input, responder.name, clock.now()),
    'connections:list': () => ok(connections.list()),
    'connections:save': input => connections.save(input),
    'connections:remove': ({ connection }) => connections.remove(connection),
    'connections:test': input => connections.test(input),
    'dashboards:search': input => dashboards.search(input),
    'dashboards:open': input => dashboards.open(input),
    'dashboards:pin': input => dashboards.pin(input),
    'dashboards:unpin': input => dashboards.unpin(input),
  }
}

function welcome(parts: QueryParts, screen: Screen): Welcome {
  const { version, world, clock, ledger, readings, storm } = parts
  const board = readings.board()
  const incidents = ledger.summaries()
  return {
    version,
    world,
    clock: readClock(clock),
    me: screen.responder,
    principal: screen.principal,
    incidents,
    board,
    alerts: storm.shown(),
    channels: readings.channels(),
    recordProblems: parts.recordProblems(),
    firstRun: incidents.length === 0 && board.feeds.length === 0,
  }
}
