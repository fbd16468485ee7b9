import { describe, expect, it } from 'vitest'
import type { Bridge, Push } from '../../src/main/engine/bridge'
import { startIpcRouter } from '../../src/main/hosts/electron/ipc'
import { CALL_CHANNEL, PUSH_CHANNEL } from '../../src/shared/contract/bridge'
import type { Principal } from '../../src/shared/domain/principal'
import { type FrameFacts, ipcPair } from '../support/ipc-pair'
import { keptLogger } from '../support/kept-logger'

function openRouter() {
  const sessions: { readonly push: Push; readonly principal: Principal; calls: string[]; closed: boolean }[] = []
  const bridge: Bridge = {
    openSession: (push, principal) => {
      const session = { push, principal, calls: [] as string[], closed: false }
      sessions.push(session)
      return {
        call: async (request, name, input) => {
          session.calls.push(name)
          return { ok: true, value: { request, input } }
        },
        close: () => {
          session.closed = true
        },
      }
    },
  }
  const pair = ipcPair()
  const logger = keptLogger()
  const router = startIpcRouter(bridge, logger, pair.channel)
  const window = pair.openWindow()
  router.admit(window.contents, 'host')
  const call = (from = window) => from.ipcRenderer.invoke(CALL_CHANNEL, 'r-1', 'feeds:refresh', { deep: [1] })
  return { sessions, pair, logger, router, window, call }
}

describe('who may call', () => {
  it('carries a call of the cockpit to its session and the reply back', async () => {
    const { call, sessions } = openRouter()
    expect(await call()).toEqual({ ok: true, value: { request: 'r-1', input: { deep: [1] } } })
    expect(sessions[0]?.calls).toEqual(['feeds:refresh'])
  })

  const strangers: Readonly<Record<string, Partial<FrameFacts>>> = {
    'a page of the web': { url: 'https://example.com/', origin: 'https://example.com' },
    'a page that looks like ours': { url: 'https://quarterdeck/', origin: 'https://quarterdeck' },
    'another host of our scheme': { url: 'app://other/', origin: 'app://other' },
    'a host that begins with ours': { url: 'app://quarterdeck.evil/', origin: 'app://quarterdeck.evil' },
    'a user name that is our host': { url: 'app://quarterdeck@evil/', origin: 'app://evil' },
    'a port of our host': { url: 'app://quarterdeck:1/', origin: 'app://quarterdeck:1' },
    'a file': { url: 'file:///quarterdeck/index.html', origin: 'file://' },
    'a blank page that inherits our origin': { url: 'about:blank' },
    'our address in a sandboxed document': { origin: 'null' },
    'an empty address': { url: '' },
    'a sub-frame on our own origin': { parent: {} },
    'a frame that was taken out of its page': { detached: true },
    'a destroyed frame': { destroyed: true },
  }
  it.each(Object.entries(strangers))('refuses %s before any session opens', async (_who, facts) => {
    const { call, sessions, window, logger } = openRouter()
    if (window.frame !== null) window.frame = { ...window.frame, ...facts }
    expect(await call()).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    expect(sessions).toEqual([])
    expect(logger.lines).toHaveLength(1)
  })

  it('refuses a frame that is gone', async () => {
    const { call, sessions, window } = openRouter()
    window.frame = null
    expect(await call()).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    expect(sessions).toEqual([])
  })

  it('refuses a window that was not admitted', async () => {
    const { call, sessions, pair } = openRouter()
    expect(await call(pair.openWindow())).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    expect(sessions).toEqual([])
  })

  it('refuses contents that were destroyed', async () => {
    const { call, sessions, window } = openRouter()
    await call()
    window.destroy()
    expect(await call()).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    expect(sessions).toMatchObject([{ closed: true, calls: ['feeds:refresh'] }])
  })

  it.each([
    [7, 'feeds:refresh'],
    ['r', null],
    [{}, []],
  ])('refuses a call shaped %j, %j', async (request, name) => {
    const { sessions, window } = openRouter()
    const reply = await window.ipcRenderer.invoke(CALL_CHANNEL, request, name, {})
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    expect(sessions).toEqual([])
  })
})

describe('one session for each document', () => {
  it('keeps the session over calls and navigation within the page', async () => {
    const { call, sessions, window } = openRouter()
    await call()
    window.startNavigation({ isMainFrame: true, isSameDocument: true })
    window.startNavigation({ isMainFrame: false, isSameDocument: false })
    await call()
    expect(sessions).toHaveLength(1)
  })

  it('closes it when the page is loaded anew, and opens another', async () => {
    const { call, sessions, window } = openRouter()
    await call()
    window.startNavigation({ isMainFrame: true, isSameDocument: false })
    expect(sessions).toMatchObject([{ closed: true }])
    await call()
    expect(sessions).toMatchObject([{ closed: true }, { closed: false }])
  })

  it('sends pushes to its own window alone, and to none that is gone', async () => {
    const { call, sessions, pair, router, window } = openRouter()
    const other = pair.openWindow()
    router.admit(other.contents, 'host')
    const heard: unknown[] = []
    window.ipcRenderer.on(PUSH_CHANNEL, (_event, ...args) => heard.push(args))
    other.ipcRenderer.on(PUSH_CHANNEL, () => heard.push('other'))
    await call()
    sessions[0]?.push('clock', { now: 5, rate: 2 })
    window.destroy()
    sessions[0]?.push('clock', { now: 6, rate: 2 })
    expect(heard).toEqual([['clock', { now: 5, rate: 2 }]])
  })

  it('[AX1] opens each window’s session as what the window was admitted, whatever its page says', async () => {
    const { call, sessions, pair, router } = openRouter()
    const wall = pair.openWindow()
    router.admit(wall.contents, 'watch')
    await call()
    await call(wall)
    expect(sessions.map(({ principal }) => principal)).toEqual(['host', 'watch'])
  })

  it('hears nothing after its stop, and closes every session', async () => {
    const { call, sessions, router } = openRouter()
    await call()
    router.stop()
    expect(sessions).toMatchObject([{ closed: true }])
    await expect(call()).rejects.toThrow('No handler')
  })
})

it('makes a fault of a session that throws', async () => {
  const logger = keptLogger()
  const call = async () => Promise.reject(new Error('disk is on fire'))
  const pair = ipcPair()
  const router = startIpcRouter({ openSession: () => ({ call, close: () => undefined }) }, logger, pair.channel)
  const window = pair.openWindow()
  router.admit(window.contents, 'host')
  expect(await window.ipcRenderer.invoke(CALL_CHANNEL, 'r', 'feeds:refresh', {})).toMatchObject({
    ok: false,
    fault: { kind: 'internal', message: expect.not.stringContaining('fire') },
  })
  expect(logger.lines).toEqual([expect.stringContaining('disk is on fire')])
})
