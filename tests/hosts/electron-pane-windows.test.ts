import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type BuiltDesktop, openBuiltDesktop, whyNoBuiltDesktop } from '../support/built-desktop'

const lacking = whyNoBuiltDesktop()

async function temporaryHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'quarterdeck-panes-'))
  onTestFinished(() => rm(home, { recursive: true, force: true, maxRetries: 5 }))
  return home
}

async function opened(home: string): Promise<BuiltDesktop> {
  const desktop = await openBuiltDesktop(home)
  onTestFinished(desktop.stop)
  return desktop
}

const storeOf = (desktop: BuiltDesktop) => desktop.evaluate(({ app }) => `${app.getPath('userData')}/window.json`, null)

const addresses = (desktop: BuiltDesktop) =>
  desktop.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.webContents.getURL()),
    null,
  )

const comms = (page: Page) => page.getByRole('region', { name: 'Comms', exact: true })

/** Presses the key that gives Comms its own window, and waits for that window's page. */
async function tearOffComms({ page }: BuiltDesktop): Promise<Page> {
  await comms(page).waitFor()
  await page.keyboard.press('5')
  const made = page.context().waitForEvent('page')
  await page.keyboard.press('W')
  const own = await made
  await comms(own).waitFor()
  return own
}

describe.skipIf(lacking !== null)(`a pane’s own window${lacking === null ? '' : `, skipped: ${lacking}`}`, () => {
  it('is made by us with the cockpit’s own rules, speaks to the engine, and gives its pane back', {
    timeout: 240_000,
  }, async () => {
    const desktop = await opened(await temporaryHome())
    const own = await tearOffComms(desktop)
    await comms(desktop.page).waitFor({ state: 'hidden' })
    expect((await addresses(desktop)).toSorted()).toEqual(['app://quarterdeck/', 'app://quarterdeck/#pane=comms'])
    const windows = (await desktop.recorded('window')) as readonly { readonly webPreferences: object }[]
    expect(windows[1]?.webPreferences).toEqual(windows[0]?.webPreferences)
    const reply = await own.evaluate(() =>
      window.quarterdeck?.call(crypto.randomUUID() as never, 'session:hello', { name: 'Ada', screen: 'test' }),
    )
    expect(reply).toMatchObject({ ok: true })
    // A second press brings the same window to the front.
    await desktop.page.keyboard.press('5')
    await expect.poll(() => desktop.recorded('window-focused')).toHaveLength(1)
    await expect.poll(() => desktop.recorded('window')).toHaveLength(2)
    await own.close()
    await comms(desktop.page).waitFor()
    expect(JSON.parse(await readFile(await storeOf(desktop), 'utf8'))).toMatchObject({ panes: [] })
  })

  it('comes back after a restart, where it stood, without the focus; the cockpit leaves no gap; what is no pane does not', {
    timeout: 240_000,
  }, async () => {
    const home = await temporaryHome()
    const first = await opened(home)
    await tearOffComms(first)
    const file = await storeOf(first)
    await first.page.close()
    await first.exited
    const kept = JSON.parse(await readFile(file, 'utf8'))
    expect(kept).toMatchObject({ panes: ['comms'], 'place-comms': { maximized: false } })
    const bounds = { x: 1_100, y: 80, width: 700, height: 500 }
    const panes = ['comms', 'jokes', 7, '__proto__', '../x']
    await writeFile(file, JSON.stringify({ ...kept, panes, 'place-comms': { bounds, maximized: false } }))
    const second = await opened(home)
    await expect.poll(() => second.recorded('window')).toMatchObject([{ title: 'Quarterdeck' }, bounds])
    // Of the pages there are, one may be blank still: the address says which is the cockpit's.
    const atRoot = (page: Page) => page.url().endsWith('.standin/')
    const cockpit = second.page.context().pages().find(atRoot)
    if (cockpit === undefined) throw new Error('The cockpit’s own window is gone')
    await comms(cockpit).waitFor({ state: 'hidden' })
    // Shown once it has something to show, which is later than it is made.
    await expect.poll(() => second.recorded('window-shown-inactive')).toHaveLength(1)
    expect((await addresses(second)).toSorted()).toEqual(['app://quarterdeck/', 'app://quarterdeck/#pane=comms'])
  })
})
