import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import type { Bridge, Push } from '../../src/main/engine/bridge'
import { FRAME_LIMIT } from '../../src/shared/contract/frames'
import { ok } from '../../src/shared/lib/reply'
import { socketTo, startedHost } from './support/web-fixture'

/** A bridge whose sessions the test holds in its hand. */
function heldBridge() {
  const held = { pushes: [] as Push[], calls: 0, closed: 0 }
  const bridge: Bridge = {
    openSession: push => {
      held.pushes.push(push)
      return {
        call: async () => {
          held.calls += 1
          return ok(null)
        },
        close: () => {
          held.closed += 1
        },
      }
    },
  }
  return { held, bridge }
}

async function closeCode(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close')
  return code as number
}

const id = '3f0c2f4e-1f0a-4d6b-9c55-0a4c4c1f7b11'
const good = JSON.stringify({ id, name: 'feeds:refresh', input: {} })

describe('the sockets of the web host', () => {
  it('[HB14] write a push as text once for all screens, and anew when it is pushed again', async () => {
    const { held, bridge } = heldBridge()
    const host = await startedHost(bridge)
    const sockets = [socketTo(host), socketTo(host), socketTo(host)]
    const heard: unknown[][] = sockets.map(() => [])
    for (const [at, socket] of sockets.entries()) {
      socket.on('message', data => heard[at]?.push(JSON.parse(String(data)).payload))
      await once(socket, 'open')
    }
    await expect.poll(() => held.pushes.length).toBe(3)
    let written = 0
    // Counts how often it is made into a text.
    const payload = { now: 1, rate: 1, toJSON: () => ({ written: ++written }) }
    for (const push of held.pushes) push('clock', payload)
    await expect.poll(() => heard).toEqual(sockets.map(() => [{ written: 1 }]))
    for (const push of held.pushes) push('clock', payload)
    await expect.poll(() => heard).toEqual(sockets.map(() => [{ written: 1 }, { written: 2 }]))
  })

  it.each([
    ['an empty frame', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['no id', '{"name":"feeds:refresh","input":{}}'],
    ['an id of another type', '{"id":7,"name":"feeds:refresh","input":{}}'],
    ['an id that is no id', '{"id":"<b>","name":"feeds:refresh","input":{}}'],
    ['no name', `{"id":"${id}","input":{}}`],
    ['an endless name', JSON.stringify({ id, name: 'x'.repeat(1_000), input: {} })],
    ['a binary frame', Buffer.from(good)],
    ['a nest of a million', '['.repeat(1_000_000)],
  ])('close a line that sends %s, and do nothing it says afterwards', async (_what, frame) => {
    const { held, bridge } = heldBridge()
    const socket = socketTo(await startedHost(bridge))
    await once(socket, 'open')
    socket.send(frame)
    socket.send(good)
    expect(await closeCode(socket)).toBe(1008)
    await expect.poll(() => held.closed).toBe(1)
    expect(held.calls).toBe(0)
  })

  it('close a line that sends more than a frame may hold', async () => {
    const { bridge } = heldBridge()
    const socket = socketTo(await startedHost(bridge))
    await once(socket, 'open')
    socket.send('x'.repeat(FRAME_LIMIT + 1))
    expect(await closeCode(socket)).toBe(1009)
  })

  it('cut off a screen that does not read, so that it comes back and resumes', async () => {
    const { held, bridge } = heldBridge()
    const host = await startedHost(bridge, { waitingBytes: 100_000 })
    const socket = socketTo(host)
    await once(socket, 'open')
    socket.pause()
    // The kernel takes some megabytes before anything waits in the host.
    for (let push = 0; push < 400 && held.closed === 0; push += 1) {
      held.pushes[0]?.('pages', 'x'.repeat(100_000) as never)
      await new Promise(setImmediate)
    }
    await expect.poll(() => held.closed).toBe(1)
    socket.terminate()
  })

  it('cut off a screen that answers no ping, and keep one that does', async () => {
    const { held, bridge } = heldBridge()
    const host = await startedHost(bridge, { pingEvery: 30 })
    const [awake, asleep] = [socketTo(host), socketTo(host, { autoPong: false })]
    await Promise.all([once(awake, 'open'), once(asleep, 'open')])
    expect(await closeCode(asleep)).toBe(1006)
    await once(awake, 'ping')
    await once(awake, 'ping')
    expect(held.closed).toBe(1)
  })

  it('say that they go away when the host stops', async () => {
    const { held, bridge } = heldBridge()
    const host = await startedHost(bridge)
    const socket = socketTo(host)
    await once(socket, 'open')
    const code = closeCode(socket)
    await host.stop()
    expect(await code).toBe(1001)
    await expect.poll(() => held.closed).toBe(1)
  })
})
