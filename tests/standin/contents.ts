import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Frame, Page, Route } from '@playwright/test'
import { appOrigin, toAppUrl, toPageUrl } from './address.ts'
import { openChromium } from './chromium.ts'
import { runPreload } from './in-page.ts'
import { answerInvoke } from './ipc.ts'
import { isPrevented, record } from './recorded.ts'
import { answerRequest, session } from './session.ts'

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' }

let made = 0

/** A page of Chromium with the built preload in it. */
export class WebContents extends EventEmitter {
  readonly id = ++made
  readonly session = session.defaultSession
  readonly #preload: string
  #page: Page | null = null
  #destroyed = false
  #loading = false
  #openHandler: WindowOpenHandler = () => ({ action: 'allow' })

  constructor(preload: string) {
    super()
    this.#preload = preload
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler
  }

  isDestroyed(): boolean {
    return this.#destroyed
  }

  getURL(): string {
    return this.#page === null ? '' : toAppUrl(this.#page.url())
  }

  send(channel: string, ...args: readonly unknown[]): void {
    const message = { channel, args: structuredClone(args) }
    const sent = this.#page?.evaluate(({ channel, args }) => window.__standinHear(channel, args), message)
    // A page that closes or navigates while a message is under way misses it, as in Electron.
    sent?.catch((error: unknown) => record('send-missed', String(error)))
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#open()
    this.#loading = true
    try {
      await page.goto(toPageUrl(url))
    } finally {
      this.#loading = false
    }
    this.emit('did-finish-load')
  }

  reload(): void {
    record('reload', null)
    void this.#page?.reload()
  }

  async close(): Promise<void> {
    await this.#page?.close()
  }

  async #open(): Promise<Page> {
    if (this.#page !== null) return this.#page
    const context = await openChromium()
    const blank = context.pages().find(page => page.url() === 'about:blank')
    const page = blank ?? (await context.newPage())
    this.#page = page
    page.on('close', () => {
      this.#destroyed = true
      this.emit('destroyed')
    })
    await page.exposeBinding('__standin', ({ frame }, kind: string, ...args: readonly unknown[]) =>
      this.#heard(frame, kind, args),
    )
    const source = readFileSync(this.#preload, 'utf8')
    await page.addInitScript({ content: `(${runPreload})((require, module, exports, process) => {${source}\n})` })
    await page.route('**/*', route => this.#answer(route, page))
    return page
  }

  #heard(frame: Frame, kind: string, args: readonly unknown[]): unknown {
    const [first, rest] = args
    if (kind === 'invoke') return answerInvoke({ sender: this, senderFrame: describe(frame) }, String(first), rest)
    if (kind === 'input') return void this.emit('input-event', {}, { type: first })
    const { action } = this.#openHandler({ url: toAppUrl(String(first)) })
    return record('window-open', { url: first, action })
  }

  async #answer(route: Route, page: Page): Promise<void> {
    const asked = route.request()
    const url = toAppUrl(asked.url())
    if (asked.isNavigationRequest() && !this.#mayNavigate(url, asked.frame() === page.mainFrame())) {
      record('navigation-refused', url)
      return await route.fulfill({ status: 204 })
    }
    const response = await answerRequest(new Request(url, { method: asked.method(), headers: asked.headers() }))
    if (response === null) {
      record('remote-request', url)
      return await route.abort()
    }
    const body = Buffer.from(await response.arrayBuffer())
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body })
  }

  #mayNavigate(url: string, isMainFrame: boolean): boolean {
    const details = { url, isMainFrame, isSameDocument: false }
    if (!this.#loading) {
      const events = isMainFrame ? ['will-navigate', 'will-frame-navigate'] : ['will-frame-navigate']
      if (events.some(name => isPrevented(event => this.emit(name, { ...details, ...event })))) return false
    }
    this.emit('did-start-navigation', details)
    return true
  }
}

/** A frame as Electron would tell of it. */
function describe(frame: Frame): object {
  return {
    url: toAppUrl(frame.url()),
    origin: appOrigin(frame.url()),
    parent: frame.parentFrame() === null ? null : {},
    detached: false,
    isDestroyed: () => frame.isDetached(),
  }
}
