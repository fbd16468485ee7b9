import { EventEmitter } from 'node:events'
import type { IpcRenderer, WebContents } from 'electron'
import type { CallChannel } from '../../src/main/hosts/electron/ipc'
import { APP_ORIGIN, COCKPIT_URL } from '../../src/main/hosts/electron/origin'

type Handler = Parameters<CallChannel['handle']>[1]
type Listener = (event: object, ...args: readonly unknown[]) => void
type PreloadEnd = Pick<IpcRenderer, 'invoke' | 'on' | 'off'>

/** What Electron says of the frame that sent a message. */
export interface FrameFacts {
  readonly url: string
  readonly origin: string
  readonly parent: object | null
  readonly detached: boolean
  readonly destroyed: boolean
}

const cockpitFrame: FrameFacts = {
  url: COCKPIT_URL,
  origin: APP_ORIGIN,
  parent: null,
  detached: false,
  destroyed: false,
}

/** Electron's two ends of IPC in one process. What crosses is structuredCloned, both ways, as in Electron. */
export function ipcPair() {
  const handlers = new Map<string, Handler>()
  const channel: CallChannel = {
    handle: (name, handler) => void handlers.set(name, handler),
    removeHandler: name => void handlers.delete(name),
  }
  const invoke = async (event: object, name: string, args: readonly unknown[]): Promise<unknown> => {
    const handler = handlers.get(name)
    if (handler === undefined) throw new Error(`No handler registered for '${name}'`)
    return structuredClone(await handler(event as never, ...structuredClone(args)))
  }
  return { channel, openWindow: () => new FakeWindow(invoke) }
}

/** A window's two sides: `contents` for the main process, `ipcRenderer` for its preload. */
class FakeWindow {
  readonly contents: WebContents
  readonly ipcRenderer: PreloadEnd
  /** Replaced by a test that plays another page, or no page at all. */
  frame: FrameFacts | null = cockpitFrame
  readonly #events = new EventEmitter()
  readonly #listeners = new EventEmitter()
  #destroyed = false

  constructor(invoke: (event: object, name: string, args: readonly unknown[]) => Promise<unknown>) {
    const send = (name: string, ...args: readonly unknown[]): void => {
      if (this.#destroyed) throw new TypeError('Object has been destroyed')
      this.#listeners.emit(name, {}, ...structuredClone(args))
    }
    this.contents = Object.assign(this.#events, { send, isDestroyed: () => this.#destroyed }) as unknown as WebContents
    this.ipcRenderer = {
      invoke: (name: string, ...args: readonly unknown[]) => invoke(this.#event(), name, args),
      on: (name: string, listener: Listener) => void this.#listeners.on(name, listener),
      off: (name: string, listener: Listener) => void this.#listeners.off(name, listener),
    } as unknown as PreloadEnd
  }

  startNavigation(details: { readonly isMainFrame: boolean; readonly isSameDocument: boolean }): void {
    this.#events.emit('did-start-navigation', details)
  }

  destroy(): void {
    this.#destroyed = true
    this.#events.emit('destroyed')
  }

  #event(): object {
    const facts = this.frame
    return {
      sender: this.contents,
      senderFrame: facts === null ? null : { ...facts, isDestroyed: () => facts.destroyed },
    }
  }
}
