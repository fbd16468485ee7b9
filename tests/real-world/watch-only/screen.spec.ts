import { expect } from '@playwright/test'
import { entryLink, mintCode } from '../../../src/main/hosts/web/entrance.mjs'
import { test } from '../../e2e/fixtures'
import { declare } from '../../e2e/incident'
import { press } from '../../e2e/keyboard'

test('[AX2] a wallboard opened by its own link shows the wall, and nothing leads from it to the cockpit', async ({
  cockpit,
  house,
  browser,
}) => {
  await declare(cockpit, 'Payments fail')
  const { origin } = new URL(cockpit.url())
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(entryLink(Number(new URL(origin).port), mintCode(house.folder, 'watch'), 'watch'))
    const wall = page.getByRole('main', { name: 'Wallboard' })
    await expect(wall.getByRole('heading', { name: 'Payments fail' })).toBeVisible()
    expect(new URL(page.url()).origin).toBe(origin)
    await press(page, 'Escape', 'Control+K', 'n')
    await expect(wall).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    // By the cockpit's own address too.
    await page.goto(`${origin}/`)
    await expect(wall.getByRole('heading', { name: 'Payments fail' })).toBeVisible()
    await press(page, 'Escape', 'Control+K')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)
  } finally {
    await context.close()
  }
})
