import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input, QueryName } from '../../../src/shared/contract/calls'
import { everything } from '../../../src/shared/domain/archive/archive-question'
import type {
  ConnectionId,
  ContentHash,
  FileId,
  HandoffId,
  IncidentId,
  TransferId,
  UpdateId,
} from '../../../src/shared/domain/ids'
import { newId } from '../../../src/shared/domain/ids'
import { scratchFolder } from '../../support/folders'
import { runEngine } from '../../support/running-engine'

const incident = newId<IncidentId>()
const handoff = newId<HandoffId>()
const connection = 'am' as ConnectionId
const match = { group: null, service: 'shop', title: null, labels: {} }

/** A good input for each of them: a query that is new does not compile before it is here. */
const queries: { readonly [Name in QueryName]: Input<Name> } = {
  'attachments:read': { hash: 'a'.repeat(64) as ContentHash, offset: 0 },
  'typed-text:read': { incident, screen: 's', field: 'line' },
  'comms:templates': {},
  'comms:fill': { incident, template: 'initial', fields: {}, nextUpdateAt: null },
  'comms:lint': {
    incident,
    message: newId<UpdateId>(),
    title: 'T',
    body: 'B',
    stage: 'initial',
    components: {},
    nextUpdateAt: null,
  },
  'comms:check': { incident, update: newId<UpdateId>() },
  'handoff:sources': {},
  'handoff:read': { incident, handoff, format: 'html' },
  'transfer:sections': { incident, transfer: newId<TransferId>() },
  'panels:baseline': { day: 'yesterday' },
  'pages:details': { alert: 'am/1' },
  'pages:directory': { connection },
  'pages:templates': { connection },
  'pages:metrics': { connection },
  'people:on-call': {},
  'people:find': { connection, words: 'mei' },
  'services:names': {},
  'services:pagerduty': {},
  'method:read': {},
  'playbooks:read': {},
  'settings:read': {},
  'bundle:look': { file: newId<FileId>() },
  'record:backups': {},
  'record:search': { typed: 'cards' },
  'archive:similar': { incident, title: 'Cards fail', services: ['shop'], alerts: [] },
  'archive:log': { incident, from: 0 },
  'telemetry:read': { incident, from: 0, to: 1 },
  'archive:search': { question: everything, order: 'newest', before: null },
  'alerts:group': { group: 'service:shop', offset: 0, limit: 10 },
  'alerts:pages': { groups: ['service:shop'] },
  'alerts:labelled': { words: ['shop'] },
  'alerts:rows': { epoch: '', since: 0 },
  'alerts:first': { order: 'newest', limit: 10 },
  'alerts:names': {},
  'alerts:read': { alert: 'am/1' },
  'alerts:rules': {},
  'alerts:silences': {},
  'alerts:dependencies': {},
  'alerts:preview': { match },
  'connections:list': {},
  'connections:test': {
    connection: { id: connection, vendor: 'alertmanager', name: 'am', baseUrl: 'http://127.0.0.1:9' },
    token: null,
  },
  'dashboards:search': { connection, words: '', page: 1 },
  'dashboards:open': { from: { kind: 'file', connection, text: '{}' }, chosen: {} },
}

/** Where readers mark how far they read; and what follows the record some seconds later, without anybody asking. */
const notContent = /-shm$|^heads\.json|^search\.sqlite/

/** Every file below a folder, with what is in it. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => !notContent.test(name))
  const files = names.filter(name => statSync(join(folder, name)).isFile()).sort()
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(files.map(name => [name, digest(name)]))
}

describe('[QY1] a query only reads', () => {
  it.each(Object.keys(queries) as QueryName[])('%s leaves every file as it was', async name => {
    const folder = scratchFolder()
    const engine = runEngine(folder, {})
    await engine.ask('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-2', impact: '' })
    await engine.ask('handoff:write', { incident, handoff })
    const before = filesOf(folder)
    await engine.call(name, queries[name])
    await engine.call(name, queries[name])
    expect(filesOf(folder)).toEqual(before)
  })

  it('a handoff is written to the disk by a call of its own, and read without', async () => {
    const folder = scratchFolder()
    const engine = runEngine(folder, {})
    await engine.ask('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-2', impact: '' })
    await engine.ask('handoff:write', { incident, handoff })
    const { text, fileName } = await engine.ask('handoff:read', { incident, handoff, format: 'markdown' })
    expect(filesOf(folder)).not.toHaveProperty(join('handoffs', fileName))
    const { path } = await engine.ask('handoff:save', { incident, handoff, format: 'markdown' })
    expect(path).toBe(join(folder, 'handoffs', fileName))
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})
