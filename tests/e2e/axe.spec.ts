import { expect } from '@playwright/test'
import { axeScreens, expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, submit } from './keyboard'

const drill = { args: ['--drill', 'payments-outage', '--speed', '5'] }

for (const { name, viewport, tag } of axeScreens) {
  test.describe(`at ${name}`, { tag }, () => {
    // Long enough to be looked at, on a machine that may stall for seconds.
    test.use({ viewport, settings: { cancelWindow: 30_000 } })

    test('the first run, the form that declares, and the connections', async ({ cockpit: page }) => {
      await expect(page.getByRole('heading', { name: 'No incident open' })).toBeVisible()
      await expectAccessible(page, 'first run')
      await press(page, 'n')
      await expect(page.getByRole('dialog', { name: 'Declare an incident' })).toBeVisible()
      await expectAccessible(page, 'declare')
      await press(page, 'Escape', ',')
      const connections = page.getByRole('dialog', { name: 'Connections' })
      await expect(connections).toBeVisible()
      await press(page, 'Enter')
      await expect(connections.getByRole('button', { name: 'Test' })).toBeVisible()
      await expectAccessible(page, 'a new connection')
    })

    test.describe('in a drill', () => {
      test.use(drill)

      test('no incident yet, and taking one from a page', async ({ cockpit: page }) => {
        const row = page.getByRole('row', { name: /payments-api: error rate/ })
        await expect(row).toBeVisible()
        await expectAccessible(page, 'drill without an incident')
        await press(page, '2', 'Enter')
        await expect(page.getByRole('dialog', { name: 'Declare incident from alert' })).toBeVisible()
        await expectAccessible(page, 'take')
      })

      test('the timeline: a fold, a chosen line, completions, and what looks for lines', async ({
        cockpit: page,
        house,
      }) => {
        await declare(page, 'Payments fail')
        const colleague = await house.join('Grace')
        for (const name of ['Ada', 'Bob', 'Cid', 'Dan']) await colleague.assign('ic', name)
        await colleague.write('The pool of @Ada is full #payments')
        await expect(page.getByRole('log').getByRole('button', { name: /system lines/ })).toBeVisible()
        await press(page, '6', 'ArrowUp')
        await expectAccessible(page, 'a chosen line')
        await press(page, '/')
        await page.keyboard.type('!finding @')
        await expect(page.getByRole('listbox', { name: 'Completions' })).toBeVisible()
        await expectAccessible(page, 'completions')
        await press(page, 'Escape', 'Control+F')
        await page.keyboard.type('pool')
        await expect(page.getByRole('log').locator('mark')).toBeVisible()
        await expectAccessible(page, 'find')
        await press(page, 'Escape', 'g')
        await expect(page.getByRole('textbox', { name: 'Go to a time' })).toBeFocused()
        await expectAccessible(page, 'jump to a time')
      })

      test('an open incident and each of its dialogs', async ({ cockpit: page, house }) => {
        await declare(page, 'Payments fail')
        const colleague = await house.join('Grace')
        for (const line of ['Rolling back', 'Rolled back']) await colleague.write(line)
        await colleague.stateImpact('One in four payments fails')
        await colleague.assign('ic', 'Ada')
        await expect(page.getByRole('region', { name: 'Live metrics' }).getByRole('img').first()).toBeVisible()
        await expectAccessible(page, 'open incident')
        for (const key of ['a', 's', 't', 'i', 'c', 'o', 'm', '?', ',']) {
          await press(page, key)
          // Of one whose code is still on its way there is an empty one first.
          await expect(page.locator('[data-opening]')).toHaveCount(0)
          await expect(page.getByRole('dialog'), key).toHaveAccessibleName(/./)
          await expectAccessible(page, `dialog of ${key}`)
          await press(page, 'Escape')
          await expect(page.getByRole('dialog'), key).toBeHidden()
        }
      })

      test('an update while it is written, confirmed, on its way and out; the handoff', async ({
        cockpit: page,
        house,
      }) => {
        await declare(page, 'Payments fail')
        const colleague = await house.join('Grace')
        await colleague.stateImpact('One in four payments fails')
        await press(page, 'u')
        const composer = page.getByRole('dialog', { name: 'Update for customers' })
        await expect(composer.getByRole('textbox', { name: 'Product or service' })).toBeFocused()
        await expectAccessible(page, 'composer with a hole')
        await page.keyboard.type('Card payments')
        await expect(composer.getByRole('textbox', { name: 'What customers read' })).toHaveValue(/Card payments/)
        await expectAccessible(page, 'composer')
        await press(page, 'Control+Enter')
        await expect(composer.getByRole('region', { name: 'Publish this?' })).toBeVisible()
        await expectAccessible(page, 'last look')
        await submit(page)
        const updates = page.getByRole('list', { name: 'Updates' })
        await expect(updates).toContainText('Sending in')
        await expectAccessible(page, 'cancel window')
        await press(page, 'h')
        await expect(page.getByRole('list', { name: 'Written documents' })).toBeVisible()
        await expect(updates).toContainText('published', { timeout: 90_000 })
        await expectAccessible(page, 'published, and handed off')
      })
    })
  })
}
