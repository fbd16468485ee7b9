import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { Push } from '../../src/main/engine/bridge'
import { openSockets } from '../../src/main/hosts/web/sockets'
import type { Pushes } from '../../src/shared/contract/pushes'
import { ok } from '../../src/shared/lib/reply'
import { against, atMost, type BenchResult } from './result'

const BROWSERS = 100
const EACH_SECOND = 200
const SECONDS = 10
const ROUNDS = 3

/** Browsers in a process of their own, so that what they use is not counted. They tell how old each push was, as JSON. */
const browsers = `const [, url, count, expected] = process.argv, WebSocket = require('ws'), ages = []
let open = 0
const now = () => performance.timeOrigin + performance.now()
for (let n = 0; n < +count; n += 1) {
  const socket = new WebSocket(url, { perMessageDeflate: false })
  socket.on('open', () => { if (++open === +count) process.stdout.write('open\\n') })
  socket.on('message', data => {
    const at = data.indexOf('"sentAt":') + 9
    ages.push(now() - parseFloat(data.toString('latin1', at, at + 20)))
    if (ages.length === +expected) {
      ages.sort((a, b) => a - b)
      process.stdout.write(JSON.stringify(ages[Math.floor(ages.length * 0.99)]) + '\\n')
      process.exit(0)
    }
  })
}`

interface Measured {
  readonly p99: number
  /** CPU milliseconds of the server for all of it. */
  readonly cpu: number
}

/** Something that sends one push to every browser. */
interface FanOut {
  readonly server: Server
  send(payload: Pushes['log']): void
  stop(): void
}

const silent = { info: () => undefined, warn: () => undefined, error: (message: string) => console.error(message) }

/** The sockets of the browser host, with the engine's loop over its sessions before them. */
function ours(): FanOut {
  const server = createServer()
  const pushes = new Set<Push>()
  const bridge = {
    openSession: (push: Push) => {
      pushes.add(push)
      return { call: async () => ok(null), close: () => void pushes.delete(push) }
    },
  }
  const sockets = openSockets({ bridge, logger: silent }, () => true)
  server.on('upgrade', (request, socket, head) =>
    sockets.accept(request, socket, head, { session: 's', principal: 'host', cookie: null }),
  )
  return {
    server,
    send: payload => {
      for (const push of pushes) push('log', payload)
    },
    stop: sockets.stop,
  }
}

/** The plain way: a text that is made once, and sent to each. */
function bare(): FanOut {
  const server = createServer()
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  return {
    server,
    send: payload => {
      const text = JSON.stringify({ push: 'log', payload })
      for (const socket of sockets.clients) socket.send(text)
    },
    stop: () => {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}

/** An event of the usual size, with the instant at which it left. */
function eventOf(seq: number): Pushes['log'] {
  const text = `Errors of checkout are back to normal after the roll-back, watching it until the hour (${seq})`.padEnd(
    220,
  )
  const by = { kind: 'person', responder: { id: 'dana', name: 'Dana Scully' } }
  const event = {
    seq,
    kind: 'entry-added',
    version: 1,
    at: 1,
    sentAt: performance.timeOrigin + performance.now(),
    by,
    body: { text },
  }
  return { incident: 'i', after: seq - 1, events: [event] } as never
}

export async function run(): Promise<readonly BenchResult[]> {
  const [mine, theirs]: [Measured[], Measured[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    theirs.push(await measure(bare()))
    mine.push(await measure(ours()))
  }
  const what = `${EACH_SECOND} pushes a second to ${BROWSERS} browsers`
  const row = (field: keyof Measured, name: string) =>
    against({ name: `${what}, ${name}`, value: middle(mine, field), unit: 'ms' }, middle(theirs, field))
  return [atMost(row('p99', 'p99'), 1.5), atMost(row('cpu', 'CPU'), 1.25)]
}

function middle(measured: readonly Measured[], field: keyof Measured): number {
  return measured.map(one => one[field]).sort((a, b) => a - b)[Math.floor(measured.length / 2)] ?? Number.NaN
}

async function measure({ server, send, stop }: FanOut): Promise<Measured> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  const count = EACH_SECOND * SECONDS
  const args = ['-e', browsers, url, String(BROWSERS), String(BROWSERS * count)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    await lineOf(child)
    const before = process.cpuUsage()
    const heard = lineOf(child)
    await sendAll(count, send)
    const p99 = Number(await heard)
    const { user, system } = process.cpuUsage(before)
    return { p99, cpu: (user + system) / 1_000 }
  } finally {
    child.kill()
    stop()
    server.close()
  }
}

function sendAll(count: number, send: FanOut['send']): Promise<void> {
  const start = performance.now()
  let sent = 0
  return new Promise(done => {
    const timer = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - start) / 1_000) * EACH_SECOND))
      while (sent < due) {
        sent += 1
        send(eventOf(sent))
      }
      if (sent < count) return
      clearInterval(timer)
      done()
    }, 1)
  })
}

/** The next line that a child writes. @throws when it ends before */
async function lineOf(child: ChildProcess): Promise<string> {
  const [data] = await Promise.race([
    once(child.stdout ?? child, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('The browsers ended'))),
  ])
  return String(data).trim()
}
