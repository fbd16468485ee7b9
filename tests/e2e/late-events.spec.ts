import { test as base, expect, type Page } from '@playwright/test'
import { severityChanged } from '../../src/shared/events/severity-changed'
import { HOUR } from '../../src/shared/lib/time'
import { declare } from './incident'
import { press, reach, submit } from './keyboard'
import { boxOf, resize } from './screen'
import { fox, type TwoMachines, twoMachines } from './two-machines'
import { expectNothingToTouch, expectReadable } from './wall-page'

const test = base.extend<{ machines: TwoMachines; cockpit: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from it.
  machines: async ({}, use) => {
    const machines = await twoMachines()
    await use(machines)
    await machines.stop()
  },
  cockpit: async ({ context, machines }, use) => {
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', error => complaints.push(error.message))
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(machines.link)
    await use(page)
    expect(complaints).toEqual([])
    await context.close()
  },
})

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const log = (page: Page) => page.getByRole('log')

async function writeLines(page: Page, count: number): Promise<void> {
  await press(page, '/')
  for (let n = 0; n < count; n += 1) {
    await page.keyboard.type(`line ${n}`)
    await page.keyboard.press('Enter')
  }
  await expect(log(page).getByText(`line ${count - 1}`, { exact: true })).toBeVisible()
}

/** Where a line stands on the page, in pixels. */
async function topOf(page: Page, text: string): Promise<number> {
  return Math.round((await boxOf(log(page).getByText(text, { exact: true }))).y)
}

test('[FO8] late events of another machine move neither what is read nor the focus nor a half-typed line', async ({
  cockpit: page,
  machines,
}) => {
  await declare(page, 'Payments fail')
  machines.hear()
  machines.writeThere('seen in the other room before all of it')
  await writeLines(page, 60)
  await page.keyboard.type('The pool of paym')
  const list = log(page)
  await list.hover()
  await page.mouse.wheel(0, -600)
  await expect(page.getByRole('button', { name: /Newest/ })).toBeVisible()
  const read = await firstInSight(page)
  const before = await topOf(page, read)
  machines.write(severityChanged.draft({ from: 'SEV-2', to: 'SEV-1', reason: 'seen there' }, Date.now(), fox))
  machines.bring()
  await expect(page.getByRole('region', { name: 'Incident', exact: true })).toContainText('SEV-1')
  expect(await topOf(page, read)).toBe(before)
  await expect(line(page)).toBeFocused()
  await expect(line(page)).toHaveValue('The pool of paym')
  await page.keyboard.type('ents-db is full')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await reach(list)
  await press(page, 'End')
  await expect(list.getByText('The pool of payments-db is full', { exact: true })).toBeVisible()
  await press(page, 'Home')
  await expect(list.getByText('seen in the other room before all of it', { exact: true })).toBeVisible()
})

test('[DN12] what two machines set differently is on the wall, to be read from five metres', async ({
  cockpit: page,
  machines,
}) => {
  await declare(page, 'Payments fail')
  machines.hear()
  machines.write(severityChanged.draft({ from: 'SEV-2', to: 'SEV-1', reason: 'seen there' }, Date.now(), fox))
  await press(page, 's', '3')
  await submit(page)
  await expect(page.getByRole('region', { name: 'Incident', exact: true })).toContainText('SEV-3')
  machines.bring()
  await press(page, 'w')
  await resize(page, { width: 1920, height: 1080 })
  await expect(page.getByRole('main', { name: 'Wallboard' })).toContainText('Set differently on two machines: severity')
  await expectReadable(page, 35)
  await expectNothingToTouch(page)
})

/** The text of a line that is wholly in sight while the list is scrolled up. */
async function firstInSight(page: Page): Promise<string> {
  return log(page).evaluate(list => {
    const { top } = list.getBoundingClientRect()
    const rows = [...list.querySelectorAll('article')].filter(row => row.getBoundingClientRect().top > top + 40)
    return /line \d+/.exec(rows[0]?.textContent ?? '')?.[0] ?? ''
  })
}

test('[FO8] a focused line keeps the focus when late events come before it', async ({ cockpit: page, machines }) => {
  await declare(page, 'Payments fail')
  machines.hear()
  machines.writeThere('seen there')
  await writeLines(page, 3)
  await page.keyboard.press('Escape')
  await reach(log(page))
  await press(page, 'ArrowUp')
  // The line and not all of its text: initials come and go with who wrote the line before it.
  const focused = async () =>
    /line \d/.exec(await page.evaluate(() => document.activeElement?.textContent ?? ''))?.[0] ?? 'none'
  const before = await focused()
  expect(before).not.toBe('none')
  machines.bring()
  await expect(log(page).getByText('seen there', { exact: true })).toBeVisible()
  expect(await focused()).toBe(before)
})

test('[RK10] events that are held are named, and admitted by a person with the keyboard alone', async ({
  cockpit: page,
  machines,
}) => {
  await declare(page, 'Payments fail')
  machines.hear()
  machines.writeThere('the card gateway answers again', 25 * HOUR)
  machines.bring()
  const strip = page.getByRole('complementary', { name: 'The record' })
  await expect(strip).toContainText(/1 event from Fox Mulder on machine [0-9a-f]{8} is held: that clock is more than/)
  await expect(log(page).getByText('the card gateway answers again')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('held')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /Held events/ })
  await expect(dialog).toContainText('the card gateway answers again')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await strip.getByRole('button', { name: 'Review' }).click()
  await expect(dialog.getByRole('button', { name: 'Admit it' })).toBeFocused()
  if (process.env.SCREENSHOTS !== undefined) {
    for (const [width, height] of [
      [1280, 800],
      [1920, 1080],
    ] as const) {
      await resize(page, { width, height })
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/held-${width}.png` })
    }
  }
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(strip).toBeHidden()
  await expect(log(page).getByText('the card gateway answers again', { exact: true })).toBeVisible()
})
