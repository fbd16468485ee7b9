import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto } from './keyboard'

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline', exact: true })

/** A finger that stays down: after the first press the key repeats by itself. */
async function hold(page: Page, key: string): Promise<void> {
  for (let times = 0; times < 8; times += 1) {
    await page.keyboard.down(key)
    // Later than the engine's answer to the press before, which is when a second one would count.
    await page.evaluate(() => new Promise(done => setTimeout(done, 60)))
  }
  await page.keyboard.up(key)
}

test('a key held too long takes one line back, and not the ones before it', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  await press(page, '/')
  for (const text of ['First', 'Second', 'Third']) {
    await typeInto(page.getByRole('textbox', { name: 'Timeline line' }), text)
    await press(page, 'Enter')
    await expect(timeline(page).getByText(text, { exact: true })).toBeVisible()
  }
  await press(page, 'Escape', 'Escape')
  await hold(page, 'Z')
  await expect(timeline(page).getByText(/^retracted by/)).toHaveCount(1)
  await press(page, 'Z')
  await expect(timeline(page).getByText(/^retracted by/)).toHaveCount(2)
})

test('a key held too long opens a dialog and writes nothing into it', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  await hold(page, 'i')
  const impact = page.getByRole('textbox', { name: 'Impact' })
  await typeInto(impact, 'One in four fails')
  await expect(impact).toHaveValue('One in four fails')
  await hold(page, 'Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(timeline(page).getByText('Impact: One in four fails')).toHaveCount(1)
})
