import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { type House, test } from './fixtures'
import { declare } from './incident'
import { press } from './keyboard'
import { resize } from './screen'
import { expectNothingToTouch, expectReadable } from './wall-page'

test.use({ args: ['--drill', 'payments-outage', '--speed', '10'] })

const longTitle =
  'Card payments, wallets and refunds are declined in Europe after the release 4.12 of the payments service'
const longName = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh Senior'
/** Both are the same picture: 35 px of 1080 are 70 of 2160. */
const sizes = [
  { width: 1920, height: 1080, capHeight: 35 },
  { width: 3840, height: 2160, capHeight: 70 },
]

const wall = (page: Page) => page.getByRole('main', { name: 'Wallboard' })

/** The team's own file of the method, which new incidents go by. */
function changeMethod({ folder }: House, name: string, what: RegExp, to: string): void {
  const shipped = readFileSync(join(import.meta.dirname, `../../resources/method/${name}.yaml`), 'utf8')
  const changed = shipped.replace(what, to)
  expect(changed).not.toBe(shipped)
  mkdirSync(join(folder, 'method'), { recursive: true })
  writeFileSync(join(folder, 'method', `${name}.yaml`), changed)
}

/** Names of metrics of which the end is not seen. */
async function cutNames(page: Page): Promise<readonly string[]> {
  const names = wall(page).getByRole('list', { name: 'Metrics' }).locator('li > p:first-child > span')
  await expect(names).toHaveCount(6)
  return await names.evaluateAll(all =>
    all.flatMap(name => {
      const letters = document.createRange()
      letters.selectNodeContents(name)
      const cut = letters.getBoundingClientRect().width > name.getBoundingClientRect().width + 0.5
      return cut ? [name.textContent ?? ''] : []
    }),
  )
}

test('the wall can be read from five metres, with long words and in both sizes', async ({ cockpit: page, house }) => {
  await declare(page, longTitle)
  const colleague = await house.join('Grace')
  await colleague.assign('ic', longName)
  // [RO4] What is wrong with command stands beside the commander, however long the name is.
  await colleague.assign('tech', longName)
  await colleague.stateImpact('One in four card payments fails. '.repeat(6).trim())
  await press(page, 'w')
  await expect(wall(page).getByRole('heading', { level: 1 })).toHaveText(longTitle)
  await expect(
    wall(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('img', { name: 'critical' }) })
      .first(),
  ).toBeVisible()
  await expect(wall(page)).toContainText('DRILL')
  await expect(wall(page)).toContainText('Nobody')
  await expect(wall(page)).toContainText(`${longName}+ fixing`)
  await colleague.addRole('Database lead', 'DB')
  await colleague.addRole(longName, 'LN')
  await expect(wall(page)).toContainText('Database leadNobody')
  await expect(wall(page)).toContainText('1 more role')
  for (const { capHeight, ...size } of sizes) {
    await resize(page, size)
    await expectReadable(page, capHeight)
    await expectNothingToTouch(page)
    expect(await cutNames(page)).toEqual([])
  }
  await expectAccessible(page, 'the wall', true)
  await press(page, 'Tab')
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
})

test('a late target, a commander of many hours and the gate of a watched fix are read from there too', async ({
  cockpit: page,
  house,
}) => {
  await resize(page, { width: 1920, height: 1080 })
  const readable = async () => {
    await expectReadable(page, 35)
    await expectNothingToTouch(page)
    expect(await cutNames(page)).toEqual([])
  }
  // Minutes of a drill that runs ten times as fast.
  changeMethod(house, 'severity', /^( +(?:firstResponse|commanderEngaged):).*$/gm, '$1 1')
  changeMethod(house, 'checkpoint', /^command: .*$/m, 'command: { ask: 1, insist: 3 }')
  await declare(page, longTitle)
  const colleague = await house.join('Grace')
  await press(page, 'w')
  await expect(wall(page)).toContainText(/No (first response|commander), overdue by/)
  await readable()
  await colleague.assign('ic', 'Ada Park')
  await colleague.deputise('ic', longName)
  await colleague.changeStatus('monitoring')
  await expect(wall(page)).toContainText(`Hand over to ${longName} now: Ada Park in command for`)
  await expect(wall(page)).toContainText(/Gate \d+ of 13/)
  await readable()
})

test('Esc goes back to the cockpit as it was left, and the cockpit goes on', async ({ cockpit: page, house }) => {
  await declare(page, 'Payments fail')
  await press(page, 'w')
  await expect(wall(page)).toBeVisible()
  await press(page, 'Escape')
  await expect(wall(page)).toBeHidden()
  const colleague = await house.join('Grace')
  await colleague.write('Rolled back')
  await expect(page.getByRole('log')).toContainText('Rolled back')
  await expect(page.getByRole('region', { name: 'Live metrics' }).getByRole('img').first()).toBeVisible()
})

test('with no incident it is a calm clock; a lost line is said, and so is its end', async ({ house, cockpit }) => {
  await cockpit.close()
  const page = await house.open()
  await expect(page.getByRole('heading', { name: 'No incident open' })).toBeVisible()
  await press(page, 'w')
  await expect(wall(page).getByRole('heading', { name: 'No incident open' })).toBeVisible()
  await expect(wall(page).getByRole('status')).toHaveText('Connected')
  for (const { capHeight, ...size } of sizes) {
    await resize(page, size)
    await expectReadable(page, capHeight)
    await expectNothingToTouch(page)
  }
  await expectAccessible(page, 'the wall', true)
  await house.kill()
  await expect(wall(page).getByRole('status')).toHaveText(/^No connection for \d+ s$/)
  await expectReadable(page, 70)
  await house.start()
  await expect(wall(page).getByRole('status')).toHaveText('Connected', { timeout: 30_000 })
})

test('a second window opens on the wall by its address, and takes turns between incidents', async ({
  cockpit: page,
  house,
}) => {
  await declare(page, 'Payments fail')
  await press(page, 'n')
  await page.keyboard.type('Refunds fail')
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Refunds fail')
  const second = await house.open()
  await second.goto(`${new URL(second.url()).origin}/#wall`)
  await second.reload()
  await expect(wall(second)).toContainText('1 of 2')
  const heading = wall(second).getByRole('heading', { level: 1 })
  const first = await heading.textContent()
  await expect(wall(second)).toContainText('2 of 2')
  await expect(heading).not.toHaveText(first ?? '')
  // Chosen in the settings of any window of this screen.
  const choose = (wall: string) =>
    page.evaluate(one => localStorage.setItem('quarterdeck.settings', JSON.stringify({ wall: one })), wall)
  await choose('together')
  await expect(heading).toHaveCount(2)
  await expectReadable(second, 35)
  await choose('turns')
  await expect(heading).toHaveCount(1)
  await second.emulateMedia({ reducedMotion: 'reduce' })
  await expect(heading).toHaveCount(2)
  await expectReadable(second, 35)
  await expectNothingToTouch(second)
})
