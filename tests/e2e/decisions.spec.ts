import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, typeInto, withoutPointer } from './keyboard'
import { boxOf } from './screen'
import { expectNothingToTouch, expectReadable } from './wall-page'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const board = (page: Page) => page.getByRole('region', { name: 'Strategy', exact: true })
const row = (page: Page, text: string) => board(page).getByRole('listitem').filter({ hasText: text })
const form = (page: Page) => page.getByRole('dialog')

test('[DN11] by keyboard alone and at two browsers: proposed, objected to, decided, and kept over a crash', async ({
  cockpit: page,
  house,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'D', 'd')
  await typeInto(form(page).getByRole('textbox', { name: 'What' }), 'fail over to the replica')
  await reach(form(page).getByRole('textbox', { name: 'Revisit at' }))
  await page.keyboard.type('30 min')
  await reach(form(page).getByRole('textbox', { name: 'And then' }))
  await page.keyboard.type('maintenance mode')
  await expectAccessible(page, 'form of a decision')
  await submit(page)
  await expect(row(page, 'fail over')).toContainText('any strong objections?')
  const other = await house.openElsewhere()
  await expect(line(other)).toBeVisible()
  await press(other, '/')
  await typeInto(line(other), '!object it lags by 40 s')
  await expect(other.getByText(/writes/).first()).toContainText('Objection')
  await press(other, 'Enter')
  await expect(row(page, 'fail over')).toContainText('it lags by 40 s')
  await press(page, '8', 'd')
  await page.keyboard.type('the lag is fine')
  await press(page, 'Enter')
  await expect(row(other, 'fail over')).toContainText('the lag is fine')
  await expect(
    page.getByText('Decided, with no commander assigned: fail over to the replica: the lag is fine').first(),
  ).toBeVisible()
  house.letLinesDrop()
  await house.kill()
  await house.start()
  await page.reload()
  await expect(row(page, 'fail over')).toContainText('then maintenance mode')
})

test.describe('by touch', () => {
  test.use({ viewport: { width: 1280, height: 800 }, hasTouch: true })

  test('[DN11] a decision is taken, objected to and reversed with a finger', async ({ cockpit: page }) => {
    await declare(page, 'Payments fail')
    await board(page).getByRole('button', { name: /add/ }).first().tap()
    await form(page)
      .getByRole('button', { name: /A decision instead/ })
      .tap()
    await form(page).getByRole('textbox', { name: 'What' }).tap()
    await page.keyboard.type('maintenance mode')
    await form(page).getByText('Decide now').tap()
    await form(page)
      .getByRole('button', { name: /^Decide/ })
      .tap()
    await expect(form(page)).toBeHidden()
    const decision = row(page, 'maintenance mode')
    // The only row is the chosen one; a finger on its text would hit the button below it.
    await expect(decision).toHaveAttribute('data-chosen', 'true')
    for (const one of await decision.getByRole('button').all())
      expect((await boxOf(one)).height, 'a finger hits it').toBeGreaterThanOrEqual(24)
    await decision.getByRole('button', { name: 'Object' }).tap()
    await board(page).getByRole('textbox', { name: 'Objection' }).tap()
    await page.keyboard.type('sales are open')
    await board(page).getByRole('button', { name: /save/ }).tap()
    await expect(decision).toContainText('sales are open')
    await decision.getByRole('button', { name: 'Reverse' }).tap()
    await board(page).getByRole('button', { name: /save/ }).tap()
    await expect(decision).toContainText('reversed')
  })
})

test.describe('on the wall', () => {
  test.use({ viewport: { width: 1920, height: 1080 } })

  test('[DN9] decisions that wait stand beside running tasks, to be read from five metres', async ({
    cockpit: page,
  }) => {
    await declare(page, 'Payments fail')
    for (const typed of ['!task roll back in 10m', '!decide fail over', '!decide now wait revisit in 20m']) {
      await line(page).fill(typed)
      await line(page).press('Enter')
      await expect(line(page)).toHaveValue('')
    }
    await press(page, 'Escape', 'D', 's')
    const reason = page.getByRole('textbox', { name: 'Reason' })
    await expect(reason).toBeVisible()
    await press(page, '4', 'Tab')
    await typeInto(reason, 'We wait for the vendor')
    await submit(page)
    await press(page, 'w')
    await expect(page.getByText(/\d · decide: fail over/)).toBeVisible()
    await expect(page.getByText(/\d · revisit: wait/)).toBeVisible()
    await expectReadable(page, 35)
    // What the clocks leave no room for is not there by half.
    await expectNothingToTouch(page)
  })
})
