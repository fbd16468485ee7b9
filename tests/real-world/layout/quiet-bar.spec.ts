import { expect } from '@playwright/test'
import { test } from '../../e2e/fixtures'

test('without an incident the commands and the menu stay at the right edge, in a cell of their own width', async ({
  cockpit: page,
}) => {
  const menu = page.getByRole('region', { name: 'Incident' }).getByRole('button').last()
  for (const size of ['normal', 'large']) {
    await page.evaluate(name => document.documentElement.setAttribute('data-size', name), size)
    for (const width of [700, 960, 1024, 1279, 1280, 1399]) {
      await page.setViewportSize({ width, height: 768 })
      // The bar is laid out anew after the window has its size.
      await expect
        .poll(async () => {
          const cell = await menu.boundingBox()
          if (cell === null) return null
          return { size, width, right: Math.round(cell.x + cell.width), narrow: cell.width < 80 }
        })
        .toEqual({ size, width, right: width, narrow: true })
    }
  }
})
