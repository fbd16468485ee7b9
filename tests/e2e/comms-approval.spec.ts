import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, typeInto, withoutPointer } from './keyboard'

/** As it comes out of the box: a SEV-2 needs the approval of its commander or the deputy. */
test.use({ args: ['--drill', 'payments-outage'], settings: { cancelWindow: 0, approvalFor: ['SEV-1', 'SEV-2'] } })

const composer = (page: Page) => page.getByRole('dialog', { name: 'Update for customers' })
const updates = (page: Page) => page.getByRole('list', { name: 'Updates', exact: true })
const approvalIn = (page: Page) => composer(page).getByRole('region', { name: 'Approval' })

/** Says who sits at this browser, which is all that is known of them. */
async function nameIs(page: Page, name: string): Promise<void> {
  await press(page, 'm')
  await typeInto(page.getByRole('textbox', { name: 'Name' }), name)
  await submit(page)
  await expect(page.getByRole('dialog')).toBeHidden()
}

test('[HP1] [AP6] [UP10] the holding post leaves at once; the next message is read, sent back and approved in another browser', async ({
  cockpit: page,
  house,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await nameIs(page, 'Mia Chen')

  // Five keystrokes: Shift and P, Ctrl and Enter, Enter.
  await press(page, 'Shift+P')
  await expect(composer(page).getByRole('textbox', { name: 'What customers read' })).toHaveValue(
    /We are investigating a problem/,
  )
  await press(page, 'Control+Enter')
  await expect(approvalIn(page)).toContainText('needs no approval')
  await expect(composer(page).getByRole('button', { name: /Publish to/ })).toBeFocused()
  await press(page, 'Enter')
  await expect(updates(page).getByText('published', { exact: true })).toHaveCount(1)

  const ada = await withoutPointer(await house.openElsewhere())
  await expect(ada.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await nameIs(ada, 'Ada Park')
  const colleague = await house.join('Ada Park')
  await colleague.assign('ic', 'Ada Park')

  await press(page, 'u')
  await typeInto(composer(page).getByRole('textbox', { name: 'Product or service' }), 'Payments')
  await reach(composer(page).getByRole('textbox', { name: 'What customers notice' }))
  await page.keyboard.type('Many payments fail')
  await reach(composer(page).getByRole('checkbox', { name: /Slack/ }))
  await press(page, 'Space', 'Control+Enter')
  await expect(approvalIn(page)).toContainText('In a SEV-2 these approve: Ada Park')
  await expect(composer(page).getByRole('button', { name: /Publish to 2 channels/ })).toBeFocused()
  // Nothing leaves without it, and the engine says why.
  await press(page, 'Enter')
  await expect(composer(page)).toContainText('approves this first')
  await press(page, 'a')
  await expect(approvalIn(page)).toContainText('Mia Chen requested approval')

  // One key at the other browser: all of it, in both channels' words.
  const reading = ada.getByRole('dialog', { name: 'Approve a customer update' })
  const texts = reading.locator('blockquote')
  // The bar says so, and with which key.
  await expect(ada.getByRole('complementary', { name: 'Waits for your approval' })).toContainText('Mia Chen asks')
  await press(ada, 'Shift+Y')
  await expect(reading.getByRole('region', { name: /, to / })).toHaveCount(2)
  await expect(texts.getByText(/Many payments fail/)).toHaveCount(2)
  await press(ada, 'b')
  await expect(reading.getByRole('textbox', { name: 'What to change' })).toBeFocused()
  await ada.keyboard.type('Say how many.')
  await press(ada, 'Control+Enter')
  await expect(reading).toBeHidden()
  await expect(approvalIn(page)).toContainText('Ada Park sent it back')
  await expect(approvalIn(page)).toContainText('Say how many.')

  await press(page, 'Escape')
  await reach(composer(page).getByRole('textbox', { name: 'What customers read' }))
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' One in four.')
  await press(page, 'Control+Enter')
  // A letter that comes before the review is a letter of the text.
  await expect(approvalIn(page)).toContainText('sent an earlier text back')
  await press(page, 'a')
  await expect(approvalIn(page)).toContainText('Mia Chen requested approval')
  await press(ada, 'Shift+Y')
  await expect(texts.getByText(/One in four\./)).toHaveCount(2)
  await press(ada, 'y')
  await expect(reading).toBeHidden()
  await expect(approvalIn(page)).toContainText('Approved by Ada Park')
  await submit(page)
  await expect(composer(page)).toBeHidden()
  await expect(updates(page).getByText('published', { exact: true })).toHaveCount(3)
  await expect(updates(page)).toContainText('to colleagues')
})
