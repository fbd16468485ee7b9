import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press } from './keyboard'

const opened = async (page: Page) => {
  await press(page, 'D', 'a')
  const dialog = page.getByRole('dialog', { name: 'Audiences' })
  await expect(dialog).toBeVisible()
  await press(page, 'e')
  const row = (name: string) =>
    dialog.getByRole('list', { name: 'Audiences of new incidents' }).getByRole('button', { name })
  await row('Leadership').click()
  const field = (name: string | RegExp) => dialog.getByRole('textbox', { name })
  await expect(field('Name')).toHaveValue('Leadership')
  const save = dialog.getByRole('button', { name: /^Save/ })
  return { dialog, row, field, save }
}

test('[SE8] two people change the same audience: the second sees both, keeps what was typed, and decides', async ({
  cockpit: page,
  house,
}) => {
  await declare(page, 'Payments fail')
  const other = await house.openElsewhere()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  const [mine, theirs] = [await opened(page), await opened(other)]
  await theirs.field('How often at SEV-1').fill('10, then 45')
  await theirs.save.click()
  await expect(theirs.field('How often at SEV-1')).toHaveValue('10, then 45')
  await mine.field('How often at SEV-1').fill('15, then 90')
  await mine.save.click()
  const asked = mine.dialog.getByRole('alert')
  await expect(asked).toContainText('Someone else changed this while you had it open. It now says: Leadership;')
  await expect(asked).toContainText('SEV-1 10, then 45')
  await expect(mine.field('How often at SEV-1')).toHaveValue('15, then 90')
  await mine.dialog.getByRole('button', { name: /^Keep mine/ }).click()
  await expect(asked).toBeHidden()
  // Now the other stands on older ground, and takes what is there.
  await theirs.field('How often at SEV-1').fill('20, then 50')
  await theirs.save.click()
  await expect(theirs.dialog.getByRole('alert')).toContainText('SEV-1 15, then 90')
  await theirs.dialog.getByRole('button', { name: /^Keep theirs/ }).click()
  await expect(theirs.field('How often at SEV-1')).toHaveValue('15, then 90')
})
