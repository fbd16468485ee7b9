import { expect } from '@playwright/test'
import { test } from '../../e2e/fixtures'
import { boxOf, resize } from '../../e2e/screen'

test('without an incident the commands and the menu stay at the right edge, in a cell of their own width', async ({
  cockpit: page,
}) => {
  const menu = page.getByRole('region', { name: 'Incident' }).getByRole('button').last()
  for (const size of ['normal', 'large']) {
    await page.evaluate(name => document.documentElement.setAttribute('data-size', name), size)
    for (const width of [700, 960, 1024, 1279, 1280, 1399]) {
      await resize(page, { width, height: 768 })
      const cell = await boxOf(menu)
      const seen = { size, width, right: Math.round(cell.x + cell.width), narrow: cell.width < 80 }
      expect(seen).toEqual({ size, width, right: width, narrow: true })
    }
  }
})
