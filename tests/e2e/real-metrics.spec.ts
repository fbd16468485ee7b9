import { expect, test } from '@playwright/test'
import { type Alertmanager, startAlertmanager } from '../support/alertmanager'
import { whenOpen } from '../support/followed-log'
import { type Prometheus, preparePrometheus } from '../support/prometheus'
import { type RunningCockpit, startCockpit } from '../support/running-cockpit'
import { drawnShare, errorMetrics, errorRules, errorsNow, type Scratch, scratch, tile } from './real-fixture'

test.describe('a real Prometheus and a real Alertmanager', { tag: ['@prometheus', '@alertmanager'] }, () => {
  // One after the other on the same servers: the last one takes Prometheus away.
  test.describe.configure({ mode: 'default' })
  let room: Scratch
  let prometheus: Prometheus
  let alertmanager: Alertmanager
  let cockpit: RunningCockpit

  test.beforeAll(async () => {
    room = scratch()
    prometheus = await preparePrometheus(room.sub('prometheus'), { metrics: errorMetrics(), rules: errorRules })
    await prometheus.start()
    alertmanager = await startAlertmanager(room.sub('alertmanager'))
    await alertmanager.post([
      alert('DiskFull', { severity: 'warning', service: 'ledger' }, 'The disk of ledger-2 is full'),
      alert('BackupLate', { severity: 'info', service: 'backup' }, 'The nightly backup is late'),
    ])
    await alertmanager.silence('alertname', 'BackupLate')
    cockpit = await startCockpit(['--no-drill', '--data', room.dataFolder(settings(prometheus, alertmanager))])
  })

  test.afterAll(async () => {
    await cockpit?.stop()
    await alertmanager?.stop()
    await prometheus?.stop()
    room.remove()
  })

  test.beforeEach(({ page }) => page.goto(cockpit.url))

  test('shows the value that Prometheus itself tells, and draws its hour', async ({ page }) => {
    const errors = tile(page, 'Errors')
    const [worst = Number.NaN] = (await prometheus.query('shop_error_percent')).toSorted((a, b) => b - a)
    expect(worst).toBe(errorsNow['payments-api'])
    await expect(errors).toContainText(`${worst}%`)
    await expect(errors).toContainText('payments-api')
    await expect(errors.getByRole('img')).toHaveAccessibleName(/checkout 7\.25.%.*payments-api 12\.5.%/)
    await expect.poll(() => drawnShare(errors)).toBeGreaterThan(0.6)
  })

  test('shows what fires in Prometheus and in Alertmanager, and what is silenced', async ({ page }) => {
    const rows = page.getByRole('region', { name: 'Alerts' }).getByRole('row')
    for (const service of Object.keys(errorsNow)) {
      const row = rows.filter({ hasText: `More than 5 % of ${service} fails` })
      await expect(row).toContainText('critical')
      await expect(row).toContainText('firing')
      await expect(row).toContainText('Shop Prometheus')
    }
    const full = rows.filter({ hasText: 'The disk of ledger-2 is full' })
    await expect(full).toContainText('high')
    await expect(full).toContainText('Shop Alertmanager')
    await expect(rows.filter({ hasText: 'The nightly backup is late' })).toContainText('suppressed')
  })

  test('says what is wrong with a query in Prometheus’ own words, and nothing else suffers', async ({ page }) => {
    await expect(tile(page, 'Broken')).toContainText('parse error: unclosed left parenthesis')
    await expect(tile(page, 'Errors')).not.toContainText('parse error')
    await expect(tile(page, 'Errors')).not.toHaveAttribute('data-level', 'stale')
  })

  test('tells no screen of alerts that did not change, in whatever order they come', async () => {
    const link = await cockpit.link()
    const told: string[] = []
    const polls = new Set<number | null>()
    link.on('alerts', () => told.push('alerts'))
    link.on('feeds', feeds => polls.add(feeds.find(({ id }) => id === 'prom/alerts')?.trueAt ?? null))
    await whenOpen(link)
    await expect
      .poll(() => link.call('feeds:refresh', {}).then(() => polls.size), { intervals: [300], timeout: 20_000 })
      .toBeGreaterThan(8)
    expect(told).toEqual([])
    link.close()
  })

  test('turns grey with its age and the reason when Prometheus is gone, and fresh when it is back', async ({
    page,
  }) => {
    const errors = tile(page, 'Errors')
    const askAgain = page.getByRole('button', { name: /^Shop Prometheus .*: metrics.*Poll now$/ })
    await expect(errors).toContainText('12.5%')
    await prometheus.stop()
    await askAgain.click()
    await expect(errors).toHaveAttribute('data-level', 'stale')
    await expect(errors).toContainText(/down · \d+ s old/)
    await expect(errors).toContainText('refused the connection')
    await expect(errors).toContainText('12.5%')
    await expect(askAgain).toHaveAccessibleName(/refused the connection/)
    await prometheus.start()
    await askAgain.click()
    await expect(errors).not.toHaveAttribute('data-level', 'stale')
    await expect(errors).not.toContainText('rejected')
  })
})

function alert(alertname: string, labels: Readonly<Record<string, string>>, summary: string) {
  return { labels: { alertname, ...labels }, annotations: { summary } }
}

function settings(prometheus: Prometheus, alertmanager: Alertmanager): object {
  const panel = { unit: 'percent', thresholds: [], connection: 'prom' }
  return {
    connections: [
      { id: 'prom', vendor: 'prometheus', name: 'Shop Prometheus', baseUrl: prometheus.origin, everySeconds: 5 },
      { id: 'am', vendor: 'alertmanager', name: 'Shop Alertmanager', baseUrl: alertmanager.origin, everySeconds: 5 },
    ],
    panels: [
      { ...panel, id: 'errors', title: 'Errors', queries: [{ legend: '{{service}}', expr: 'shop_error_percent' }] },
      { ...panel, id: 'broken', title: 'Broken', queries: [{ legend: '', expr: 'sum(shop_error_percent' }] },
    ],
  }
}
