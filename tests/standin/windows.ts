import { EventEmitter } from 'node:events'
import { app, whenWindowsClose } from './app.ts'
import { WebContents } from './contents.ts'
import { isPrevented, record } from './recorded.ts'

interface Options {
  readonly width?: number
  readonly height?: number
  readonly show?: boolean
  readonly webPreferences: { readonly preload: string }
}

const open = new Set<BrowserWindow>()
let made = 0

/** A window without a frame, a desktop or a focus of its own: a page, and what was asked of it. */
export class BrowserWindow extends EventEmitter {
  readonly id = ++made
  readonly webContents: WebContents
  readonly #bounds: object
  #destroyed = false

  constructor(options: Options) {
    super()
    record('window', options)
    const { width = 800, height = 600 } = options
    this.#bounds = { x: 0, y: 0, width, height }
    this.webContents = new WebContents(options.webPreferences.preload)
    open.add(this)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    // A page that is closed from outside is a window that the person closed.
    this.webContents.once('destroyed', () => this.#gone())
    app.emit('web-contents-created', {}, this.webContents)
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return [...open]
  }

  static getFocusedWindow(): null {
    return null
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url)
  }

  close(): void {
    if (!isPrevented(event => this.emit('close', event))) this.destroy()
  }

  destroy(): void {
    this.#leave()
    void this.webContents.close()
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  show = (): void => record('window-shown', null)
  showInactive = (): void => record('window-shown-inactive', null)
  focus = (): void => record('window-focused', null)
  restore = (): void => record('window-restored', null)
  maximize = (): void => record('window-maximized', null)
  isMinimized = (): boolean => false
  isMaximized = (): boolean => false
  getNormalBounds = (): object => this.#bounds

  #gone(): void {
    if (this.#destroyed) return
    this.emit('close', { preventDefault: () => record('close-not-preventable', null) })
    this.#leave()
  }

  #leave(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    open.delete(this)
    this.emit('closed')
    if (open.size === 0) app.lastWindowClosed()
  }
}

whenWindowsClose(() => {
  for (const window of [...open]) window.close()
  return open.size === 0
})
