import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exchangePath } from '../../../src/main/engine/bundles/exchange-folder'
import { openConflicts } from '../../../src/shared/domain/claims'
import { type EntryId, type FileId, type IncidentId, newId, type TransferId } from '../../../src/shared/domain/ids'
import { foldEvents } from '../../../src/shared/events/fold'
import { scratchFolder } from '../../support/folders'
import { type RunningEngine, runEngine } from '../../support/running-engine'

interface Machine extends RunningEngine {
  readonly folder: string
  readonly me: string
}

async function machine(me: string): Promise<Machine> {
  const folder = scratchFolder()
  const engine = runEngine(folder, {})
  await engine.ask('session:hello', { name: me, screen: me })
  return { ...engine, folder, me }
}

async function declared(on: Machine): Promise<IncidentId> {
  const incident = newId<IncidentId>()
  await on.ask('incident:declare', {
    ...{ incident, title: 'Checkout is down', severity: 'SEV-2', impact: 'Cards are declined' },
  })
  return incident
}

const say = (on: Machine, incident: IncidentId, text: string) =>
  on.ask('timeline:append', {
    ...{ incident, entry: newId<EntryId>(), kind: 'note', text, occurredAt: null, pinned: false },
  })

/** What a person carries: the file of one machine in the folder of another, by the name that the calls know. */
function carried(from: Machine, file: FileId, to: Machine): FileId {
  const here = newId<FileId>()
  mkdirSync(join(to.folder, 'exchange'), { recursive: true })
  copyFileSync(exchangePath(from.folder, file) ?? '', exchangePath(to.folder, here) ?? '')
  return here
}

async function carry(incident: IncidentId, from: Machine, to: Machine) {
  const { file } = await from.ask('bundle:write', { incident })
  return carried(from, file, to)
}

/** The incident as people see it, without what only one machine knows: when each event came to it. */
async function shown(on: Machine, incident: IncidentId) {
  await on.ask('log:follow', { incident, after: 0 })
  const log = on.pushed('log')
  const record = log?.record ?? foldEvents(undefined, log?.events ?? [])
  if (record === undefined) throw new Error('There is no incident')
  return { head: record.incident, timeline: record.timeline.map(line => ({ ...line, seq: 0 })) }
}

const ownerOf = async (on: Machine, incident: IncidentId) =>
  (await on.ask('session:hello', { name: on.me, screen: on.me })).elsewhere.find(one => one.incident === incident)

describe('[BN1] [BN2] [BN3] [OW5] an incident that is handed over by a file', () => {
  it('is looked at, gone on with, and comes back merged: the same on both machines', async () => {
    const [a, b] = [await machine('Ada'), await machine('Bo')]
    const incident = await declared(a)
    await say(a, incident, 'Rolled back the deploy')
    await a.ask('owner:release', { incident, term: 1, to: 'Bo' })
    expect(await ownerOf(a, incident)).toMatchObject({ who: null, here: false, handedTo: 'Bo' })
    const file = await carry(incident, a, b)

    const look = await b.ask('bundle:look', { file })
    expect(look).toMatchObject({
      title: 'Checkout is down',
      severity: 'SEV-2',
      here: null,
      drill: false,
      locked: false,
    })
    expect(look.writers).toMatchObject([{ names: ['Ada'], signed: 'all', known: null }])
    expect(look.lines.map(({ text }) => text)).toContain('Rolled back the deploy')
    expect((await b.hello()).incidents).toEqual([])

    expect(await b.ask('bundle:take', { file, merge: false })).toMatchObject({ incident, known: 0, held: 0 })
    expect(await ownerOf(b, incident)).toMatchObject({ who: null, here: false, handedTo: null })
    await b.ask('owner:take', { incident, term: 1 })
    expect(await ownerOf(b, incident)).toBeUndefined()
    await b.ask('incident:change-severity', { incident, to: 'SEV-1', reason: 'All cards' })
    await say(b, incident, 'Failed over')
    await say(a, incident, 'Written while away')

    const back = await carry(incident, b, a)
    const again = await a.ask('bundle:look', { file: back })
    expect(again.here).toMatchObject({ isOpen: true, ahead: expect.toSatisfy(count => count > 0) })
    expect(again.here?.changes).toEqual(
      expect.arrayContaining([
        { what: 'severity', from: 'SEV-2', to: 'SEV-1' },
        { what: 'sender', from: '', to: 'Bo' },
      ]),
    )
    const self = again.writers.find(({ names }) => names.includes('Ada'))
    expect(self?.known).toBe('self')
    await a.ask('bundle:take', { file: back, merge: true })
    const forth = await carry(incident, a, b)
    await b.ask('bundle:take', { file: forth, merge: true })
    expect(await shown(a, incident)).toEqual(await shown(b, incident))
    expect(await ownerOf(a, incident)).toMatchObject({ who: 'Bo', here: false })
    const known = (await b.ask('bundle:look', { file: await carry(incident, a, b) })).writers
    expect(known.find(({ names }) => names.includes('Ada'))?.known).toMatchObject({ incidents: 1 })
  })

  it('is the same whichever file goes first', async () => {
    const [a, b] = [await machine('Ada'), await machine('Bo')]
    const incident = await declared(a)
    await b.ask('bundle:take', { file: await carry(incident, a, b), merge: false })
    await a.ask('incident:change-severity', { incident, to: 'SEV-1', reason: '' })
    await b.ask('incident:change-severity', { incident, to: 'SEV-3', reason: '' })
    const toB = await carry(incident, a, b)
    const toA = await carry(incident, b, a)
    expect((await b.ask('bundle:look', { file: toB })).here?.conflicts).toEqual(['severity'])
    await b.ask('bundle:take', { file: toB, merge: true })
    await a.ask('bundle:take', { file: toA, merge: true })
    const [onA, onB] = [await shown(a, incident), await shown(b, incident)]
    expect(onA).toEqual(onB)
    expect(onA.head).toMatchObject({ severity: 'SEV-1' })
  })
})

describe('[BN4] [BN5] what is not taken', () => {
  it('changes nothing and says what is wrong', async () => {
    const [a, b] = [await machine('Ada'), await machine('Bo')]
    const incident = await declared(a)
    const file = await carry(incident, a, b)
    const path = exchangePath(b.folder, file) ?? ''
    const whole = readFileSync(path)
    const codeOf = async (bytes: Buffer) => {
      writeFileSync(path, bytes)
      const looked = await b.call('bundle:look', { file })
      const taken = await b.call('bundle:take', { file, merge: false })
      if (looked.ok) return undefined
      expect(taken).toEqual(looked)
      return looked.fault.code
    }
    const flipped = Buffer.from(whole)
    flipped.writeUInt8((flipped.readUInt8(whole.length >> 1) ^ 1) & 255, whole.length >> 1)
    expect(await codeOf(flipped)).toBe('bundle-altered')
    expect(await codeOf(whole.subarray(0, whole.length - 200))).toBe('bundle-is-none')
    expect(await codeOf(Buffer.from('not at all'))).toBe('bundle-is-none')
    expect((await b.hello()).incidents).toEqual([])
    expect(await codeOf(whole)).toBeUndefined()
    // It is here now: a caller who was shown another state is asked again.
    expect(await b.call('bundle:take', { file, merge: false })).toMatchObject({
      fault: { code: 'bundle-incident-here' },
    })
    await b.ask('bundle:drop', { file })
    expect(existsSync(path)).toBe(false)
    expect(await b.call('bundle:look', { file })).toMatchObject({ fault: { code: 'bundle-file-gone' } })
    expect(readdirSync(join(b.folder, 'exchange'))).toEqual([])
  })

  it('is real in a drill', async () => {
    const a = await machine('Ada')
    const incident = await declared(a)
    const folder = scratchFolder()
    const practice = { kind: 'drill', name: 'd', title: 'D', briefing: '', length: 1, startedAt: 0, speed: 1 } as const
    const drill = { ...runEngine(folder, {}, undefined, practice), folder, me: 'Bo' }
    const file = await carry(incident, a, drill)
    expect(await drill.ask('bundle:look', { file })).toMatchObject({ drill: false })
    expect(await drill.call('bundle:take', { file, merge: false })).toMatchObject({
      fault: { code: 'bundle-other-mode' },
    })
    expect((await drill.hello()).incidents).toEqual([])
  })
})

it('[BN6] is opened by its passphrase alone', async () => {
  const [a, b] = [await machine('Ada'), await machine('Bo')]
  const incident = await declared(a)
  const { file } = await a.ask('bundle:write', { incident, passphrase: 'correct horse battery' })
  const here = carried(a, file, b)
  expect(await b.call('bundle:look', { file: here })).toMatchObject({ fault: { code: 'bundle-locked' } })
  expect(await b.call('bundle:look', { file: here, passphrase: 'wrong one' })).toMatchObject({
    fault: { code: 'bundle-wrong-passphrase' },
  })
  const passphrase = 'correct horse battery'
  expect(await b.ask('bundle:look', { file: here, passphrase })).toMatchObject({ locked: true, incident })
  expect(await b.ask('bundle:take', { file: here, passphrase, merge: false })).toMatchObject({ incident })
  const path = exchangePath(b.folder, here) ?? ''
  const costly = readFileSync(path, 'latin1').replace(/^(-> scrypt \S+) 18$/m, '$1 22')
  writeFileSync(path, costly, 'latin1')
  expect(await b.call('bundle:look', { file: here, passphrase })).toMatchObject({
    fault: { code: 'bundle-too-costly' },
  })
  expect(readdirSync(join(b.folder, 'exchange'))).toEqual([here])
}, 30_000)

describe('[TC11] command that is handed over by a file', () => {
  it('is read back and accepted where nobody knew of it, with sending, and comes back without a conflict', async () => {
    const [a, b] = [await machine('Ada'), await machine('Bo')]
    const incident = await declared(a)
    await a.ask('roles:assign', { incident, role: 'ic', name: 'Ada' })
    const transfer = newId<TransferId>()
    const words = { to: 'Bo', was: 'Ada', note: '', incidents: [incident], zone: 'Asia/Tokyo' }
    await a.ask('transfer:prepare', { incident, transfer, ...words })
    await a.ask('owner:release', { incident, term: 1, to: 'Bo' })
    const file = await carry(incident, a, b)
    await b.ask('bundle:take', { file, merge: false })
    expect((await shown(b, incident)).head).toMatchObject({
      roles: { ic: { responder: { name: 'Ada' } } },
      transfers: [{ id: transfer, to: { name: 'Bo' }, end: null }],
      timeZones: { ada: 'Asia/Tokyo' },
    })
    const { sections, drawnAt } = await b.ask('transfer:sections', { incident, transfer })
    for (const { section, digest } of sections)
      await b.ask('transfer:read', { incident, transfer, section, digest, drawnAt })
    await b.ask('transfer:accept', { incident, transfer })
    await b.ask('owner:take', { incident, term: 1 })
    expect(await ownerOf(b, incident)).toBeUndefined()
    await a.ask('bundle:take', { file: await carry(incident, b, a), merge: true })
    const [here, there] = [await shown(a, incident), await shown(b, incident)]
    expect(here).toEqual(there)
    expect(openConflicts(here.head)).toEqual([])
    expect(here.head.roles.ic?.responder.name).toBe('Bo')
    expect(here.timeline.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Bo accepted command from Ada, all read back'),
    )
  })
})
