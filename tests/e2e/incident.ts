import { expect, type Page } from '@playwright/test'
import { showControls } from '../../src/shared/lib/controls'
import { press, reach, submit, typeInto } from './keyboard'

/** Declares a SEV-2 with `n`, and waits until the screen shows all of it. */
export async function declare(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'No incident open' })).toBeVisible()
  await press(page, 'n')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), title)
  await submit(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(showControls(title))
  // Its clocks come with its log, which most keys act on.
  await expect(page.getByRole('region', { name: 'Incident', exact: true })).toContainText(/due \d/)
}

/** [GT10] Resolves it by its status with `t`, early and with a reason: of a test's incident the gate never holds. */
export async function resolveEarly(page: Page): Promise<void> {
  await press(page, 't')
  await reach(page.getByRole('radio', { name: /Resolved/ }), 'ArrowDown')
  await reach(page.getByRole('textbox', { name: 'Why now' }))
  await page.keyboard.type('nothing is left to do')
  await submit(page)
}
