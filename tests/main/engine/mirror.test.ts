import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { takeByRule } from '../../../src/main/engine/proposals/taken-by-rule'
import { mirrorOf, watchMirror } from '../../../src/main/engine/requests/mirror-watch'
import { type ConnectionId, type EntryId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import { linesToPost, type MirrorMode } from '../../../src/shared/domain/mirror'
import type { Proposal } from '../../../src/shared/domain/proposal'
import type { RecordedRequest } from '../../../src/shared/domain/vendor-request'
import { actDone } from '../../../src/shared/events/act-done'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { sendJson } from '../../support/open-loopback'
import { type Room, startRoom } from '../../support/room-engine'
import { type Playing, play } from '../drill/playing'
import { startLoopback } from '../http/loopback'

const slack = 'drill-slack' as ConnectionId
const PATIENCE = { timeout: 25_000, interval: 50 }
const act = () => newId<OutboxItemId>()

describe('over HTTP', () => {
  let playing: Playing
  beforeEach(async () => {
    playing = await play()
    playing.goTo(8)
  })
  afterEach(() => playing.stop())

  async function said(channel: string): Promise<readonly string[]> {
    const { body } = await playing.call('drill-slack', 'GET', `/api/conversations.history?channel=${channel}`)
    return body.messages.map(({ text }: { readonly text: string }) => text).toReversed()
  }

  async function opened(room: Room, mirror: MirrorMode): Promise<string> {
    await room.engine.ask('room:open', {
      ...{ incident: room.id, plan: { act: act(), connection: slack, steps: [] }, name: 'incident-p', private: false },
    } as never)
    await room.engine.ask('room:set', { incident: room.id, mirror } as never)
    await vi.waitFor(() => expect(room.incident().acts.length).toBeGreaterThan(1), PATIENCE)
    const standing = room.incident().acts[0]?.standing
    return standing?.state === 'done' ? standing.externalId : ''
  }

  const write = (room: Room, text: string, kind = 'note', entry = newId<EntryId>()) =>
    room.engine
      .ask('timeline:append', { incident: room.id, entry, kind, text, occurredAt: null, pinned: false } as never)
      .then(() => entry)

  it('[RM1] [RM2] [RM3] lines go to the room in one message, corrected and retracted ones again, none twice after a restart', async () => {
    const folder = scratchFolder()
    const room = await startRoom(playing, folder)
    await room.engine.ask('roles:assign', { incident: room.id, role: 'ic', name: 'Dana Scully', was: null } as never)
    const channel = await opened(room, 'all')
    const first = await write(room, 'flag new-ledger off <!channel>')
    const second = await write(room, 'roll back', 'decision')
    await vi.waitFor(async () => expect((await said(channel)).join('\n')).toContain('roll back'), PATIENCE)
    const texts = (await said(channel)).join('\n')
    expect(texts).toMatch(/\[\d\d:\d\d UTC\] \[(IC )?Dana Scully\] flag new-ledger off &lt;!channel&gt;/)
    expect(texts).toMatch(/\[(IC )?Dana Scully\] decision: roll back/)
    await room.engine.stop()

    const again = await startRoom(playing, folder, undefined, room.id)
    await again.engine.ask('timeline:correct', {
      incident: room.id,
      entry: first,
      text: 'flag off, no change',
    } as never)
    await again.engine.ask('timeline:retract', { incident: room.id, entry: second, reason: 'wrong' } as never)
    await vi.waitFor(async () => expect((await said(channel)).join('\n')).toContain('retracted: '), PATIENCE)
    const all = (await said(channel)).join('\n')
    expect(all.match(/flag new-ledger off/g)).toHaveLength(1)
    expect(all).toContain('corrected: flag off, no change')
    expect(all.match(/retracted: decision: roll back/g)).toHaveLength(1)
    expect(again.lines().filter(text => /repeat (a|\d+) line/.test(text))).toEqual([])
  })
})

/** A Slack of one channel, in which a person writes too. */
async function startSlack() {
  const messages: { ts: string; text: string; [field: string]: unknown }[] = []
  let reads = 0
  const next = () => `${Math.floor(Date.now() / 1_000)}.${String(messages.length + 1).padStart(6, '0')}`
  const server = await startLoopback(({ url, body }, response) => {
    const method = url.pathname.replace('/api/', '')
    const answers: Readonly<Record<string, () => object>> = {
      'auth.test': () => ({ user_id: 'UOURS', bot_id: 'BOURS', url: 'https://acme.slack.com/' }),
      'conversations.create': () => ({ channel: { id: 'C1', name: JSON.parse(body).name } }),
      'conversations.history': () => {
        if (url.searchParams.get('channel') === 'C1') reads += 1
        return { messages: messages.toReversed() }
      },
      'pins.list': () => ({ items: [] }),
      'users.info': () => ({ user: { name: 'mei' } }),
      'chat.postMessage': () => {
        const { text, metadata } = JSON.parse(body)
        messages.push({ type: 'message', user: 'UOURS', bot_id: 'BOURS', ts: next(), text, metadata })
        return { ts: messages.at(-1)?.ts }
      },
    }
    sendJson(response, { ok: true, ...answers[method]?.() })
  })
  return {
    origin: server.origin,
    messages,
    reads: () => reads,
    say: (text: string) => messages.push({ type: 'message', user: 'UMEI', ts: next(), text }),
  }
}

it('[RM4] [RM5] what people say in the room becomes a line once, and nothing of either side comes back', async () => {
  const playing = await play()
  onTestFinished(() => playing.stop())
  const there = await startSlack()
  const room = await startRoom(playing, scratchFolder(), there.origin)
  const plan = { act: act(), connection: slack, steps: [] }
  await room.engine.ask('room:open', { incident: room.id, plan, name: 'incident-p', private: false } as never)
  await room.engine.ask('room:set', { incident: room.id, mirror: 'all' } as never)
  const line = { incident: room.id, kind: 'note', occurredAt: null, pinned: false }
  await room.engine.ask('timeline:append', { ...line, entry: newId(), text: 'from the scribe' } as never)
  await vi.waitFor(() => expect(there.messages.map(({ text }) => text).join()).toContain('from the scribe'), PATIENCE)
  there.say('from the room')
  await vi.waitFor(() => expect(room.lines()).toContain('mei: from the room'), PATIENCE)
  await room.engine.ask('timeline:append', { ...line, entry: newId(), text: 'after it' } as never)
  await vi.waitFor(() => expect(there.messages.map(({ text }) => text).join()).toContain('after it'), PATIENCE)
  const before = there.reads()
  await vi.waitFor(() => expect(there.reads()).toBeGreaterThan(before), PATIENCE)
  expect(there.messages.filter(({ text }) => text.includes('from the room'))).toHaveLength(1)
  expect(room.lines().filter(text => text.includes('from the scribe'))).toHaveLength(1)
  expect(room.lines().filter(text => text.includes('from the room'))).toHaveLength(1)
  expect(room.lines().filter(text => text.includes('after it'))).toHaveLength(1)
}, 90_000)

function benchWithRoom(mirror: MirrorMode | null) {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const plan = { act: act(), connection: slack, steps: [] }
  bench.run('room:open', { plan, name: 'incident-p', private: false })
  const what = { kind: 'chat-open', connection: slack, name: 'incident-p', private: false } as const
  const done = actDone.draft({ act: plan.act, what, externalId: 'C1', url: null }, bench.clock.now(), {
    kind: 'engine',
  })
  bench.ledger.commit(bench.incident, newId(), { events: [done] }, bench.clock.now())
  if (mirror !== null) bench.run('room:set', { mirror })
  return bench
}

const incidentOf = (bench: Bench) => bench.ledger.record(bench.incident)?.incident as Incident
const textsOf = (bench: Bench) =>
  bench.ledger
    .record(bench.incident)
    ?.timeline()
    .map(({ text }) => text) ?? []

function heard(bench: Bench, text: string, change: Partial<Proposal> = {}): Proposal {
  return {
    ...{ id: 'slack:C1:5.5', connection: slack, channel: 'C1', author: 'Mei', text, at: bench.clock.now() },
    ...{ pinned: false, shared: false, ...change },
  }
}

describe('messages that become lines by themselves', () => {
  const take = (bench: Bench, proposals: readonly Proposal[]) =>
    takeByRule({
      ...{
        clock: bench.clock,
        ledger: bench.ledger,
        openIncidents: () => [bench.incident],
        rooms: () => ({ proposals }),
      },
      mode: incident => mirrorOf(incident),
    })

  it.each([
    ['all', ['Mei: plain', 'Mei: pinned']],
    ['decisions', ['Mei: pinned']],
    ['none', []],
  ] as const)('[RM1] [RM5] of a room that repeats %s', (mode, lines) => {
    const bench = benchWithRoom(mode)
    const messages = [
      heard(bench, 'plain'),
      heard(bench, 'pinned', { id: 'slack:C1:6.6', pinned: true }),
      heard(bench, 'elsewhere', { id: 'slack:C2:7.7', channel: 'C2', shared: true, pinned: true }),
    ]
    for (const _ of [1, 2, 3]) take(bench, messages)
    expect(
      textsOf(bench)
        .filter(text => text.startsWith('Mei: '))
        .toSorted(),
    ).toEqual(lines.toSorted())
  })

  it('[RM6] an edit corrects the line with its earlier words kept, but not what a person has worded', () => {
    const bench = benchWithRoom('all')
    take(bench, [heard(bench, 'flag of')])
    take(bench, [heard(bench, 'flag off', { edited: true })])
    const entry = 'slack:C1:5.5' as EntryId
    const line = () => bench.ledger.record(bench.incident)?.line(entry)
    expect(line()).toMatchObject({ text: 'Mei: flag off', earlier: [{ text: 'Mei: flag of', by: { name: 'Slack' } }] })
    for (const _ of [1, 2]) take(bench, [heard(bench, 'flag off', { edited: true })])
    expect(line()?.earlier).toHaveLength(1)
    bench.run('timeline:correct', { entry, text: 'Mei turned the flag off' })
    take(bench, [heard(bench, 'flag off again', { edited: true })])
    expect(line()?.text).toBe('Mei turned the flag off')
  })
})

describe('what the next message of a room repeats', () => {
  const lines = (bench: Bench) => bench.ledger.record(bench.incident)?.timeline() ?? []
  const posted = (keys: readonly string[], since: number, state: 'done' | 'failed' | 'unknown'): RecordedRequest =>
    ({
      id: act(),
      what: { kind: 'chat-lines', connection: slack, channel: { id: 'C1', name: 'x' }, lines: keys, since, skipped: 0 },
      standing: { state, externalId: 'x', url: null, reason: '', inDoubt: false },
    }) as RecordedRequest

  it('[RM3] at most twenty lines; after a long time without Slack the newest sixty, and how many came before', () => {
    const bench = benchWithRoom('all')
    for (let n = 0; n < 90; n += 1) {
      bench.clock.advance(1_000)
      bench.run('timeline:append', { entry: newId(), kind: 'note', text: `line ${n}`, occurredAt: null, pinned: false })
    }
    const from = incidentOf(bench).declaredAt
    const acts: RecordedRequest[] = []
    const told: string[] = []
    let skipped = 0
    for (;;) {
      const next = linesToPost(lines(bench), acts, { mode: 'all', from })
      if (next === undefined) break
      expect(next.lines.length).toBeLessThanOrEqual(20)
      told.push(...next.lines)
      skipped += next.skipped
      acts.push(posted(next.lines, next.since, 'done'))
    }
    expect(new Set(told).size).toBe(told.length)
    expect(told).toHaveLength(60)
    expect(skipped).toBeGreaterThanOrEqual(30)
  })

  it.each(['failed', 'unknown'] as const)('[RM2] a message that is %s holds the rest', state => {
    const bench = benchWithRoom('all')
    bench.run('timeline:append', { entry: newId(), kind: 'note', text: 'x', occurredAt: null, pinned: false })
    const from = incidentOf(bench).declaredAt
    expect(linesToPost(lines(bench), [], { mode: 'all', from })).toBeDefined()
    expect(linesToPost(lines(bench), [posted([], 0, state)], { mode: 'all', from })).toBeUndefined()
  })

  it('[RM1] decisions and pinned lines alone where that is chosen, and nothing before somebody chooses in an old room', () => {
    const bench = benchWithRoom(null)
    const note = { occurredAt: null, kind: 'note' } as const
    bench.run('timeline:append', { ...note, entry: newId(), text: 'plain', pinned: false })
    bench.run('timeline:append', { ...note, entry: newId(), text: 'pinned', pinned: true })
    const of = (mode: MirrorMode) => linesToPost(lines(bench), [], { mode, from: 0 })?.lines.length ?? 0
    expect([of('all'), of('decisions'), of('none')]).toEqual([expect.any(Number), 1, 0])
    expect(mirrorOf(incidentOf(bench))).toBe('decisions')
    expect(mirrorOf({ ...incidentOf(bench), roomPlans: [] }, 'all')).toBe('none')
  })

  it('[RM2] [RM3] asks once for a burst, and not at all where another machine sends', () => {
    const bench = benchWithRoom('all')
    const sends = vi.fn(() => false)
    const watch = (ledger: Parameters<typeof watchMirror>[0]['ledger']) =>
      watchMirror({ clock: bench.clock, ledger, chosen: () => undefined })
    const elsewhere = watch({ ...bench.ledger, record: id => bench.ledger.record(id), sends })
    for (const n of [1, 2, 3])
      bench.run('timeline:append', { entry: newId(), kind: 'note', text: `${n}`, occurredAt: null, pinned: false })
    elsewhere.changed(bench.incident)
    bench.clock.advance(5_000)
    const asked = () => incidentOf(bench).acts.filter(({ what }) => what.kind === 'chat-lines')
    expect(asked()).toEqual([])
    const here = watch(bench.ledger)
    for (const _ of [1, 2, 3]) here.changed(bench.incident)
    bench.clock.advance(5_000)
    expect(asked()).toHaveLength(1)
  })
})
