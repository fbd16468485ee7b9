import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { expectFocusAlive, press } from './keyboard'

// Fifteen minutes to the first checkpoint are half a minute here: what has to be done before it is, on a slow machine too.
test.use({ args: ['--drill', 'payments-outage', '--speed', '30'] })

/** Counts the tones that the page really starts. */
async function withEars(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start
    Reflect.set(window, 'tones', [])
    OscillatorNode.prototype.start = function (...when) {
      Reflect.get(window, 'tones').push(this.frequency.value)
      start.apply(this, when)
    }
  })
  await page.reload()
  return page
}

/** A dialog that was just asked for has loaded, and takes letters. */
const expectTypingIn = (page: Page) => expect(page.getByRole('dialog').locator('input:focus')).toBeVisible()

const tones = (page: Page) => page.evaluate(() => Reflect.get(window, 'tones') as readonly number[])
const voices = (page: Page) =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query()
    const voice = ({ name }: LockInfo) => name === 'quarterdeck.voice'
    return { held: held.filter(voice).length, waiting: pending.filter(voice).length }
  })
const bar = (page: Page) => page.getByRole('region', { name: 'Incident' })

test('[SO2] [SO7] a checkpoint that comes due is said and heard, in one window of the browser alone', async ({
  cockpit,
  house,
}) => {
  const page = await withEars(cockpit)
  await declare(page, 'Payments fail')
  const second = await withEars(await house.open())
  await press(second, '6')
  for (const one of [page, second]) await expect(bar(one)).toContainText(/Checkpoint (over)?due/, { timeout: 90_000 })
  await expect.poll(async () => (await tones(page)).length).toBeGreaterThan(0)
  expect(await tones(second)).toEqual([])
  expect(await voices(second)).toEqual({ held: 1, waiting: 1 })
  // The one that has the voice goes; the other takes it over.
  await page.close()
  await expect.poll(() => voices(second)).toEqual({ held: 1, waiting: 0 })
})

test('[SO6] one key mutes the screen, says so, and keeps it', async ({ cockpit }) => {
  const page = await withEars(cockpit)
  await declare(page, 'Payments fail')
  await press(page, 'M')
  const muted = bar(page).getByRole('button', { name: 'Muted' })
  await expect(muted).toBeVisible()
  await expect(bar(page)).toContainText(/Checkpoint (over)?due/, { timeout: 90_000 })
  expect(await tones(page)).toEqual([])
  await page.reload()
  await expect(muted).toBeVisible()
  await press(page, 'Control+k')
  await expectTypingIn(page)
  await page.keyboard.type('mute')
  await press(page, 'Enter')
  await expect(muted).toBeHidden()
  await expectFocusAlive(page)
})

test('[SO7] a window that nobody touched says that it cannot sound yet', async ({ cockpit: page, house }) => {
  await declare(page, 'Payments fail')
  const untouched = await house.open()
  await expect(bar(untouched)).toContainText('Press a key for sound')
  await press(untouched, '6')
  await expect(bar(untouched)).not.toContainText('Press a key for sound')
})

test('[SO8] a hidden window calls through the system, once a person allowed it', async ({ cockpit: page, context }) => {
  await page.addInitScript(() => {
    Reflect.set(window, 'notices', [])
    class Heard extends EventTarget {
      static permission = 'default'
      static requestPermission = async () => {
        Heard.permission = 'granted'
        return Heard.permission
      }
      constructor(title: string) {
        super()
        Reflect.get(window, 'notices').push(title)
      }
    }
    Reflect.set(window, 'Notification', Heard)
    Object.defineProperty(document, 'hidden', { get: () => Reflect.get(window, 'away') === true })
  })
  await page.reload()
  await declare(page, 'Payments fail')
  await press(page, 'Control+,')
  await expectTypingIn(page)
  await page.keyboard.type('permission')
  await press(page, 'ArrowDown')
  await expect(page.getByRole('button', { name: 'Allow in this browser' })).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByRole('radio', { name: 'On' })).toBeFocused()
  await press(page, 'Escape', 'Escape')
  await page.evaluate(() => Reflect.set(window, 'away', true))
  const notices = () => page.evaluate(() => Reflect.get(window, 'notices'))
  await expect.poll(notices, { timeout: 90_000 }).toContain('Checkpoint due')
  expect(context.pages()).toContain(page)
})
