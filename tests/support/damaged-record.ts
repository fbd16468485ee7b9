import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openTemplates } from '../../src/main/engine/comms/templates'
import { startEngine } from '../../src/main/engine/engine'
import { createHttpClient } from '../../src/main/engine/http/client'
import { openServices } from '../../src/main/engine/services/services'
import { openStore } from '../../src/main/engine/storage/store'
import type { Answer, CallName, Input } from '../../src/shared/contract/calls'
import type { Fault } from '../../src/shared/contract/faults'
import type { Pushes, PushName } from '../../src/shared/contract/pushes'
import type { RecordProblem } from '../../src/shared/contract/record-problems'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import type { Reply } from '../../src/shared/lib/reply'
import { ok } from '../../src/shared/lib/reply'
import { type HandClock, handClock } from './hand-clock'
import { keptLogger } from './kept-logger'
import { shippedLint } from './shipped-lint'
import { shippedMethod } from './shipped-method'
import { workerSource } from './worker-source'

/** A real engine on a folder, and one screen of it. */
export interface EngineOnFolder {
  readonly clock: HandClock
  readonly pushes: readonly { readonly name: PushName; readonly payload: Pushes[PushName] }[]
  call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Reply<Answer<Name>, Fault>>
  problems(): Promise<readonly RecordProblem[]>
  /** Ends as a person would end it. */
  stop(): Promise<void>
}

/** @throws with the line for the person where the folder is refused */
export function engineOn(folder: string, clock = handClock(), uptime?: () => number): EngineOnFolder {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const settings = { me: 'Dana Scully', connections: [], panels: [], cancelWindow: 0, dependsOn: {} }
  const engine = startEngine({
    store: store.value,
    folder,
    ports: {
      clock,
      ...(uptime !== undefined && { uptime }),
      logger: keptLogger(),
      settings: { read: () => settings, write: () => undefined },
      secrets: { place: 'nowhere', read: () => null, write: () => undefined, forget: () => undefined },
      notify: () => undefined,
      random: () => 0.5,
      defaultName: 'Dana Scully',
      worker: workerSource,
    },
    http: createHttpClient({}),
    templates: openTemplates({ shipped: join(import.meta.dirname, '../../resources/templates') }),
    services: openServices(folder, keptLogger()),
    method: shippedMethod(),
    lint: shippedLint(),
    world: { kind: 'real' },
    version: '0.0.0',
    modeCalls: { 'world:enter-drill': () => ok(null), 'world:leave-drill': () => ok(null) },
  })
  const pushes: { name: PushName; payload: Pushes[PushName] }[] = []
  const session = engine.openSession((name, payload) => pushes.push({ name, payload }), 'host')
  const call: EngineOnFolder['call'] = (name, input) => session.call(newId(), name, input) as never
  return {
    clock,
    pushes,
    call,
    async problems() {
      const reply = await call('session:hello', { name: null, screen: 'test' })
      if (!reply.ok) throw new Error(reply.fault.message)
      return reply.value.recordProblems
    },
    stop: () => engine.stop(),
  }
}

/** Declares an incident and types lines into it. */
export async function incidentWith(
  engine: EngineOnFolder,
  title: string,
  ...lines: readonly string[]
): Promise<IncidentId> {
  const incident = newId<IncidentId>()
  const declared = await engine.call('incident:declare', { incident, title, severity: 'SEV-1', impact: '' })
  if (!declared.ok) throw new Error(declared.fault.message)
  for (const text of lines) {
    const written = await type(engine, incident, text)
    if (!written.ok) throw new Error(written.fault.message)
  }
  return incident
}

export function type(engine: EngineOnFolder, incident: IncidentId, text: string) {
  return engine.call('timeline:append', {
    incident,
    entry: newId(),
    kind: 'note',
    text,
    occurredAt: null,
    pinned: false,
  })
}

/** Opens the closed record with a tool, as somebody who means harm or who slips would. */
export function tamper(folder: string, sql: string): void {
  const db = new DatabaseSync(join(folder, 'quarterdeck.sqlite'))
  db.exec(`DROP TRIGGER IF EXISTS eventIsNotDeleted; DROP TRIGGER IF EXISTS eventIsNotChanged; ${sql}`)
  db.close()
}

/** Zeroes the first page of a table or an index of a closed record, as a disk that lost it would. */
export function zeroPageOf(folder: string, name: string): void {
  const file = join(folder, 'quarterdeck.sqlite')
  const db = new DatabaseSync(file)
  const page = Number(db.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(name)?.rootpage)
  db.close()
  if (!(page > 1)) throw new Error(`There is no ${name}`)
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.fill(0, (page - 1) * 4096, page * 4096))
}

export function removeWriteAheadLog(folder: string): void {
  const file = join(folder, 'quarterdeck.sqlite-wal')
  if (!existsSync(file)) throw new Error('There is no log of writes to remove')
  rmSync(file)
}
