import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type ConnectionId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import { criteriaNow, offersRoom, offersRoomEnd } from '../../../src/shared/domain/room-criteria'
import type { StepRequest } from '../../../src/shared/domain/war-room'
import { type RoomStep, stepProgress, stepsToAsk } from '../../../src/shared/domain/war-room'
import { HOUR } from '../../../src/shared/lib/time'
import { commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import type { Seen } from '../../support/open-loopback'
import { type Room, startRoom } from '../../support/room-engine'
import { type Playing, play } from '../drill/playing'
import { startLoopback } from '../http/loopback'

const slack = 'drill-slack' as ConnectionId
const WAR_ROOM = { id: 'C0WARROOM1', name: 'inc-payments' }
const PATIENCE = { timeout: 25_000, interval: 50 }
let playing: Playing

beforeEach(async () => {
  playing = await play()
  playing.goTo(8)
})
afterEach(() => playing.stop())

const act = () => newId<OutboxItemId>()

function allSteps(): readonly RoomStep[] {
  return [
    { kind: 'post', act: act(), text: 'SEV-1: payments fail <!channel>' },
    { kind: 'pin', act: act(), pin: act(), text: 'Ticket: T-1 https://example.com/T-1' },
    { kind: 'pin', act: act(), pin: act(), text: 'Runbook: R https://example.com/r' },
    { kind: 'invite', act: act(), person: { id: 'nadia@drill.example', name: 'Nadia' } },
    { kind: 'invite', act: act(), person: { id: 'nobody@example.com', name: 'Bo' } },
    { kind: 'public-line', act: act(), connection: slack, channel: WAR_ROOM, text: 'Follow it: #NAME' },
  ]
}

/** With the address of somebody whom the drill's Slack has. */
function stepsFor(email: string): readonly RoomStep[] {
  return allSteps().map(step =>
    step.kind === 'invite' && step.person.name === 'Nadia' ? { ...step, person: { id: email, name: 'Nadia' } } : step,
  )
}

async function someEmail(): Promise<string> {
  const { body } = await playing.call('drill-pagerduty', 'GET', '/users')
  return body.users[0].email
}

const planOf = (steps: readonly RoomStep[]) => ({ act: act(), connection: slack, steps })

async function history(channel: string) {
  const path = `/api/conversations.history?channel=${channel}&include_all_metadata=true`
  const { body } = await playing.call('drill-slack', 'GET', path)
  return body.messages as readonly { readonly text: string; readonly ts: string }[]
}

const settled = ({ acts }: Incident) => acts.every(({ standing }) => standing.state !== 'waiting')

describe('the war room in one act', () => {
  it('[WR1] [WR2] [WR3] [WR5] opens the channel and does each step once, in order, over HTTP', async () => {
    const room = await startRoom(playing, scratchFolder())
    const plan = planOf(stepsFor(await someEmail()))
    const bridge = { id: newId(), kind: 'bridge', label: 'Bridge', url: 'https://meet.example.com/x' } as const
    const asked = { incident: room.id, plan, name: 'incident-payments', private: false, bridge }
    for (const _ of [1, 2]) await room.engine.ask('room:open', asked as never)
    await vi.waitFor(
      () =>
        expect(
          stepProgress(plan, room.incident().acts).every(({ state }) => state === 'done' || state === 'failed'),
        ).toBe(true),
      PATIENCE,
    )

    const channel = room.incident().acts[0]
    if (channel?.standing.state !== 'done' || channel.what.kind !== 'chat-open') throw new Error('no channel')
    const { externalId: id } = channel.standing
    expect((await history(id)).map(({ text }) => text).toReversed()).toEqual([
      'SEV-1: payments fail &lt;!channel&gt;',
      'Ticket: T-1 https://example.com/T-1',
      'Runbook: R https://example.com/r',
    ])
    const { body: pins } = await playing.call('drill-slack', 'GET', `/api/pins.list?channel=${id}`)
    expect(pins.items).toHaveLength(2)
    const { body: members } = await playing.call('drill-slack', 'GET', `/api/conversations.members?channel=${id}`)
    expect(members.members).toHaveLength(2)
    const { body: info } = await playing.call('drill-slack', 'GET', `/api/conversations.info?channel=${id}`)
    expect(info.channel.topic.value).toContain('SEV-1 · investigating')

    const states = stepProgress(plan, room.incident().acts).map(({ state }) => state)
    expect(states).toEqual(['done', 'done', 'done', 'done', 'failed', 'done'])
    const failed = room.incident().acts.find(({ standing }) => standing.state === 'failed')
    expect(failed?.standing).toMatchObject({ reason: expect.stringContaining('users_not_found') })
    expect(room.incident().links.map(({ kind }) => kind)).toEqual(['bridge', 'war-room'])
    // One line for all that was confirmed, one for the channel, and one for what failed.
    const lines = room.lines().filter(text => /war room|channel|invite|post|pin/i.test(text))
    expect(lines.filter(text => text.startsWith('War room: '))).toHaveLength(1)
    expect(lines.filter(text => /nobody@example.com|Bo/.test(text)).length).toBeGreaterThan(0)
    expect(lines.some(text => text.startsWith('Done: pin'))).toBe(false)
  })

  it('[WR2] the public line has the address of the channel', async () => {
    const room = await startRoom(playing, scratchFolder())
    const plan = planOf([])
    const name = `incident-x-${plan.act.replace(/[^a-z0-9]/g, '').slice(-4)}`
    const line = {
      kind: 'public-line',
      act: act(),
      connection: slack,
      channel: WAR_ROOM,
      text: `See #${name}.`,
    } as const
    await room.engine.ask('room:open', {
      ...{ incident: room.id, plan: { ...plan, steps: [line] }, name, private: false },
    } as never)
    await vi.waitFor(async () => {
      const texts = (await history(WAR_ROOM.id)).map(({ text }) => text)
      expect(texts).toContainEqual(
        expect.stringMatching(new RegExp(`^See #${name} \\(https://drill.slack.invalid/archives/C\\w+\\)\\.$`)),
      )
    }, PATIENCE)
  })

  it.each(['conversations.create', 'chat.postMessage', 'conversations.invite', 'pins.add'])(
    '[WR2] a crash while %s is answered resumes, and nothing is done twice',
    async method => {
      const behind = playing.drill.connections.find(one => one.id === slack)?.baseUrl ?? ''
      const folder = scratchFolder()
      let crashed: Promise<void> | undefined
      let room: Room | undefined
      const forward = async ({ method: verb, url, headers, body }: Seen) => {
        const sent = {
          authorization: String(headers.authorization),
          'content-type': String(headers['content-type'] ?? ''),
        }
        return fetch(`${behind}${url.pathname}${url.search}`, {
          method: verb,
          headers: sent,
          ...(verb === 'GET' ? {} : { body }),
        })
      }
      const proxy = await startLoopback((seen, response) => {
        void forward(seen).then(async answer => {
          const text = await answer.text()
          if (crashed === undefined && seen.url.pathname.endsWith(method)) {
            // Done there, and the engine never hears of it.
            response.destroy()
            crashed = room?.engine.stop()
            return
          }
          response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(text)
        })
      })
      room = await startRoom(playing, folder, proxy.origin)
      const plan = planOf(stepsFor(await someEmail()).filter(step => step.kind !== 'public-line'))
      await room.engine.ask('room:open', { incident: room.id, plan, name: 'incident-p', private: false } as never)
      await vi.waitFor(() => expect(crashed).toBeDefined(), PATIENCE)
      await crashed
      const again = await startRoom(playing, folder, proxy.origin, room.id)
      await vi.waitFor(() => {
        expect(stepProgress(plan, again.incident().acts).map(({ state }) => state)).toEqual([
          'done',
          'done',
          'done',
          'done',
          'failed',
        ])
      }, PATIENCE)
      const opened = again.incident().acts.find(({ id }) => id === plan.act)
      const id = opened?.standing.state === 'done' ? opened.standing.externalId : ''
      expect(await history(id)).toHaveLength(3)
      const { body } = await playing.call('drill-slack', 'GET', '/api/conversations.list')
      expect(body.channels.filter(({ name }: { name: string }) => name.startsWith('incident-p'))).toHaveLength(1)
      expect(settled(again.incident())).toBe(true)
    },
    60_000,
  )

  it('[WR6] its end: a last message, then archived; only what was opened for this incident', async () => {
    const room = await startRoom(playing, scratchFolder())
    const plan = planOf([])
    await room.engine.ask('room:open', { incident: room.id, plan, name: 'incident-p', private: false } as never)
    await vi.waitFor(() => expect(settled(room.incident())).toBe(true), PATIENCE)
    const opened = room.incident().acts[0]
    const channel = { id: opened?.standing.state === 'done' ? opened.standing.externalId : '', name: 'incident-p' }
    const foreign = { kind: 'chat-archive', connection: slack, channel: WAR_ROOM } as const
    expect(await room.engine.call('acts:ask', { incident: room.id, act: act(), what: foreign })).toMatchObject({
      ok: false,
      fault: { kind: 'refused' },
    })
    const post = { kind: 'chat-post', connection: slack, channel, text: 'Over.' } as const
    await room.engine.ask('acts:ask', { incident: room.id, act: act(), what: post })
    const what = { kind: 'chat-archive', connection: slack, channel } as const
    await room.engine.ask('acts:ask', { incident: room.id, act: act(), what })
    await vi.waitFor(
      () =>
        expect(room.incident().acts.filter(({ standing }) => standing.state === 'done').length).toBe(
          room.incident().acts.length,
        ),
      PATIENCE,
    )
    expect((await history(channel.id)).map(({ text }) => text)).toEqual(['Over.'])
    const { body } = await playing.call('drill-slack', 'GET', `/api/conversations.info?channel=${channel.id}`)
    expect(body.channel.is_archived).toBe(true)
    expect(offersRoomEnd({ ...room.incident(), status: 'resolved' })).toBe(false)
  })
})

describe('what a war room is offered for', () => {
  function incidentWith(severity: 'SEV-1' | 'SEV-2' | 'SEV-3') {
    const bench = commandBench(scratchFolder())
    bench.run('incident:declare', { title: 'Payments fail', severity, impact: '' })
    const now = bench.clock.now()
    return { bench, now, incident: () => bench.ledger.record(bench.incident)?.incident as Incident }
  }

  it('[WR4] SEV-1 at once, SEV-2 after an hour, several services; not once a person says that none is needed', () => {
    const first = incidentWith('SEV-1')
    expect(offersRoom(first.incident(), first.now)).toBe(true)
    first.bench.run('room:set', { declined: true })
    expect(offersRoom(first.incident(), first.now)).toBe(false)
    const second = incidentWith('SEV-2')
    expect(offersRoom(second.incident(), second.now)).toBe(false)
    expect(offersRoom(second.incident(), second.now + HOUR + 1)).toBe(true)
    const third = incidentWith('SEV-3')
    expect(criteriaNow(third.incident(), third.now).some(({ holds }) => holds)).toBe(false)
    third.bench.run('incident:state-services', { services: ['Payments', 'Checkout'] })
    expect(offersRoom(third.incident(), third.now)).toBe(true)
  })

  it('[WR2] asks for nothing where a person said that the channel is there: nobody knows which', () => {
    const plan = planOf(allSteps())
    const what = { kind: 'chat-open', connection: slack, name: 'x', private: false } as const
    const done = { id: plan.act, what, standing: { state: 'done', externalId: '', url: null } } as const
    expect(stepsToAsk({ roomPlans: [plan], acts: [done] })).toEqual([])
    const named = { ...done, standing: { ...done.standing, externalId: 'C1' } }
    const asked: readonly StepRequest[] = stepsToAsk({ roomPlans: [plan], acts: [named] })
    expect(asked.map(({ what: { kind } }) => kind)).toEqual([
      ...['chat-post', 'chat-post', 'chat-post', 'chat-invite', 'chat-invite', 'chat-post'],
    ])
  })
})
