import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, withoutPointer } from './keyboard'

const strip = (page: Page) => page.getByRole('complementary', { name: 'Another severity?' })
const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline', exact: true })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Change the severity' })

async function report(page: Page, line: string): Promise<void> {
  await press(page, '/')
  await page.keyboard.type(line)
  await press(page, 'Enter')
  await press(page, 'Escape')
}

test('[RS5] [RS7] [RS8] growing reports offer a severity on every screen; “not now” is kept over a restart', async ({
  cockpit: page,
  house,
}) => {
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  const other = await house.openElsewhere()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await expect(strip(page)).toHaveCount(0)
  await report(page, '!report support x25 cards are declined')
  await expect(strip(page)).toContainText('Raise to SEV-1?')
  await expect(strip(page)).toContainText('Complaints are growing: 25 customers within 15 min (support)')
  await expect(strip(other)).toContainText('Raise to SEV-1?')
  await expect(timeline(page)).toContainText('Offered: raise SEV-2 to SEV-1. Complaints are growing')
  await expectAccessible(page, 'a severity that is offered')
  if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}-strip.png` })
  await press(other, 'w')
  const keyLines = other.getByRole('main', { name: 'Wallboard' }).getByRole('list', { name: 'Key lines' })
  await expect(keyLines.getByRole('listitem').first()).toContainText('Offered: raise SEV-2 to SEV-1')
  if (process.env.SHOT) await other.screenshot({ path: `${process.env.SHOT}-wall.png` })
  await press(other, 'Escape')
  await expect(strip(other)).toBeVisible()
  await press(page, 'D', 'y')
  await expect(dialog(page).getByRole('radio', { name: /SEV-1/ })).toBeChecked()
  await expect(dialog(page).getByRole('textbox', { name: /^Why/ })).toHaveValue(
    'Complaints are growing: 25 customers within 15 min (support)',
  )
  if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}-dialog.png` })
  await press(page, 'Escape')
  await expect(dialog(page)).toBeHidden()
  await press(other, 'D', 'n')
  await expect(timeline(page)).toContainText('Not now: SEV-2 stays, SEV-1 was offered')
  await expect(strip(page)).toHaveCount(0)
  await house.kill()
  await house.start()
  await expect(timeline(page)).toContainText('Not now: SEV-2 stays')
  await expect(strip(page)).toHaveCount(0)
})
