import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createStore, useStore } from 'zustand'
import type { WebSocketLike } from '../../../src/renderer/link/reconnecting-socket'
import { openSocketLink } from '../../../src/renderer/link/socket-link'
import { inTurns } from '../../../src/renderer/link/turns'

const environment = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean | undefined }
const before = environment.IS_REACT_ACT_ENVIRONMENT
// React as users have it: a drawing is made when React finds that it is due.
beforeEach(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = false
})
afterEach(() => {
  environment.IS_REACT_ACT_ENVIRONMENT = before
})

/** A connection whose other end is the test. */
function openLine() {
  const socket: WebSocketLike = {
    onopen: null,
    onclose: null,
    onmessage: null,
    onerror: null,
    binaryType: 'arraybuffer',
    send: () => undefined,
    close: () => undefined,
  }
  const link = openSocketLink('ws://127.0.0.1:1/link', { connect: () => socket })
  socket.onopen?.call(socket as WebSocket, new Event('open'))
  return {
    link,
    push: (name: string, payload: unknown) =>
      socket.onmessage?.call(
        socket as WebSocket,
        new MessageEvent('message', { data: JSON.stringify({ push: name, payload }) }),
      ),
    drop: () => socket.onclose?.call(socket as WebSocket, new CloseEvent('close', { code: 1006 })),
  }
}

it('[CW6] a burst of a thousand lines is drawn to the last, by a page whose drawings leave work over', async () => {
  const { link, push, drop } = openLine()
  const store = createStore<{ readonly count: number }>(() => ({ count: 0 }))
  link.on('log', () => store.setState(({ count }) => ({ count: count + 1 })))
  let drawings = 0
  function Page() {
    const { count } = useStore(store)
    const [after, setAfter] = useState(0)
    useEffect(() => setAfter(count), [count])
    drawings += 1
    return <p>{`${count} and ${after}`}</p>
  }
  const place = document.createElement('div')
  const root = createRoot(place)
  root.render(<Page />)
  await vi.waitFor(() => expect(place.textContent).toBe('0 and 0'))
  const uncaught: unknown[] = []
  const complain = (error: unknown) => uncaught.push(error)
  process.on('uncaughtException', complain)
  try {
    // As a browser hands on what waited for it: one message after the other, and drawings between them.
    for (let at = 0; at < 1_000; at += 1) {
      push('log', { at })
      await Promise.resolve()
      await Promise.resolve()
    }
    await vi.waitFor(() => expect(place.textContent).toBe('1000 and 1000'))
  } finally {
    process.off('uncaughtException', complain)
  }
  expect(uncaught).toEqual([])
  expect(drawings).toBeLessThan(100)
  root.unmount()
  drop()
  link.close()
})

it('[CW6] keeps the order, hands the first on at once, and the rest when the page had its turn', async () => {
  const heard: number[] = []
  const turns = inTurns<number>(item => heard.push(item))
  for (const item of [1, 2, 3]) turns.arrive(item)
  expect(heard).toEqual([1])
  await vi.waitFor(() => expect(heard).toEqual([1, 2, 3]))
})

it('[CW6] hands on what arrives later, though a turn never ends', () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const heard: number[] = []
  const ends: (() => void)[] = []
  const turns = inTurns<number>(
    item => heard.push(item),
    then => void ends.push(then),
  )
  for (const item of [1, 2, 3]) turns.arrive(item)
  expect(heard).toEqual([1])
  vi.advanceTimersByTime(3_100)
  for (const item of [4, 5]) turns.arrive(item)
  expect(heard).toEqual([1, 2, 3, 4])
  // The first turn ends after all: it is not the present one.
  ends[0]?.()
  expect(heard).toEqual([1, 2, 3, 4])
  ends[1]?.()
  expect(heard).toEqual([1, 2, 3, 4, 5])
})

it('[CW6] what comes next is applied after all that waits', () => {
  const heard: string[] = []
  const turns = inTurns<string>(item => heard.push(item))
  for (const item of ['first', 'second']) turns.arrive(item)
  turns.flush()
  heard.push('answer')
  turns.flush()
  expect(heard).toEqual(['first', 'second', 'answer'])
})

it('[CW6] what arrived before the line dropped is there before it is said to be lost', () => {
  const { link, push, drop } = openLine()
  const heard: unknown[] = []
  link.on('log', payload => heard.push(payload))
  link.onState(state => heard.push(state))
  for (const at of [1, 2]) push('log', { at })
  drop()
  expect(heard).toEqual(['open', { at: 1 }, { at: 2 }, 'lost'])
  link.close()
})
