import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { debuggingPort } from './chromium.ts'
import { ipcMain } from './ipc.ts'
import { record, recorded } from './recorded.ts'
import { protocol, session } from './session.ts'
import { BrowserWindow } from './windows.ts'

/**
 * Stands in for the `electron` module, so that the BUILT main and preload run under plain Node with a plain Chromium.
 * It is no Electron: it has one JavaScript world, no sandbox, no native windows, menus, keychain or permissions, and
 * app:// has no privileges. It shows that our own wiring holds together, and records what was asked for.
 */

/** One display at first; a test plugs in another. */
class Screen extends EventEmitter {
  readonly displays = [display(1, 0, 1920, 1080)]
  getAllDisplays = (): readonly object[] => this.displays
  getPrimaryDisplay = (): object | undefined => this.displays[0]
}

function display(id: number, x: number, width: number, height: number) {
  const area = { x, y: 0, width, height }
  return { id, bounds: area, workArea: area }
}

const screen = new Screen()

class Tray {
  setContextMenu = (menu: unknown): void => record('tray-menu', menu)
  setToolTip = (words: string): void => record('tray-words', words)
  on = (): this => this
  destroy = (): void => record('tray-gone', null)
}

const nativeImage = {
  createFromPath: (path: string) => record('image', path),
}

const powerSaveBlocker = {
  start: (kind: string) => {
    record('stay-awake', kind)
    return 1
  },
  stop: (id: number) => record('may-sleep', id),
}

const globalShortcut = {
  register: (key: string) => {
    record('shortcut', key)
    return true
  },
  unregister: (key: string) => record('shortcut-gone', key),
}

const shell = {
  openExternal: async (url: string) => record('open-external', url),
  openPath: async (path: string) => {
    record('open-path', path)
    return ''
  },
}

const Menu = {
  buildFromTemplate: (template: readonly unknown[]) => ({ items: template }),
  setApplicationMenu: (menu: unknown) => record('menu', menu),
}

const dialog = {
  showErrorBox: (title: string, content: string) => {
    record('error-box', { title, content })
    console.error(`${title}: ${content}`)
  },
}

/** As on a Linux without a keychain. */
const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'basic_text',
  encryptString: (text: string) => Buffer.from(text),
  decryptString: (data: Buffer) => data.toString(),
}

class Notification {
  static isSupported = (): boolean => true
  readonly #options: unknown
  constructor(options: unknown) {
    this.#options = options
  }
  on = (): this => this
  show = (): void => record('notification', this.#options)
}

const standin = {
  recorded,
  /** A display of 4K to the right of the first. */
  plugInDisplay: () => {
    screen.displays.push(display(2, 1920, 3840, 2160))
    screen.emit('display-added')
  },
  unplugDisplay: () => {
    screen.displays.pop()
    screen.emit('display-removed')
  },
}

const electron = {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  nativeImage,
  Notification,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  standin,
  Tray,
}

export {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  Menu,
  Notification,
  nativeImage,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  standin,
  Tray,
}
// biome-ignore lint/style/noDefaultExport: electron-store imports Electron's default export.
export default electron

app.on('web-contents-created', (_event, contents) => {
  contents.once('did-finish-load', () => process.send?.({ kind: 'window', port: debuggingPort() }))
})

/** The test's `evaluate`: runs a function's text here, as Playwright does in a real main process. */
process.on('message', async (message: { readonly id: number; readonly source: string; readonly arg: unknown }) => {
  try {
    // biome-ignore lint/security/noGlobalEval: the test's own function, sent by the process that started this one.
    const value = await globalThis.eval(`(${message.source})`)(electron, message.arg)
    process.send?.({ kind: 'value', id: message.id, value })
  } catch (error) {
    process.send?.({ kind: 'thrown', id: message.id, error: String(error) })
  }
})
// The channel to the test must not keep an application alive that has nothing left to do.
process.channel?.unref()
