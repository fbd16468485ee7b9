import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, withoutPointer } from './keyboard'

test.use({ args: ['--drill', 'payments-outage'], settings: { approval: true, cancelWindow: 0 } })

const composer = (page: Page) => page.getByRole('dialog', { name: 'Update for customers' })
const updates = (page: Page) => page.getByRole('list', { name: 'Updates' })

test('[UP10] [AP2] one message to customers and colleagues is asked for, approved and published by keys, each once', async ({
  cockpit: page,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'u')
  await expect(composer(page).getByRole('textbox', { name: 'Product or service' })).toBeFocused()
  await page.keyboard.type('Payments')
  await reach(composer(page).getByRole('textbox', { name: 'What customers notice' }))
  await page.keyboard.type('One in four fails')
  await reach(composer(page).getByRole('checkbox', { name: /Slack/ }))
  await press(page, 'Space', 'Control+Enter')
  const approval = composer(page).getByRole('region', { name: 'Approval' })
  await expect(approval).toContainText('Not requested yet')
  await expect(composer(page).getByRole('button', { name: /Publish to 2 channels/ })).toBeFocused()
  // Nothing leaves without it, and the engine says why.
  await press(page, 'Enter')
  await expect(composer(page)).toContainText('Customer updates need approval first')
  await press(page, 'a')
  await expect(approval).toContainText('requested approval')
  await press(page, 'y')
  await expect(approval).toContainText('as it reads now')
  await submit(page)
  await expect(composer(page)).toBeHidden()
  await expect(updates(page).getByText('published', { exact: true })).toHaveCount(2)
  await expect(updates(page)).toContainText('to customers')
  await expect(updates(page)).toContainText('to colleagues')
})
