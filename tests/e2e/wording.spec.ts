import { expect } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press } from './keyboard'

test.use({ args: ['--drill', 'payments-outage', '--speed', '1'], viewport: { width: 1280, height: 800 } })

test('[LN27] [LN28] [LN29] what an update should not say is listed beside it, selected by a press, and a secret does not leave', async ({
  cockpit: page,
}) => {
  await declare(page, 'Payments fail')
  await press(page, 'u')
  const composer = page.getByRole('dialog', { name: 'Update for customers' })
  await expect(composer.getByRole('textbox', { name: 'Product or service' })).toBeFocused()
  const words = composer.getByRole('textbox', { name: 'What customers read' })
  const token = `ghp_${'a1B2'.repeat(9)}`
  const text = `Some users had problems an hour ago! The failover on db-7.prod.internal used ${token}.`
  await composer.getByRole('textbox', { name: 'Title' }).fill('Card payments fail')
  await words.fill(text)
  const found = composer.getByRole('region', { name: 'Check of the text' })
  await expect(found.getByRole('button', { name: /looks like a key/ })).toBeVisible()
  await expectAccessible(page, 'composer with findings')
  await found.getByRole('button', { name: /failover/ }).click()
  await expect(words).toBeFocused()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('failover')
  await press(page, 'Control+Enter')
  await expect(composer.getByRole('region', { name: 'Publish this?' })).toBeVisible()
  await press(page, 'Enter')
  await expect(composer.getByRole('alert')).toContainText('looks like a key')
  expect(await composer.getByRole('alert').textContent()).not.toContain(token)
  await press(page, 'Escape')
  await words.fill('Customers cannot pay by card since the failover. See OPS-4711.')
  await press(page, 'Control+Enter')
  const open = composer.getByRole('region', { name: 'Check of the text' })
  await expect(open.getByRole('listitem')).toHaveText([/number from inside/, /next update/, /our own language/])
  await expect(composer.getByRole('button', { name: /Publish to/ })).toBeFocused()
  await expectAccessible(page, 'last review with findings')
  await press(page, 'Enter')
  await expect(open.getByRole('textbox', { name: /Publish anyway, because/ })).toBeFocused()
  await page.keyboard.type('The page is asked for by name')
  await press(page, 'Enter')
  await expect(composer).toBeHidden()
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText(
    'because “The page is asked for by name”',
  )
})
