import { expect, type Locator, type Page } from '@playwright/test'

/** Presses keys one after the other; names as `KeyboardEvent.key` has them. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** Goes to a field that must have the focus already, and types into it. */
export async function typeInto(field: Locator, text: string, delay = 0): Promise<void> {
  await expect(field).toBeFocused()
  await field.page().keyboard.type(text, { delay })
}

/** Presses a key until the target has the focus, as a person would; gives up after more stops than any dialog has. */
export async function reach(target: Locator, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 40; stops += 1) {
    if (await isFocused(target)) return
    await target.page().keyboard.press(key)
  }
  throw new Error(`${target} cannot be reached with ${key}`)
}

async function isFocused(target: Locator): Promise<boolean> {
  return await target.evaluate(element => element === document.activeElement)
}

/** A page on which a pointer is an error: what a test does there it does from the keyboard alone. */
export async function withoutPointer(page: Page): Promise<Page> {
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => console.error('A pointer was used'), { capture: true })
  })
  await page.reload()
  return page
}

/** Whatever was closed, the keyboard must still be somewhere that can be seen, or nowhere; never in what is gone. */
export async function expectFocusAlive(page: Page): Promise<void> {
  const alive = await page.evaluate(() => {
    const held = document.activeElement
    return held !== null && (held === document.body || (held.isConnected && held.getClientRects().length > 0))
  })
  expect(alive, 'the focus is on something that can be seen').toBe(true)
}

/** Enter in a dialog that it closes. */
export async function submit(page: Page): Promise<void> {
  // A person sees the form before they send it: its code may still be on its way.
  await expect(page.locator('[data-opening]')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectFocusAlive(page)
}
