import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, submit, typeInto, withoutPointer } from './keyboard'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Transfer of command' })
const bar = (page: Page) => page.getByRole('region', { name: 'Incident', exact: true })
const strip = (page: Page) => page.getByRole('complementary', { name: 'Transfer of command' })
const shot = process.env.QUARTERDECK_SHOTS

async function photograph(page: Page, name: string): Promise<void> {
  if (shot !== undefined) await page.screenshot({ path: `${shot}/${name}.png` })
}

async function sitDownAs(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await press(page, 'm')
  const field = page.getByRole('dialog').getByRole('textbox')
  await expect(field).toBeFocused()
  await field.press('Control+A')
  await page.keyboard.type(name)
  await submit(page)
}

async function takeCommand(page: Page, name: string): Promise<void> {
  await press(page, 'a')
  await typeInto(page.getByRole('dialog').getByRole('combobox').first(), `ic ${name}`)
  await press(page, 'Enter')
  await expect(bar(page)).toContainText(name)
  await press(page, 'Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('[TC2] [TC3] [TC10] two browsers, keyboard alone: command is offered, read back live, asked about, accepted, and the giver released', async ({
  cockpit: ada,
  house,
}) => {
  await withoutPointer(ada)
  await declare(ada, 'Payments fail')
  await sitDownAs(ada, 'Ada')
  await takeCommand(ada, 'Ada')
  const bo = await house.openElsewhere()
  await withoutPointer(bo)
  await sitDownAs(bo, 'Bo')
  await press(bo, '/')
  await expect(bo.getByRole('textbox', { name: 'Timeline line' })).toBeFocused()

  await press(ada, 'D', 'i')
  await expect(dialog(ada)).toContainText('It stays with them until the next commander')
  await expectAccessible(ada, 'form of a transfer of command')
  await photograph(ada, 'prepare')
  await dialog(ada).getByRole('radio', { name: 'Someone else' }).press('ArrowDown')
  await dialog(ada).getByRole('radio', { name: 'Someone else' }).focus()
  await dialog(ada).getByRole('radio', { name: 'Someone else' }).press(' ')
  await dialog(ada).getByRole('textbox', { name: 'Name' }).focus()
  await ada.keyboard.type('Bo')
  await dialog(ada).getByRole('textbox', { name: 'What they must know first' }).focus()
  await ada.keyboard.type('The failover runs until 15:00')
  await press(ada, 'Control+Enter')
  await expect(dialog(ada)).toContainText('0 of 7 sections read back')
  await photograph(ada, 'waiting')
  await expectAccessible(ada, 'what the giver sees of a transfer')

  // Nothing takes the focus from the line that Bo types.
  await expect(strip(bo)).toContainText('Ada hands over command to you.')
  await expect(strip(bo)).toContainText('The failover runs until 15:00')
  await expect(bo.getByRole('textbox', { name: 'Timeline line' })).toBeFocused()
  await photograph(bo, 'strip')
  await press(bo, 'Escape', 'D', 'i')
  await expect(dialog(bo).getByRole('checkbox')).toHaveCount(7)
  await expect(dialog(bo).getByRole('checkbox').first()).toBeFocused()
  await expect(dialog(bo).getByRole('region', { name: 'State and impact' })).toContainText('SEV-2')
  await expectAccessible(bo, 'reading back')
  await photograph(bo, 'read-back')
  await press(bo, 'Enter')
  await expect(dialog(bo).getByRole('checkbox', { name: /Strategy and why/ })).toBeFocused()
  await expect(dialog(ada)).toContainText('1 of 7 sections read back')
  await press(bo, ' ')
  await expect(dialog(ada)).toContainText('2 of 7 sections read back')

  // What changes after it was read is to be read again.
  const colleague = await house.join('Cy')
  await colleague.stateImpact('One card payment in three fails')
  await expect(dialog(bo)).toContainText('changed since you read it')
  await expect(dialog(ada)).toContainText('1 of 7 sections read back')
  await press(bo, 'ArrowUp', 'ArrowUp')
  await expect(dialog(bo).getByRole('checkbox', { name: /State and impact/ })).toBeFocused()
  await expect(dialog(bo).getByRole('region', { name: 'State and impact' })).toContainText('One card payment in three')
  await photograph(bo, 'changed')
  await press(bo, 'Enter')
  await expect(dialog(bo).getByText('changed since you read it')).toHaveCount(0)

  await dialog(bo).getByRole('textbox', { name: 'Ask Ada' }).focus()
  await bo.keyboard.type('Who may stop the failover?')
  await press(bo, 'Enter')
  await expect(dialog(ada)).toContainText('Who may stop the failover? (not answered yet)')

  // Not all is read: it is not accepted without a reason.
  await press(bo, 'Control+Enter')
  await expect(dialog(bo)).toContainText('Read back what is left, or say why')
  await expect(bar(bo)).toContainText('Ada')
  for (const name of ['Pending decisions', 'What each audience', 'Who does what', 'Open questions', 'Do not']) {
    await dialog(bo)
      .getByRole('checkbox', { name: new RegExp(`^${name}`) })
      .focus()
    await press(bo, 'Enter')
    await expect(dialog(bo).getByRole('checkbox', { name: new RegExp(`^${name}`) })).toBeChecked()
  }
  await expect(dialog(ada)).toContainText('7 of 7 sections read back')
  await press(bo, 'Control+Enter')
  for (const page of [ada, bo]) await expect(dialog(page)).toContainText('Bo has command')
  await expect(dialog(bo)).toContainText('Command of SEV-2 “Payments fail”: Bo has command since')
  await expectAccessible(bo, 'the overlap after a transfer')
  await photograph(bo, 'overlap')
  await press(bo, 'Escape')
  await expect(bar(bo)).toContainText('Overlap with Ada')
  await expect(strip(bo)).toHaveCount(0)
  await photograph(bo, 'bar')
  await press(bo, 'D', 'i')
  await expect(dialog(bo)).toContainText('stays for questions until')
  await press(bo, 'Control+Enter')
  await expect(dialog(bo)).toBeHidden()
  await expect(bar(bo)).not.toContainText('Overlap with Ada')
  await expect(bo.getByText('Bo accepted command from Ada, all read back').first()).toBeVisible()
  await expect(bo.getByText('Ada is released, the overlap is over').first()).toBeVisible()
})

test('[TC4] withdrawn by mouse at one browser, the other one is named no more; nobody’s command changed', async ({
  cockpit: ada,
  house,
}) => {
  await declare(ada, 'Payments fail')
  await sitDownAs(ada, 'Ada')
  await takeCommand(ada, 'Ada')
  const bo = await house.openElsewhere()
  await sitDownAs(bo, 'Bo')
  await press(ada, 'D', 'i')
  await dialog(ada).getByRole('radio', { name: 'Someone else' }).click()
  await dialog(ada).getByRole('textbox', { name: 'Name' }).fill('Bo')
  await dialog(ada)
    .getByRole('button', { name: /^Name Bo/ })
    .click()
  await strip(bo)
    .getByRole('button', { name: /Read back and accept/ })
    .click()
  await expect(dialog(bo)).toContainText('hands over command to you')
  await dialog(ada).getByRole('textbox', { name: 'Why it is withdrawn' }).fill('I stay one more hour')
  await dialog(ada)
    .getByRole('button', { name: /^Withdraw/ })
    .click()
  await expect(strip(bo)).toHaveCount(0)
  await expect(bo.getByText('Transfer of command to Bo withdrawn: I stay one more hour').first()).toBeVisible()
  await expect(bar(bo)).toContainText('Ada')
  // The dialog that was open goes on with what can be done now.
  await expect(dialog(bo)).toContainText('It stays with them until the next commander')
})
