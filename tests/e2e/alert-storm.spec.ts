import { expect } from '@playwright/test'
import { serveAlerts } from '../bench/alert-table/source'
import { asTold, type PostedAlert, stormOf } from '../bench/storm/alerts'
import { test as base } from './fixtures'
import { press, withoutPointer } from './keyboard'

const ALERTS = 5_000

/** Quieter and older than the storm, so that the list's own order puts it last. */
function quietest(now: number): PostedAlert {
  const [alert] = stormOf(1, now)
  if (alert === undefined) throw new Error('A storm of one alert has one')
  return {
    ...alert,
    labels: { alertname: 'ArchiveDiskFillsUp', service: 'archive', severity: 'info' },
    annotations: { summary: 'The archive disk is full in a week' },
    startsAt: new Date(now - 86_400_000).toISOString(),
  }
}

const test = base.extend({
  settings: async ({ browserName: _ }, use) => {
    const now = Date.now()
    const source = await serveAlerts(asTold([quietest(now), ...stormOf(ALERTS - 1, now)]))
    await use({ connections: [{ id: 'am', vendor: 'alertmanager', name: 'Alertmanager', baseUrl: source.origin }] })
    source.stop()
  },
})

test('[TB3] End goes to the last of thousands of alerts, which is drawn, and Home back to the first', async ({
  cockpit,
}) => {
  const page = await withoutPointer(cockpit)
  const rows = page.getByRole('table', { name: 'Alerts', exact: true }).locator('tbody tr[data-index]')
  await expect(page.getByText('5,000 open', { exact: true })).toBeVisible({ timeout: 30_000 })
  // Its rows come a moment after the count, and take the focus that waits on the pane.
  await expect(page.getByRole('table', { name: 'Groups of alerts' }).getByRole('row').nth(1)).toBeVisible()
  await press(page, '2')
  await expect(page.locator('tr:focus')).toHaveCount(1)
  await press(page, 'g')
  await expect(page.getByRole('table', { name: 'Alerts', exact: true })).toHaveAttribute(
    'aria-rowcount',
    `${ALERTS + 1}`,
  )
  await press(page, 'End')
  const last = rows.last()
  await expect(last).toHaveAttribute('aria-rowindex', `${ALERTS + 1}`)
  await expect(last).toContainText('The archive disk is full in a week')
  await expect(last).toBeFocused()
  // Not only drawn somewhere: the list has to be scrolled to it.
  await expect(last).toBeInViewport({ ratio: 0.9 })
  await press(page, 'Home')
  await expect(rows.first()).toHaveAttribute('aria-rowindex', '2')
  await expect(rows.first()).toBeFocused()
  await expect(rows.first()).toBeInViewport({ ratio: 0.9 })
})
