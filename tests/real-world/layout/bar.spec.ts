import { expect, type Page } from '@playwright/test'
import { test } from '../../e2e/fixtures'
import { press } from '../../e2e/keyboard'
import { resize } from '../../e2e/screen'

test.use({ args: ['--drill', 'payments-outage', '--speed', '5'] })

const title = 'payments-api: error rate above 5 %'

async function take(page: Page): Promise<void> {
  const row = page.getByRole('table', { name: 'Alerts' }).getByRole('row', { name: title })
  await expect(row).toBeVisible()
  await row.focus()
  await press(page, 'Enter')
  await expect(page.getByRole('radio', { name: /SEV-2/ })).toBeFocused()
  await press(page, '1', 'Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await row.focus()
}

/** Pairs of the bar's words and buttons that overprint, and what of them is not on the screen. */
const faultsOfBar = (page: Page) =>
  page.getByRole('region', { name: 'Incident', exact: true }).evaluate(bar => {
    const all = [...bar.querySelectorAll('h1, button')].filter(one => one.checkVisibility())
    const said = (one: Element) => one.textContent?.trim().slice(0, 24)
    const outside = all.filter(one => {
      const { left, right } = one.getBoundingClientRect()
      return left < -0.5 || right > innerWidth + 0.5
    })
    const over = all.flatMap((one, at) =>
      all
        .slice(at + 1)
        .filter(other => {
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
          return across > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
        })
        .map(other => `${said(one)} over ${said(other)}`),
    )
    return [...over, ...outside.map(one => `${said(one)} is not on the screen`)]
  })

test('the bar shows its title and overprints nothing at any width, and nothing in it moves when something leaves', async ({
  cockpit: page,
  house,
}) => {
  await take(page)
  const colleague = await house.join('Dana Scully')
  await colleague.assign('ic', 'Dana Scully')
  const commander = page.getByRole('region', { name: 'Incident', exact: true }).getByText('Dana Scully')
  await expect(commander).toBeVisible()
  for (const width of [560, 700, 941, 960, 1024, 1100, 1179, 1180, 1280, 1440, 1600, 1920]) {
    await resize(page, { width, height: 800 })
    const heading = await page.getByRole('heading', { level: 1 }).boundingBox()
    expect.soft(heading?.width ?? 0, `room for the title at ${width}`).toBeGreaterThan(180)
    expect.soft(await faultsOfBar(page), `the bar at ${width}`).toEqual([])
    // A name of usual length is there whole: names of sources give way first.
    const cut = await commander.evaluate(name => name.scrollWidth > name.clientWidth)
    expect.soft(cut, `the commander's name is cut at ${width}`).toBe(false)
  }
  await resize(page, { width: 1280, height: 800 })
  await page.evaluate(() => {
    const lefts = new Set<number>()
    Object.assign(window, { lefts })
    const look = () => {
      lefts.add(Math.round(document.querySelector('h1')?.parentElement?.getBoundingClientRect().right ?? 0))
    }
    look()
    // Not by frames: on a busy machine a frame comes after the item has come and gone.
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  await press(page, 'k')
  await expect(page.getByRole('table', { name: 'Alerts' }).getByRole('row', { name: title })).toContainText(
    'acknowledged',
  )
  // A request that is done at once may come and go within one drawing: then nothing could have moved.
  expect(await page.evaluate(() => [...(window as unknown as { lefts: Set<number> }).lefts])).toHaveLength(1)
})

test('the row of an alert that has the keyboard stays in sight when its keys come up below it', async ({
  cockpit: page,
}) => {
  await resize(page, { width: 1280, height: 720 })
  await take(page)
  const row = page.locator('tbody tr:focus')
  await expect(row).toBeInViewport({ ratio: 0.9 })
  // Whole titles where there is a display for them: not 26 letters of them at 1920.
  await resize(page, { width: 1920, height: 1080 })
  const shown = await row.getByText(title).evaluate(cell => cell.scrollWidth <= cell.clientWidth + 1)
  expect(shown).toBe(true)
  await expect(row.getByText('PagerDuty (drill)')).toBeHidden()
})
