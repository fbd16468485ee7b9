import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { HOUR } from '../../../src/shared/lib/time'
import { faultPlan, type LineFault, lineFaults } from '../../support/fault-plan'
import { type FaultProxyOptions, startFaultProxy } from '../../support/fault-proxy'
import { startLoopback } from '../http/loopback'

const delays = { inTime: 120, tooLate: 150 }
const body = JSON.stringify({ ok: true, text: 'x'.repeat(400) })

/** A server that answers the same to all, and a line before it on which only `faults` happen. */
async function faulty(faults: readonly LineFault[], options: Partial<FaultProxyOptions> = {}) {
  const server = await startLoopback((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(body),
  )
  const line = await startFaultProxy({ target: server.origin, seed: 'socket', rate: 1, faults, delays, ...options })
  onTestFinished(line.stop)
  return { line, seen: server.seen, port: Number(new URL(line.origin).port) }
}

interface Heard {
  readonly socket: Socket
  /** All bytes so far. */
  text(): string
  /** How the connection ended: `end`, or the code of its error. */
  readonly ended: Promise<string>
}

/** One request on a socket of its own, without a client that would hide what happens on it. */
function say(port: number, path = '/act'): Heard {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  const { promise: ended, resolve } = Promise.withResolvers<string>()
  socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
  socket.on('close', () => resolve('end'))
  socket.write(`POST ${path} HTTP/1.1\r\nHost: vendor\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`)
  return { socket, text: () => text, ended }
}

const statusOf = (text: string) => Number(text.split(' ')[1])
const headerOf = (text: string, name: string) => new RegExp(`^${name}: (.*)\r$`, 'im').exec(text)?.[1]

describe('the faulty line, on a real socket', () => {
  it('none: the answer comes whole', async () => {
    const { port, seen } = await faulty(['none'])
    const heard = say(port)
    expect(await heard.ended).toBe('end')
    expect(statusOf(heard.text())).toBe(200)
    expect(heard.text()).toContain(body)
    expect(seen).toHaveLength(1)
  })

  it('latency: the answer comes whole, and later than the server gave it, but in time', async () => {
    const { port } = await faulty(['latency'])
    const began = performance.now()
    const heard = say(port)
    await heard.ended
    expect(heard.text()).toContain(body)
    const plan = faultPlan('socket', 1, ['latency']).next('POST /act\n{}')
    const asked = ((plan.random() + plan.random()) * delays.inTime) / 2
    expect(asked).toBeGreaterThan(5)
    // Timers may ring a millisecond early, each.
    expect(performance.now() - began).toBeGreaterThanOrEqual(asked - 2)
  })

  it('reset-before: the server never saw it', async () => {
    const { port, seen } = await faulty(['reset-before'])
    expect(await say(port).ended).toBe('ECONNRESET')
    expect(seen).toHaveLength(0)
  })

  it('reset-after: the server did it, and the connection breaks', async () => {
    const { port, seen } = await faulty(['reset-after'])
    const heard = say(port)
    expect(await heard.ended).toBe('ECONNRESET')
    expect(heard.text()).toBe('')
    expect(seen).toHaveLength(1)
  })

  it('reset-mid-body: status, headers and half of the body, then a reset', async () => {
    const { port, seen } = await faulty(['reset-mid-body'])
    const heard = say(port)
    expect(await heard.ended).toBe('ECONNRESET')
    expect(statusOf(heard.text())).toBe(200)
    expect(headerOf(heard.text(), 'content-length')).toBe(String(body.length))
    expect(heard.text().split('\r\n\r\n')[1]).toBe(body.slice(0, Math.floor(body.length / 2)))
    expect(seen).toHaveLength(1)
  })

  it('half-open: the server did it, nothing comes, and the connection stays', async () => {
    const { port, seen } = await faulty(['half-open'])
    const heard = say(port)
    await vi.waitFor(() => expect(seen).toHaveLength(1), 20_000)
    await pause(delays.tooLate)
    expect(heard.text()).toBe('')
    expect(heard.socket.readyState).toBe('open')
  })

  it('silence: neither the server nor the client hears anything', async () => {
    const { port, seen } = await faulty(['silence'])
    const heard = say(port)
    await pause(delays.tooLate)
    expect(seen).toHaveLength(0)
    expect(heard.socket.readyState).toBe('open')
  })

  it('late: the server gets it only after the client gave up, and before anything sent later', async () => {
    const { port, seen } = await faulty(['late'])
    const heard = say(port, '/first')
    await pause(delays.tooLate / 2)
    heard.socket.destroy()
    expect(seen).toHaveLength(0)
    await pause(delays.tooLate)
    say(port, '/second')
    await vi.waitFor(() => expect(seen.map(({ url }) => url.pathname)).toEqual(['/first', '/second']), 20_000)
  })

  it('storm: the same request gets 429 some times in a row, with seconds to wait; others pass', async () => {
    const { port, seen } = await faulty(['storm'], { rate: 0.35, seed: 'row' })
    const rows: number[][] = []
    for (const path of ['/a', '/b', '/c', '/d', '/e', '/f']) {
      const statuses: number[] = []
      for (let nth = 0; nth < 6; nth += 1) {
        const heard = say(port, path)
        await heard.ended
        statuses.push(statusOf(heard.text()))
        if (statuses.at(-1) === 429) expect(Number(headerOf(heard.text(), 'retry-after'))).toBeLessThan(3)
      }
      rows.push(statuses)
    }
    const all = rows.flat()
    expect(new Set(all)).toEqual(new Set([200, 429]))
    expect(rows.some(row => row.join(' ').includes('429 429'))).toBe(true)
    expect(seen).toHaveLength(all.filter(status => status === 200).length)
  })

  it('storm-by-date: by a clock that is hours wrong, the date to wait for is two seconds after the date of the answer', async () => {
    const { port } = await faulty(['storm-by-date'])
    const heard = say(port)
    await heard.ended
    const [date, until] = ['date', 'retry-after'].map(name => Date.parse(headerOf(heard.text(), name) ?? ''))
    expect(statusOf(heard.text())).toBe(429)
    expect((until ?? 0) - (date ?? 0)).toBeGreaterThanOrEqual(1_000)
    expect((until ?? 0) - (date ?? 0)).toBeLessThanOrEqual(3_000)
    expect(Math.abs((date ?? 0) - Date.now())).toBeGreaterThan(HOUR / 60)
  })

  it('storm-silent: 429 without a word about waiting', async () => {
    const { port, seen } = await faulty(['storm-silent'])
    const heard = say(port)
    await heard.ended
    expect(statusOf(heard.text())).toBe(429)
    expect(headerOf(heard.text(), 'retry-after')).toBeUndefined()
    expect(seen).toHaveLength(0)
  })

  it('skew: the answer is good, and its clock is hours off', async () => {
    const { port } = await faulty(['skew'])
    const heard = say(port)
    await heard.ended
    expect(heard.text()).toContain(body)
    const off = Math.abs(Date.parse(headerOf(heard.text(), 'date') ?? '') - Date.now())
    expect(off).toBeGreaterThan(HOUR / 60)
    expect(off).toBeLessThanOrEqual(24 * HOUR)
  })

  it.each([
    ['failed-before', 0],
    ['failed-after', 1],
    ['html-before', 0],
    ['html-after', 1],
    ['truncated', 1],
  ] as const)('%s: the server saw it %i times, and the answer is not the server’s', async (fault, times) => {
    const { port, seen } = await faulty([fault])
    const heard = say(port)
    await heard.ended
    expect(seen).toHaveLength(times)
    expect(heard.text()).not.toContain(body)
    expect(statusOf(heard.text())).toBeGreaterThanOrEqual(200)
  })

  it('one seed treats the same requests the same, another seed does not', () => {
    const told = (seed: string) => {
      const plan = faultPlan(seed, 0.5)
      return Array.from({ length: 200 }, (_, n) => plan.next(`POST /${n % 40}`).fault)
    }
    expect(told('a')).toEqual(told('a'))
    expect(told('a')).not.toEqual(told('b'))
    expect(new Set(told('a')).size).toBeGreaterThan(lineFaults.length / 2)
  })

  it('the share of faulty exchanges is what was asked for', () => {
    const plan = faultPlan('share', 0.3, ['reset-after'])
    const faults = Array.from({ length: 5_000 }, (_, n) => plan.next(`POST /${n}`).fault)
    const share = faults.filter(fault => fault !== 'none').length / faults.length
    expect(share).toBeGreaterThan(0.28)
    expect(share).toBeLessThan(0.32)
  })
})
