import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, withoutPointer } from './keyboard'

test.use({ args: ['--drill', 'payments-outage'] })

const composer = (page: Page) => page.getByRole('dialog', { name: 'Update for customers' })
const updates = (page: Page) => page.getByRole('list', { name: 'Updates' })

async function compose(page: Page): Promise<void> {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'u')
  await expect(composer(page).getByRole('textbox', { name: 'Product or service' })).toBeFocused()
  await page.keyboard.type('Payments')
  await reach(composer(page).getByRole('textbox', { name: 'What customers notice' }))
  await page.keyboard.type('One in four fails')
  const text = composer(page).getByRole('textbox', { name: 'What customers read' })
  await expect(text).toHaveValue(/with Payments\. One in four fails\./)
}

test('what was typed last is in the last look, and what it shows is what goes out', async ({ cockpit: page }) => {
  await compose(page)
  // At once, before the text on the right can have followed.
  await page.keyboard.type(' in the EU')
  await press(page, 'Control+Enter')
  const last = composer(page).getByRole('region', { name: 'Publish this?' })
  await expect(last).toContainText('One in four fails in the EU.')
  await submit(page)
  await expect(updates(page)).toContainText('One in four fails in the EU.')
  await expect(updates(page)).toContainText('Sending in')
  // [PE1] Once it is out, its words are edited where they stand.
  await expect(updates(page)).toContainText('published')
  await press(page, '5')
  await reach(updates(page).getByRole('button', { name: 'Edit', exact: true }))
  await press(page, 'Enter')
  const edit = page.getByRole('dialog', { name: 'Edit published update' })
  const words = edit.getByRole('textbox', { name: 'What customers read' })
  await expect(words).toBeFocused()
  await press(page, 'Control+a')
  await page.keyboard.type('One in five card payments fails in the EU. Next update within the hour.')
  await reach(edit.getByRole('textbox', { name: /^Why/ }))
  await page.keyboard.type('a wrong figure')
  await press(page, 'Enter')
  await expect(edit).toBeHidden()
  await expect(updates(page)).toContainText('One in five card payments fails')
  await expect(updates(page)).toContainText(/Edited .*: a wrong figure/)
})

test('Esc right after the Enter that publishes calls it back', async ({ cockpit: page }) => {
  await compose(page)
  await press(page, 'Control+Enter')
  await expect(composer(page).getByRole('button', { name: /Publish to/ })).toBeFocused()
  await press(page, 'Enter', 'Escape')
  await expect(composer(page)).toBeHidden()
  await expect(updates(page)).toContainText('draft')
  await expect(updates(page)).not.toContainText('Sending in')
})

for (const { key, tag } of [
  { key: 'Escape', tag: [] },
  { key: 'Control+s', tag: '@soak' },
]) {
  test(`what was typed last is in the draft that ${key} leaves behind`, { tag }, async ({ cockpit: page }) => {
    await compose(page)
    await page.keyboard.type(' in the EU')
    await press(page, key)
    await expect(composer(page)).toBeHidden()
    await expect(updates(page)).toContainText('One in four fails in the EU.')
  })
}
