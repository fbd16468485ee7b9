/** Runs in the page, as text: it may use nothing from outside itself. */

type Tell = (kind: string, ...args: readonly unknown[]) => Promise<unknown>
type Hear = (channel: string, args: readonly unknown[]) => void
type Preload = (require: (name: string) => unknown, module: object, exports: object, process: object) => void

declare global {
  interface Window {
    __standin: Tell
    __standinHear: Hear
  }
}

/** Plays the sandbox around a preload: `require` knows `electron` and nothing else. */
export function runPreload(preload: Preload): void {
  // Electron runs a preload in the main frame only.
  if (window !== window.top) return
  const tell = window.__standin
  const listeners = new Map<string, Set<(event: object, ...args: readonly unknown[]) => void>>()
  const heard = (channel: string) => listeners.get(channel) ?? new Set()
  window.__standinHear = (channel, args) => {
    for (const listener of heard(channel)) listener({}, ...args)
  }
  const ipcRenderer = {
    invoke: (channel: string, ...args: readonly unknown[]) => tell('invoke', channel, structuredClone(args)),
    on: (channel: string, listener: (event: object, ...args: readonly unknown[]) => void) =>
      listeners.set(channel, heard(channel).add(listener)),
    off: (channel: string, listener: (event: object, ...args: readonly unknown[]) => void) =>
      heard(channel).delete(listener),
  }
  const contextBridge = {
    exposeInMainWorld: (key: string, api: object) =>
      Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true }),
  }
  const sandboxRequire = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return { contextBridge, ipcRenderer, webUtils: { getPathForFile: () => '' } }
  }
  for (const [event, type] of Object.entries({ mousedown: 'mouseDown', keydown: 'rawKeyDown' })) {
    window.addEventListener(event, ({ isTrusted }) => isTrusted && void tell('input', type), { capture: true })
  }
  window.open = url => {
    void tell('open', new URL(String(url), location.href).href)
    return null
  }
  const module = { exports: {} }
  preload(sandboxRequire, module, module.exports, { type: 'renderer', sandboxed: true })
}
