import { expect, type Page } from '@playwright/test'
import { test } from '../../e2e/fixtures'
import { declare } from '../../e2e/incident'

const [CTRL, SHIFT] = [2, 8]

/** A trusted key press as a keyboard of another layout gives it: what it prints, and where the key lies. */
async function pressAs(page: Page, key: string, code: string, modifiers = 0): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const text = modifiers === CTRL ? {} : { text: key }
  const windowsVirtualKeyCode =
    code.startsWith('Digit') || code.startsWith('Key') ? code.charCodeAt(code.length - 1) : 0
  await devtools.send('Input.dispatchKeyEvent', {
    ...{ type: 'keyDown', key, code, modifiers, windowsVirtualKeyCode },
    ...text,
  })
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers })
  await devtools.detach()
}

test('[KW3] commands, panes and the palette answer on a Russian and on a French keyboard', async ({ cockpit }) => {
  await declare(cockpit, 'Payments fail')
  await pressAs(cockpit, 'ы', 'KeyS')
  await expect(cockpit.getByRole('dialog', { name: /severity/i })).toBeVisible()
  await cockpit.keyboard.press('Escape')
  await expect(cockpit.getByRole('dialog')).toHaveCount(0)
  await pressAs(cockpit, 'Й', 'KeyQ', SHIFT)
  await expect(cockpit.getByRole('dialog', { name: /roll/i })).toBeVisible()
  await cockpit.keyboard.press('Escape')
  await expect(cockpit.getByRole('dialog')).toHaveCount(0)
  await pressAs(cockpit, '(', 'Digit5')
  await expect(cockpit.getByRole('region', { name: 'Comms' })).toBeFocused()
  await pressAs(cockpit, 'л', 'KeyK', CTRL)
  await expect(cockpit.getByRole('dialog').getByRole('combobox')).toBeFocused()
})

test('[KW3] letters of any script stay text in a field', async ({ cockpit }) => {
  await declare(cockpit, 'Payments fail')
  await cockpit.keyboard.press('/')
  const line = cockpit.getByRole('textbox', { name: /timeline/i })
  await expect(line).toBeFocused()
  for (const [key, code] of [
    ['с', 'KeyC'],
    ['ы', 'KeyS'],
    ['(', 'Digit5'],
  ] as const)
    await pressAs(cockpit, key, code)
  await expect(line).toHaveValue('сы(')
})
