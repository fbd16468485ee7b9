import { describe, expect, it, vi } from 'vitest'
import type { WebSocketLike } from '../../src/renderer/link/reconnecting-socket'
import { openSocketLink } from '../../src/renderer/link/socket-link'
import type { EntryId, IncidentId } from '../../src/shared/domain/ids'

/** The far end of a line, played by the test: it opens, answers and drops when told. */
class HandSocket implements WebSocketLike {
  onopen: WebSocketLike['onopen'] = null
  onclose: WebSocketLike['onclose'] = null
  onmessage: WebSocketLike['onmessage'] = null
  onerror: WebSocketLike['onerror'] = null
  binaryType: WebSocketLike['binaryType'] = 'blob'
  readonly sent: { readonly id: string; readonly name: string; readonly input: unknown }[] = []
  closed = false

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }
  close(): void {
    this.closed = true
  }
  open(): void {
    this.onopen?.call(this as never, new Event('open'))
  }
  drop(): void {
    this.onclose?.call(this as never, new Event('close') as CloseEvent)
  }
  say(frame: unknown): void {
    const data = typeof frame === 'string' ? frame : JSON.stringify(frame)
    this.onmessage?.call(this as never, new MessageEvent('message', { data }))
  }
}

/** A link on hand-played sockets and hand-run timers. */
function linkInHand(random = () => 0) {
  const sockets: HandSocket[] = []
  const timers: { readonly wait: number; readonly run: () => void }[] = []
  const link = openSocketLink('ws://127.0.0.1:1/link', {
    connect: () => {
      const socket = new HandSocket()
      sockets.push(socket)
      return socket
    },
    after: (wait, run) => {
      const timer = { wait, run }
      timers.push(timer)
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1))
    },
    random,
  })
  const states: string[] = []
  link.onState(state => states.push(state))
  const socket = () => {
    const last = sockets.at(-1)
    if (last === undefined) throw new Error('The link has made no socket')
    return last
  }
  const runTimer = () => {
    const [next] = timers.toSorted((a, b) => a.wait - b.wait)
    if (next !== undefined) timers.splice(timers.indexOf(next), 1)
    next?.run()
  }
  /** [CW5] The line has been down for so long that no decision waits for it any more. */
  const stayAway = () => timers.find(({ wait }) => wait === 20_000)?.run()
  return { link, socket, sockets, timers, states, runTimer, stayAway }
}

const hello = { name: 'Kim', screen: 'test' }
const incident = 'incident-1' as IncidentId

describe('the link over a WebSocket', () => {
  it('says nothing of its state until it is known', () => {
    const { states, socket } = linkInHand()
    expect(states).toEqual([])
    socket().open()
    expect(states).toEqual(['open'])
  })

  it('sends calls that were made before the line was open, in their order, after the state was told', () => {
    const { link, socket } = linkInHand()
    void link.call('feeds:refresh', {})
    void link.call('comms:templates', {})
    link.onState(() => void link.call('session:hello', hello))
    socket().open()
    expect(socket().sent.map(frame => frame.name)).toEqual(['session:hello', 'feeds:refresh', 'comms:templates'])
  })

  it('settles each call by its own reply, whatever their order', async () => {
    const { link, socket } = linkInHand()
    socket().open()
    const [first, second] = [link.call('feeds:refresh', {}), link.call('connections:list', {})]
    const [a, b] = socket().sent
    socket().say({ id: b?.id, reply: { ok: true, value: [] } })
    socket().say({ id: a?.id, reply: { ok: false, fault: { kind: 'refused', message: 'no' } } })
    expect(await second).toEqual({ ok: true, value: [] })
    expect(await first).toMatchObject({ ok: false, fault: { kind: 'refused' } })
  })

  it('[CW6] draws what waits before it settles a call', async () => {
    const { link, socket } = linkInHand()
    socket().open()
    const heard: unknown[] = []
    link.on('facts', facts => heard.push(facts))
    const call = link.call('feeds:refresh', {}).then(() => [...heard])
    for (const payload of [['old'], ['new']]) socket().say({ push: 'facts', payload })
    socket().say({ id: socket().sent[0]?.id, reply: { ok: true, value: null } })
    expect(await call).toEqual([['old'], ['new']])
  })

  it('sends unanswered calls again with the same ids, and settles once', async () => {
    const { link, socket, states, runTimer } = linkInHand()
    socket().open()
    const call = link.call('feeds:refresh', {})
    const [sent] = socket().sent
    socket().drop()
    runTimer()
    socket().open()
    expect(socket().sent).toEqual([sent])
    socket().say({ id: sent?.id, reply: { ok: true, value: null } })
    socket().say({ id: sent?.id, reply: { ok: false, fault: { kind: 'internal', message: '' } } })
    expect(await call).toEqual({ ok: true, value: null })
    expect(states).toEqual(['open', 'lost', 'open'])
  })

  it('answers what belongs to a lost line, and does not send it on the next', async () => {
    const { link, socket, runTimer } = linkInHand()
    socket().open()
    const calls = [link.call('session:hello', hello), link.call('log:follow', { incident, after: 3 })]
    socket().drop()
    for (const call of calls) expect(await call).toMatchObject({ ok: false, fault: { kind: 'disconnected' } })
    expect(await link.call('log:follow', { incident, after: 3 })).toMatchObject({ fault: { kind: 'disconnected' } })
    runTimer()
    socket().open()
    expect(socket().sent).toEqual([])
  })

  it('waits longer after each failure, up to five seconds, and starts anew once something was heard', () => {
    const { socket, timers, runTimer } = linkInHand()
    const waits: number[] = []
    for (let failure = 0; failure < 7; failure += 1) {
      socket().drop()
      waits.push(timers.findLast(({ wait }) => wait < 20_000)?.wait ?? 0)
      runTimer()
    }
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000])
    socket().open()
    socket().say({ push: 'world', payload: null })
    socket().drop()
    expect(timers[0]?.wait).toBe(250)
  })

  it('spreads the waits by chance', () => {
    const { socket, timers } = linkInHand(() => 0.5)
    socket().drop()
    expect(timers[0]?.wait).toBe(187.5)
  })

  it('gives an attempt up that gets no answer', () => {
    const { sockets, states, timers, runTimer } = linkInHand()
    expect(timers[0]?.wait).toBe(10_000)
    runTimer()
    expect(states).toEqual(['lost'])
    expect(sockets[0]?.closed).toBe(true)
    runTimer()
    sockets[1]?.open()
    expect(states).toEqual(['lost', 'open'])
  })

  it('gives an open line up that falls silent, and sends what waited on it over the next one', async () => {
    const { link, socket, sockets, states, timers, runTimer } = linkInHand()
    socket().open()
    socket().say({ push: 'clock', payload: { now: 1, rate: 1 } })
    const call = link.call('feeds:refresh', {})
    expect(timers.map(({ wait }) => wait)).toEqual([15_000])
    runTimer()
    expect(states).toEqual(['open', 'lost'])
    expect(sockets[0]?.closed).toBe(true)
    runTimer()
    socket().open()
    expect(socket().sent).toEqual(sockets[0]?.sent)
    socket().say({ id: socket().sent[0]?.id, reply: { ok: true, value: null } })
    expect(await call).toEqual({ ok: true, value: null })
  })

  it('hears nothing more from a line that was given up', () => {
    const { link, sockets, runTimer } = linkInHand()
    const heard: unknown[] = []
    link.on('world', payload => heard.push(payload))
    const old = sockets[0]
    old?.open()
    old?.drop()
    runTimer()
    old?.say({ push: 'world', payload: null })
    expect(heard).toEqual([])
  })

  it('hands pushes in their order to those who listen, until they stop', async () => {
    const { link, socket } = linkInHand()
    const heard: unknown[] = []
    const stop = link.on('clock', clock => heard.push(clock.now))
    socket().open()
    for (const now of [1, 2, 3]) socket().say({ push: 'clock', payload: { now, rate: 1 } })
    await vi.waitFor(() => expect(heard).toEqual([1, 2, 3]))
    stop()
    socket().say({ push: 'clock', payload: { now: 4, rate: 1 } })
    expect(heard).toEqual([1, 2, 3])
  })

  it('takes no harm from frames that are none', () => {
    const { link, socket, states } = linkInHand()
    socket().open()
    void link.call('feeds:refresh', {})
    for (const frame of ['', '{', '[]', 'null', '{"id":"x"}', '{"push":7}', '{"push":"__proto__"}']) socket().say(frame)
    expect(states).toEqual(['open'])
  })

  it('refuses a call that is too large for the line, without sending it', async () => {
    const { link, socket } = linkInHand()
    socket().open()
    const input = { incident, impact: 'é'.repeat(600_000) }
    expect(await link.call('incident:state-impact', input)).toMatchObject({ fault: { kind: 'invalid-input' } })
    expect(socket().sent).toEqual([])
  })

  it('answers what waits when it is closed, and connects no more', async () => {
    const { link, socket, timers } = linkInHand()
    socket().open()
    const call = link.call('feeds:refresh', {})
    link.close()
    expect(await call).toMatchObject({ fault: { kind: 'disconnected' } })
    expect(await link.call('feeds:refresh', {})).toMatchObject({ fault: { kind: 'disconnected' } })
    expect(timers).toEqual([])
    expect(socket().closed).toBe(true)
  })
})

describe('[CW5] what a person decided while the engine is away', () => {
  const severity = { incident, to: 'SEV-1', reason: 'All cards fail' } as const
  const line = {
    incident,
    entry: 'e-1' as EntryId,
    kind: 'note',
    text: 'typed',
    occurredAt: null,
    pinned: false,
  } as const

  it('is not done late: it is answered, and only what may wait is sent when the engine is back', async () => {
    const { link, socket, runTimer, stayAway } = linkInHand()
    socket().open()
    socket().drop()
    const decided = link.call('incident:change-severity', severity)
    void link.call('timeline:append', line)
    void link.call('settings:read', {})
    stayAway()
    expect(await decided).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('nothing was changed') },
    })
    expect(await link.call('acts:ask', {} as never)).toMatchObject({ ok: false, fault: { kind: 'disconnected' } })
    runTimer()
    socket().open()
    expect(socket().sent.map(({ name }) => name)).toEqual(['timeline:append', 'settings:read'])
  })

  it('may have been done where it was sent before the line dropped: it is not sent again', async () => {
    const { link, socket, runTimer, stayAway } = linkInHand()
    socket().open()
    const decided = link.call('incident:change-severity', severity)
    socket().drop()
    stayAway()
    expect(await decided).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('may have been done') },
    })
    runTimer()
    socket().open()
    expect(socket().sent).toEqual([])
  })

  it('waits for an engine that is back soon', async () => {
    const { link, socket, runTimer, timers } = linkInHand()
    socket().open()
    socket().drop()
    void link.call('incident:change-severity', severity)
    runTimer()
    socket().open()
    expect(socket().sent.map(({ name }) => name)).toEqual(['incident:change-severity'])
    expect(timers.filter(({ wait }) => wait === 20_000)).toEqual([])
  })
})
