import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, test as base, type ConsoleMessage, expect, type Page } from '@playwright/test'
import { startCockpit } from '../support/running-cockpit'
import { type Colleague, joinAs } from './colleague'

/** The browser host as a person has it: a data folder, a process, and pages that look at it. */
export interface House {
  readonly folder: string
  /** Starts it again after `kill`, on the same port, so that open pages find it. */
  start(): Promise<void>
  /** A page of its own browser session, watched for errors. */
  open(): Promise<Page>
  /** The same in another browser, which shares nothing with the first. */
  openElsewhere(): Promise<Page>
  /** Somebody at another screen, who is gone when the test is over. */
  join(name: string): Promise<Colleague>
  /** As a power cut would end it. */
  kill(): Promise<void>
  /** Holds the process still with its sockets open, as a debugger or an overloaded machine does, and lets it go on. */
  hold(): void
  letGoOn(): void
  /** From here on a page may complain that its line is gone; `kill` says so by itself. */
  letLinesDrop(): void
}

interface Options {
  /** Of the command line, besides the data folder: `--no-drill`, or a drill at a speed. */
  readonly args: readonly string[]
  /** What stands in config.json before the first start. */
  readonly settings: object
  readonly environment: NodeJS.ProcessEnv
}

/** A running cockpit for each test. Anything a page complains of fails the test, and so does a host that ends badly. */
export const test = base.extend<Options & { house: House; cockpit: Page }>({
  args: [['--no-drill'], { option: true }],
  settings: [{}, { option: true }],
  environment: [{}, { option: true }],

  house: async ({ browser, context, args, settings, environment }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-e2e-'))
    // Most walks are of one person: who approves has walks of its own.
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ approvalFor: [], ...settings }))
    const complaints: string[] = []
    const colleagues: Colleague[] = []
    let mayDrop = false

    const startOn = (port: string) => startCockpit(['--data', folder, '--port', port, ...args], environment)
    let running = await startOn('0')
    const openIn = async (from: BrowserContext) => {
      const page = await from.newPage()
      watch(page, message => {
        if (!(mayDrop && isLostLine(message))) complaints.push(message)
      })
      await page.goto(running.url)
      await listening(page)
      return page
    }
    const others: BrowserContext[] = []
    await use({
      folder,
      async join(name) {
        const colleague = await joinAs(running, name)
        colleagues.push(colleague)
        return colleague
      },
      async start() {
        running = await startOn(new URL(running.origin).port)
      },
      open: () => openIn(context),
      async openElsewhere() {
        const other = await browser.newContext()
        others.push(other)
        return await openIn(other)
      },
      async kill() {
        mayDrop = true
        await running.kill()
      },
      hold() {
        mayDrop = true
        running.process.kill('SIGSTOP')
      },
      letGoOn() {
        running.process.kill('SIGCONT')
      },
      letLinesDrop() {
        mayDrop = true
      },
    })
    for (const colleague of colleagues) colleague.leave()
    for (const one of [context, ...others]) await one.close()
    // A test that failed may have left it held.
    running.process.kill('SIGCONT')
    const code = await running.stop()
    rmSync(folder, { recursive: true, force: true })
    expect(complaints, 'what pages complained of').toEqual([])
    expect(code, 'exit code of the host').toBe(0)
  },

  cockpit: async ({ house }, use) => {
    await use(await house.open())
  },
})

/** Loaded is not drawn yet, and a key that is pressed before goes nowhere: nobody presses one on a blank page. */
async function listening(page: Page): Promise<void> {
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(done))))
}

/** Console errors, which broken rules of the content security policy are too, and errors nobody caught. */
function watch(page: Page, complain: (message: string) => void): void {
  page.on('pageerror', error => complain(`not caught: ${error.stack ?? error.message}`))
  page.on('dialog', dialog => {
    complain(`a dialog of the browser: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') complain(message.text())
  })
}

function isLostLine(message: string): boolean {
  // The second: code that is loaded while nothing else is to do, and asked for again when it is needed. An engine that is
  // killed refuses what is asked for after it, and cuts what is on its way.
  return (
    /^WebSocket connection to 'ws:\/\/(127\.0\.0\.1|qd-\w+\.localhost):\d+\/link' failed/.test(message) ||
    /^Failed to load resource: net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|EMPTY_RESPONSE)$/.test(message)
  )
}
