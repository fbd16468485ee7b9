import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { hostileTexts } from '../support/hostile-texts'
import { type HostileVendors, startHostileVendors } from '../support/hostile-vendors'
import { test as base } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, typeInto } from './keyboard'
import { resize } from './screen'
import { expectBidiIsolated, expectLayoutHolds, expectNothingRan } from './sound-page'

/** A cockpit whose every connection ends at the hostile vendors, and whose connections have hostile names too. */
const test = base.extend<{ vendors: HostileVendors }>({
  vendors: async ({ browserName: _ }, use) => {
    const vendors = await startHostileVendors()
    await use(vendors)
    await vendors.stop()
  },
  settings: async ({ vendors: { baseUrl } }, use) => {
    const kinds = ['pagerduty', 'alertmanager', 'prometheus', 'statuspage', 'grafana', 'slack']
    const name = (kind: string) => `${kind} ${hostileTexts.image} ${hostileTexts.override}`.slice(0, 80)
    const connections = kinds.map(kind => ({
      id: kind,
      vendor: kind,
      name: name(kind),
      baseUrl,
      pageId: 'p1',
      channel: 'C1',
    }))
    const panels = [hostileTexts.image, hostileTexts.override, 'y'.repeat(250), hostileTexts.zalgo].map((title, n) => ({
      id: `panel${n}`,
      title: title.slice(0, 250),
      unit: 'count',
      connection: 'prometheus',
      queries: [{ legend: n === 0 ? '{{job}}' : title.slice(0, 250), expr: 'up' }],
    }))
    await use({ connections, panels })
  },
  environment: async ({ browserName: _ }, use) => {
    const kinds = ['PAGERDUTY', 'ALERTMANAGER', 'PROMETHEUS', 'STATUSPAGE', 'GRAFANA', 'SLACK']
    await use(Object.fromEntries(kinds.map(kind => [`QUARTERDECK_TOKEN_${kind}`, 'user:planted'])))
  },
})

async function expectSound(page: Page): Promise<void> {
  for (const size of [
    { width: 1920, height: 1080 },
    { width: 1280, height: 800 },
  ]) {
    await resize(page, size)
    await expectLayoutHolds(page)
  }
  await expectNothingRan(page)
  await expectBidiIsolated(page)
}

test('what vendors send is text: it neither runs nor bursts a pane', async ({ cockpit: page }) => {
  const alerts = page.getByRole('region', { name: 'Alerts' })
  await expect(alerts.getByRole('row').filter({ hasText: hostileTexts.image }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Comms', exact: true })).toContainText(hostileTexts.script)
  await expect(page.getByRole('region', { name: 'Live metrics' })).toContainText(hostileTexts.image)
  await expectSound(page)
  for (const light of await page.getByRole('list', { name: 'Feeds' }).getByRole('button').all()) {
    await light.focus()
    await expect(page.getByRole('tooltip')).toBeVisible()
    await expectNothingRan(page)
  }
  await press(page, 'Escape', ',')
  await expect(page.getByRole('dialog', { name: 'Connections' })).toContainText(hostileTexts.image)
  await expectSound(page)
})

test('alert rules, and what is known of an alert, are text', async ({ cockpit: page }) => {
  const alerts = page.getByRole('region', { name: 'Alerts' })
  await expect(alerts.getByRole('row').nth(3)).toBeVisible()
  await press(page, 'R')
  const rules = page.getByRole('dialog', { name: 'Alert rules' })
  await expect(rules).toContainText(hostileTexts.script)
  await expectNothingRan(page)
  await expectBidiIsolated(page)
  expect(await rules.evaluate(box => box.scrollWidth <= box.clientWidth + 1)).toBe(true)
  await press(page, 'Escape')
  // Gone, not only faded: what had the focus before has it again.
  await expect(rules).toHaveCount(0)
  await press(page, '2')
  const row = alerts.locator('tr:focus')
  await expect(row).toHaveCount(1)
  await press(page, 'g')
  await expect(alerts.getByRole('table', { name: 'Groups of alerts' })).toBeHidden()
  // Of all the rows only those in sight are drawn.
  await press(page, 'S')
  await typeInto(alerts.getByRole('textbox'), 'prometheus')
  await alerts.getByRole('row').filter({ hasText: 'prometheus' }).first().focus()
  await press(page, 'v')
  await expect(page.getByRole('dialog')).toContainText('Labels')
  await expectNothingRan(page)
  await expectBidiIsolated(page)
})

test('a hostile page is offered, and taken, as text', async ({ cockpit: page }) => {
  await expect(page.getByRole('region', { name: 'Alerts' }).getByRole('row').nth(3)).toBeVisible()
  await press(page, 'n')
  const offered = page.getByRole('dialog').getByRole('button', { name: /^Declare SEV-\d from / })
  await expect(offered.first()).toBeVisible()
  await expectSound(page)
  await reach(offered.first())
  await submit(page)
  await expect(page.getByRole('log').getByRole('article').first()).toContainText('Declared')
  await expectSound(page)
  await expect(page).toHaveTitle(/^SEV-\d .* · Quarterdeck$/)
})

test('what people write is text: it neither runs nor bursts a pane', async ({ cockpit: page, house }) => {
  await declare(page, `${hostileTexts.image}${hostileTexts.override}`)
  const texts = Object.values(hostileTexts)
  const colleague = await house.join(hostileTexts.override)
  for (const text of [...texts, 'z'.repeat(10_000)]) await colleague.write(text)
  await colleague.stateImpact(`${hostileTexts.template} ${hostileTexts.override}`)
  await colleague.assign('ic', hostileTexts.image)
  await colleague.assign('tech', hostileTexts.override)
  await colleague.assign('comms', hostileTexts.rightToLeft)
  await colleague.assign('scribe', 'w'.repeat(80))
  await expect(page.getByRole('region', { name: 'Roles' })).toContainText('www')
  await expectSound(page)
  await press(page, 'c')
  for (const [n, text] of [
    hostileTexts.image,
    hostileTexts.override,
    hostileTexts.zalgo,
    'v'.repeat(2_000),
    hostileTexts.quote,
  ].entries()) {
    await expect(page.getByRole('dialog').getByRole('textbox').nth(n)).toBeFocused()
    await page.keyboard.insertText(text)
    await press(page, 'Enter')
  }
  await submit(page)
  await expectSound(page)
  await press(page, 'o')
  await expect(page.getByRole('dialog', { name: 'Open an incident' })).toContainText(hostileTexts.image)
  await expectSound(page)
  await press(page, 'Escape', 'a')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectSound(page)
  await press(page, 'Escape', 'A')
  await expect(page.getByRole('textbox', { name: 'Sub-team or role' })).toBeFocused()
  await page.keyboard.insertText(`ZZ ${'w'.repeat(60)}: ${hostileTexts.image}; ${hostileTexts.override} +fixes`)
  await expectSound(page)
  await submit(page)
  await press(page, 'A')
  await expect(page.getByRole('textbox', { name: 'Sub-team or role' })).toBeFocused()
  await page.keyboard.insertText(
    `${hostileTexts.script}x: ${hostileTexts.override}, ${hostileTexts.image}`.slice(0, 200),
  )
  await expectSound(page)
  await submit(page)
  await expectSound(page)
  await press(page, '3', 'ArrowRight', 'Enter')
  await expect(page.getByRole('dialog', { name: 'Role card' })).toBeVisible()
  await expectSound(page)
  await press(page, 'Escape', 'Q')
  await expect(page.getByRole('button', { name: /: present$/ }).first()).toBeVisible()
  await expectSound(page)
})

test('an update and a handoff carry hostile text as text', async ({ cockpit: page, house }) => {
  await declare(page, hostileTexts.image)
  const colleague = await house.join(hostileTexts.quote)
  await colleague.stateImpact(`${hostileTexts.template} ${hostileTexts.override}`)
  for (const text of Object.values(hostileTexts)) await colleague.write(text)
  await press(page, 'u')
  const dialog = page.getByRole('dialog', { name: 'Update for customers' })
  await expect(dialog.getByRole('textbox', { name: 'What customers read' })).toHaveValue(/{{ 7 \| times: 7 }}/)
  await expectSound(page)
  await typeInto(dialog.getByRole('textbox', { name: 'Product or service' }), hostileTexts.quote)
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(/details open/)
  await press(page, 'Control+Enter')
  await expect(dialog.getByRole('region', { name: 'Publish this?' })).toBeVisible()
  await expectSound(page)
  // What looks like a field that nobody filled does not leave, whoever wrote it.
  await press(page, 'Enter')
  await expect(dialog.getByRole('alert')).toContainText('Fill {% assign ran = 1 %} before publishing.')
  await expectSound(page)
  await press(page, 'Escape')
  await dialog
    .getByRole('textbox', { name: 'What customers read' })
    .fill(`Customers cannot pay by card. ${hostileTexts.override} ${hostileTexts.script} Next update within the hour.`)
  await press(page, 'Control+Enter')
  await expect(dialog.getByRole('region', { name: 'Publish this?' })).toContainText(hostileTexts.script)
  await expectSound(page)
  await submit(page)
  // The vendor refuses it, in hostile words.
  await expect(page.getByRole('list', { name: 'Updates' })).toContainText('not published')
  await expect(page.getByRole('list', { name: 'Updates' })).toContainText(hostileTexts.image)
  await expectSound(page)
  await press(page, 'h')
  await expect(page.getByRole('list', { name: 'Written documents' })).toBeVisible()
  await expectSound(page)
  const written = () => globSync(join(house.folder, '**/handoff-*.html'))
  // A thread writes the file.
  await expect.poll(() => written().length).toBe(1)
  const [file] = written()
  const reader = await page.context().newPage()
  await reader.goto(`file://${file}`)
  await expect(reader.locator('body')).toContainText(hostileTexts.image)
  await expectNothingRan(reader)
  await expectBidiIsolated(reader)
})
