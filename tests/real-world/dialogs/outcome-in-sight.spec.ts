import { expect } from '@playwright/test'
import { test } from '../../e2e/fixtures'
import { press } from '../../e2e/keyboard'
import { boxOf, resize } from '../../e2e/screen'

test('what a test of a connection says is beside its button, in sight, on the smallest of screens', async ({
  cockpit: page,
}) => {
  await press(page, ',')
  await page.getByRole('button', { name: 'Add a connection' }).click()
  await page.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1:9')
  const button = page.getByRole('button', { name: 'Test' })
  const dialog = page.getByRole('dialog', { name: 'Connections' })
  for (const size of [
    { width: 1280, height: 800 },
    { width: 960, height: 600 },
  ]) {
    await resize(page, size)
    await button.click()
    const said = dialog.getByRole('status').filter({ hasText: 'Not connected.' })
    await expect(said).toBeInViewport({ ratio: 1 })
    const [answer, pressed] = [await boxOf(said), await boxOf(button)]
    expect(pressed.y - (answer.y + answer.height)).toBeLessThan(24)
  }
  await page.getByRole('textbox', { name: 'Address' }).fill('nonsense with spaces')
  await button.click()
  await expect(dialog.getByRole('alert').filter({ hasText: 'Address: ' })).toBeInViewport({ ratio: 1 })
})
