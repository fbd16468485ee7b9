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

const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
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

const standin = { recorded }

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  standin,
}

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  standin,
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
