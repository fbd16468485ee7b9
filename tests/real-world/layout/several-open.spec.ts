import { expect, type Page } from '@playwright/test'
import { test } from '../../e2e/fixtures'
import { declare } from '../../e2e/incident'
import { press, submit, typeInto } from '../../e2e/keyboard'
import { resize } from '../../e2e/screen'

test.use({ args: ['--drill', 'payments-outage', '--speed', '1'] })

const long = 'Card payments, wallets and refunds are declined in Europe after the release 4.12 of the payments service'

async function declareAnother(page: Page, title: string): Promise<void> {
  await press(page, 'n')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), title)
  await submit(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
}

/** What of the bar's title, buttons and clocks overprints another, and what of them or of the banner is not on the screen. */
const faultsOfBar = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('section[aria-label="Incident"]')
    const inBar = [...(bar?.querySelectorAll('h1, button') ?? [])].filter(one => one.checkVisibility())
    const banner = [...document.querySelectorAll('aside button')].filter(one => one.checkVisibility())
    const said = (one: Element) => one.textContent?.trim().slice(0, 24)
    const outside = [...inBar, ...banner].filter(one => {
      const { left, right } = one.getBoundingClientRect()
      return left < -0.5 || right > innerWidth + 0.5
    })
    const over = inBar.flatMap((one, at) =>
      inBar.slice(at + 1).flatMap(other => {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
        return across > 1 && down > 1 ? [`${said(one)} over ${said(other)}`] : []
      }),
    )
    return [...over, ...outside.map(one => `${said(one)} is not on the screen`)]
  })

test('with three incidents open the bar shows its title whole words wide, the others, and the way out of a drill', async ({
  cockpit: page,
}) => {
  await declare(page, 'Mail is late')
  await declareAnother(page, 'Search results are empty for all customers of the Asian region since the reindex')
  await declareAnother(page, long)
  const others = page.getByRole('button', { name: /^\+2 open/ })
  for (const size of ['normal', 'large']) {
    await page.evaluate(name => document.documentElement.setAttribute('data-size', name), size)
    for (const width of [560, 700, 840, 960, 1180, 1280, 1366, 1440, 1600, 1920, 2199, 2200, 2560]) {
      await resize(page, { width, height: 800 })
      const heading = await page.getByRole('heading', { level: 1 }).boundingBox()
      expect.soft(heading?.width ?? 0, `room for the title at ${width}, ${size}`).toBeGreaterThan(180)
      expect.soft(await faultsOfBar(page), `the bar at ${width}, ${size}`).toEqual([])
      await expect.soft(others, `other incidents at ${width}, ${size}`).toBeInViewport()
    }
  }
})
