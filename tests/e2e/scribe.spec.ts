import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, expect, type Page, test as plain } from '@playwright/test'
import { chromiumFile, chromiumWords } from '../support/chromium'
import { type RunningCockpit, startCockpit } from '../support/running-cockpit'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto } from './keyboard'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const lines = (page: Page) => page.getByRole('log').getByRole('article')
const offers = (page: Page) => page.getByRole('listbox', { name: 'Completions' })

test('[TL8] marks are completed by Tab and arrows, and Enter stays the line’s', async ({ cockpit: page, house }) => {
  await declare(page, 'Payments fail')
  const grace = await house.join('Grace')
  await grace.assign('tech', 'Grace Hopper')
  await grace.assign('comms', 'Mei Tanaka')
  await grace.write('The pool is full #payments')
  await expect(lines(page).filter({ hasText: '#payments' })).toBeVisible()
  await press(page, '/')
  await typeInto(line(page), '!d')
  await expect(offers(page).getByRole('option')).toHaveText([/!decision/, /!decide/])
  await press(page, 'Tab')
  await page.keyboard.type('Roll back @')
  await expect(offers(page).getByRole('option')).toContainText(['@Grace.Hopper', '@Mei.Tanaka'])
  await expect(offers(page)).toContainText('Tech lead')
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(line(page)).toHaveValue('!decision Roll back @Mei.Tanaka ')
  await page.keyboard.type('#pay')
  await expect(offers(page).getByRole('option')).toHaveText([/#payments/])
  await press(page, 'Escape')
  await expect(offers(page)).toBeHidden()
  await expect(line(page)).toBeFocused()
  await page.keyboard.type('m')
  await press(page, 'Tab')
  await page.keyboard.type('+p')
  await expect(offers(page)).toBeVisible()
  await press(page, 'Tab')
  await expect(page.getByText('writes decision, pinned')).toBeVisible()
  await press(page, 'Enter')
  const written = lines(page).filter({ hasText: 'Roll back @Mei.Tanaka #payments' })
  await expect(written).toHaveAttribute('data-kind', 'decision')
  await expect(written).toHaveAttribute('data-pinned', 'true')
  // A list that stands open does not hold a line back.
  await typeInto(line(page), 'Ask @g')
  await expect(offers(page)).toBeVisible()
  await press(page, 'Enter')
  await expect(lines(page).filter({ hasText: 'Ask @g' })).toBeVisible()
  // A kind alone says nothing yet: Enter goes on with it.
  await typeInto(line(page), '!tod')
  await press(page, 'Enter')
  await expect(line(page)).toHaveValue('!todo ')
})

test('[TL8] what is looked for is completed too', async ({ cockpit: page, house }) => {
  await declare(page, 'Payments fail')
  await (await house.join('Grace')).assign('tech', 'Grace Hopper')
  await press(page, 'q')
  await typeInto(page.getByRole('textbox', { name: 'Find in the timeline' }), 'full !st')
  await expect(offers(page).getByRole('option')).toHaveText([/!status/])
  await press(page, 'Tab')
  await page.keyboard.type('@gr')
  await press(page, 'Tab')
  await expect(page.getByRole('textbox', { name: 'Find in the timeline' })).toHaveValue('full !status @Grace.Hopper ')
})

test('a half-typed line survives that its pane goes out of sight, and the engine its restart', async ({
  cockpit: page,
  house,
}) => {
  await declare(page, 'Payments fail')
  await press(page, '/')
  await typeInto(line(page), '!finding Half a sen')
  await house.kill()
  await house.start()
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be reached' })).toBeHidden({ timeout: 40_000 })
  await expect(line(page)).toHaveValue('!finding Half a sen')
  await page.reload()
  await expect(line(page)).toHaveValue('!finding Half a sen')
  await press(page, '1', 'z')
  await expect(line(page)).toBeHidden()
  await press(page, '/')
  await expect(line(page)).toHaveValue('!finding Half a sen')
})

const KEY_EVERY = 30
const MOST_LOST = 150

plain(`[TL9] of what is typed at most ${MOST_LOST} ms are lost when engine and browser are killed`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-kill-'))
  let cockpit = await startCockpit(['--no-drill', '--data', join(folder, 'data')])
  let mine = await ownBrowser(join(folder, 'profile'), cockpit)
  try {
    await declare(mine.page, 'Payments fail')
    // A browser keeps the name of its screen some seconds late: it is one that has shown the cockpit before.
    await mine.close()
    mine = await ownBrowser(join(folder, 'profile'), cockpit)
    for (const round of [1, 2, 3]) {
      await expect(line(mine.page)).toBeVisible()
      await press(mine.page, '/')
      await expect(line(mine.page)).toBeFocused()
      const before = await line(mine.page).inputValue()
      const typedAt: number[] = []
      for (let letter = 0; letter < 12 + 7 * round; letter += 1) {
        await mine.page.keyboard.press(String(letter % 10))
        typedAt.push(performance.now())
        await new Promise(done => setTimeout(done, KEY_EVERY))
      }
      const killedAt = performance.now()
      await Promise.all([mine.kill(), cockpit.kill()])
      cockpit = await startCockpit([
        '--no-drill',
        '--data',
        join(folder, 'data'),
        '--port',
        new URL(cockpit.origin).port,
      ])
      mine = await ownBrowser(join(folder, 'profile'), cockpit)
      // The browser's store is read first, and the engine's answer, which may hold more, comes after it.
      const kept = async () => (await line(mine.page).inputValue()).length - before.length
      const certain = typedAt.filter(at => at <= killedAt - MOST_LOST).length
      await expect.poll(kept, `round ${round}`).toBeGreaterThanOrEqual(certain)
    }
  } finally {
    await mine.kill()
    await cockpit.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** A browser in a process group of its own, that can be killed as a power cut would. */
async function ownBrowser(profile: string, cockpit: RunningCockpit) {
  const words = [
    ...chromiumWords,
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]
  const child = spawn(chromiumFile, words, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const browser = await chromium.connectOverCDP(await debugAddress(child))
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('The browser has no page')
  await page.goto(cockpit.url)
  return { page, kill: () => killGroup(child, browser), close: () => closeGently(child, browser) }
}

async function debugAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('The browser says nothing')
  for await (const said of createInterface(child.stderr)) {
    const address = /^DevTools listening on (\S+)$/.exec(said)?.[1]
    if (address !== undefined) return address
  }
  throw new Error('The browser did not start')
}

/** As a person closes it: all that it keeps is on its disk then. */
async function closeGently(child: ChildProcess, browser: Browser): Promise<void> {
  const gone = new Promise(done => child.once('exit', done))
  const session = await browser.newBrowserCDPSession()
  await session.send('Browser.close')
  await gone
}

async function killGroup(child: ChildProcess, browser: Browser): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise(done => child.once('exit', done))
  // The whole group: each page has a process of its own.
  process.kill(-child.pid, 'SIGKILL')
  await gone
  await browser.close()
}
