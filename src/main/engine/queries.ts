import type { RecordProblem } from '../../shared/contract/record-problems'
import type { ClockReading, World } from '../../shared/contract/views'
import type { NotedSource } from '../../shared/domain/noted-source'
import { publicNameOf } from '../../shared/domain/public-names'
import { ok } from '../../shared/lib/reply'
import { alertQueries } from './alerts/calls'
import type { DeclaredDependencies } from './alerts/declared'
import type { Storm } from './alerts/storm'
import type { Baselines } from './baselines'
import type { Templates } from './comms/templates'
import type { Connections } from './connections/connections'
import type { Dashboards } from './dashboards/shelf'
import { notFound } from './decision'
import type { Queries, WorldCalls } from './handlers'
import { readHandoff } from './handoff/document'
import type { Ledger } from './ledger'
import type { LookUps } from './look-ups'
import type { Clock } from './ports'
import type { Readings } from './readings'
import type { Services } from './services/services'
import type { SharedSettings } from './shared-settings'
import type { Attachments } from './timeline/attachments'
import type { TypedTexts } from './timeline/typed-texts'
import { wholeAlert } from './vendors/openable'

/** What queries and changes are answered from. */
export interface AnswerParts {
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
  /** What other systems showed, each with its age. */
  readonly sources: () => readonly NotedSource[]
  readonly baselines: Baselines
}

export function readClock(clock: Clock): ClockReading {
  return { now: clock.now(), rate: clock.rate }
}

export function createQueries(parts: AnswerParts): Queries {
  const { ledger, readings, storm, connections, dashboards, templates, clock, attachments, typedTexts } = parts
  const accounts = () => connections.list().map(({ connection }) => connection)
  return {
    'attachments:read': input => attachments.read(input),
    'typed-text:read': input => typedTexts.read(input),
    'comms:templates': () => ok(templates.list()),
    'comms:fill': input => {
      const record = ledger.record(input.incident)
      if (record === null) return notFound('incident-not-here')
      const shared = parts.settings.read()
      const cadence = shared.ok ? shared.value.cadence : undefined
      const { services } = parts.services.names()
      const components = readings.pages().flatMap(page => page.components)
      const publicName = (service: string) => publicNameOf(service, services, components)
      return templates.fill(record.incident, record.timeline(), input, { now: clock.now(), publicName, cadence })
    },
    'handoff:read': input => readHandoff({ ledger, picture: attachments.content }, input),
    'handoff:sources': () => ok(parts.sources()),
    'panels:baseline': ({ day }) => parts.baselines.read(day),
    'pages:details': ({ alert }) => parts.lookUps.pageDetails(storm.find(alert), accounts()),
    'pages:templates': ({ connection }) => parts.lookUps.pageTemplates(connection),
    'services:names': () => ok(parts.services.names()),
    'people:on-call': () => parts.lookUps.onCall(),
    'people:find': ({ connection, words }) => parts.lookUps.findPeople(connection, words),
    'pages:directory': ({ connection }) => parts.lookUps.directory(connection),
    'settings:read': () => parts.settings.read(),
    ...alertQueries(storm, parts.dependencies),
    'alerts:read': ({ alert }) => ok(wholeAlert(storm.find(alert), accounts())),
    'alerts:silences': () => parts.lookUps.silences(),
    'connections:list': () => ok(connections.list()),
    'connections:test': input => connections.test(input),
    'dashboards:search': input => dashboards.search(input),
    'dashboards:open': input => dashboards.open(input),
  }
}
