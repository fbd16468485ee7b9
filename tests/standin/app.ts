import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeChromium } from './chromium.ts'
import { isPrevented, record } from './recorded.ts'

let closeWindows = (): boolean => true

/** Handed in by the windows, which know the application; false: a window would not close. */
export function whenWindowsClose(close: () => boolean): void {
  closeWindows = close
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly name = 'quarterdeck'
  readonly #ready = Promise.withResolvers<void>()
  readonly #paths = new Map<string, string>()
  #isReady = false
  #quitting = false

  readonly commandLine = {
    hasSwitch: (name: string) => process.argv.some(each => each.split('=')[0] === `--${name}`),
    getSwitchValue: () => '',
    appendSwitch: (name: string, value?: string) => record('switch', { name, value }),
  }

  constructor() {
    super()
    setImmediate(() => {
      this.#isReady = true
      this.emit('ready', {})
      this.#ready.resolve()
    })
  }

  whenReady = (): Promise<void> => this.#ready.promise
  isReady = (): boolean => this.#isReady
  getVersion = (): string => '0.0.0'
  getName = (): string => this.name
  setName = (name: string): void => record('name', name)
  getAppPath = (): string => process.cwd()
  requestSingleInstanceLock = (): boolean => record('single-instance-lock', null) === undefined
  setAsDefaultProtocolClient = (scheme: string): void => record('link-scheme', scheme)
  setBadgeCount = (count: number): void => record('badge', count)
  setAppUserModelId = (id: string): void => record('app-user-model-id', id)

  getPath(name: string): string {
    const config = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
    const known: Readonly<Record<string, string>> = { home: homedir(), temp: tmpdir(), appData: config }
    return this.#paths.get(name) ?? known[name] ?? join(config, this.name)
  }

  setPath(name: string, path: string): void {
    mkdirSync(path, { recursive: true })
    this.#paths.set(name, path)
  }

  /** Electron quits by itself when nobody listens. */
  lastWindowClosed(): void {
    if (this.#quitting) return
    if (!this.emit('window-all-closed')) this.quit()
  }

  quit(): void {
    if (this.#quitting) return
    this.#quitting = true
    const refused =
      isPrevented(event => this.emit('before-quit', event)) ||
      !closeWindows() ||
      isPrevented(event => this.emit('will-quit', event))
    this.#quitting = false
    if (!refused) this.exit(0)
  }

  exit(code = 0): void {
    this.#quitting = true
    this.emit('quit', {}, code)
    void closeChromium().finally(() => process.exit(code))
  }
}

export const app = new App()
