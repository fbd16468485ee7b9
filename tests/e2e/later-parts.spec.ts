import { type BrowserContext, expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press, typeInto } from './keyboard'

/** Answers what the chunk of panes and dialogs is asked for only once it is released. */
async function holdBack(context: BrowserContext): Promise<() => void> {
  const held = Promise.withResolvers<void>()
  await context.route('**/assets/parts-*.js', async route => {
    await held.promise
    await route.continue()
  })
  return held.resolve
}

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const roles = (page: Page) => page.getByRole('region', { name: 'Roles', exact: true })

test('[KW1] a key for a dialog that is still loading opens it, and what follows is typed into it', async ({
  context,
  house,
}) => {
  const release = await holdBack(context)
  const page = await house.open()
  await expect(roles(page)).toContainText('Loading…')
  await expect(page.getByRole('heading', { level: 1, name: 'No incident open' })).toBeVisible()
  await press(page, 'n')
  await page.keyboard.type('Payments fail')
  await expect(page.getByRole('dialog')).toBeHidden()
  release()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Payments fail')
  await expect(roles(page)).not.toContainText('Loading…')
})

test('[KW1] lines are typed while the other panes load; a digit and a command from within the line wait', async ({
  context,
  house,
}) => {
  const first = await house.open()
  await declare(first, 'Payments fail')
  const release = await holdBack(context)
  const page = await house.open()
  await expect(roles(page)).toContainText('Loading…')
  await press(page, '/')
  await typeInto(line(page), 'Pool is full')
  await press(page, 'Enter')
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText('Pool is full')
  await typeInto(line(page), 'second')
  await press(page, 'Control+k')
  await expect(line(page)).toHaveValue('second')
  release()
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  await press(page, 'Escape')
  await expect(line(page)).toHaveValue('second')
})

test('[KW1] the focus stays on a pane whose content comes', async ({ context, house }) => {
  const release = await holdBack(context)
  const page = await house.open()
  await roles(page).getByRole('heading').click()
  await expect(roles(page)).toBeFocused()
  release()
  await expect(roles(page)).not.toContainText('Loading…')
  await expect(roles(page)).toBeFocused()
})

test('panes that could not be loaded say so, and come with the page that is loaded again', async ({
  context,
  house,
}) => {
  house.letLinesDrop()
  // Not once: the browser may ask a second time, for the import that follows a preload.
  await context.route('**/assets/parts-*.js', route => route.abort('connectionrefused'))
  const page = await house.open()
  await expect(roles(page).getByRole('alert')).toContainText('This part of Quarterdeck could not be loaded')
  await press(page, 'n')
  await expect(page.getByRole('alert').first()).toContainText('could not be loaded')
  await expect(page.getByRole('dialog')).toBeHidden()
  await context.unroute('**/assets/parts-*.js')
  await roles(page).getByRole('button', { name: 'Try again' }).click()
  await expect(roles(page).getByRole('alert')).toBeHidden()
  await press(page, 'n')
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
})
