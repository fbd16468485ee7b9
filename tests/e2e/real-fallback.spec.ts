import { expect, test } from '@playwright/test'
import { type Prometheus, preparePrometheus } from '../support/prometheus'
import { startCockpit } from '../support/running-cockpit'
import { freePort } from '../support/server-process'
import { drawnShare, errorMetrics, type Scratch, scratch, tile } from './real-fixture'

let room: Scratch
let prometheus: Prometheus

test.describe('a Grafana that is down, before a real Prometheus', { tag: '@prometheus' }, () => {
  test.beforeAll(async () => {
    room = scratch()
    // A remote store that cannot be read is the one thing that Prometheus warns of at every query.
    const remoteRead = `http://127.0.0.1:${await freePort()}/read`
    prometheus = await preparePrometheus(room.sub('prometheus'), { metrics: errorMetrics(), remoteRead })
    await prometheus.start()
  })
  test.afterAll(async () => {
    await prometheus?.stop()
    room.remove()
  })

  test('draws through Prometheus, says so, and hands its warnings on', async ({ page }) => {
    const grafana = `http://127.0.0.1:${await freePort()}`
    const cockpit = await startCockpit(['--no-drill', '--data', room.dataFolder(settings(grafana, prometheus.origin))])
    try {
      await page.goto(cockpit.url)
      const errors = tile(page, 'Errors')
      await expect(errors).toContainText('12.5%')
      await expect(errors).toContainText('via Prometheus')
      await expect(errors.getByTitle('Shop Grafana does not respond: data from Prometheus')).toBeVisible()
      await expect(errors).not.toHaveAttribute('data-level', 'stale')
      await expect.poll(() => drawnShare(errors)).toBeGreaterThan(0.6)
      await expect(errors).toContainText(/remote_read:.*connection refused/)
      await expect(page.getByRole('button', { name: /^Shop Grafana down.*refused the connection/ })).toBeVisible()
    } finally {
      await cockpit.stop()
    }
  })
})

function settings(grafana: string, prometheus: string): object {
  return {
    connections: [
      { id: 'graf', vendor: 'grafana', name: 'Shop Grafana', baseUrl: grafana, everySeconds: 5 },
      { id: 'prom', vendor: 'prometheus', name: 'Shop Prometheus', baseUrl: prometheus, everySeconds: 5 },
    ],
    panels: [
      {
        id: 'errors',
        title: 'Errors',
        unit: 'percent',
        thresholds: [],
        connection: 'graf',
        datasourceUid: 'prom-uid',
        fallback: 'prom',
        queries: [{ legend: '{{service}}', expr: 'shop_error_percent' }],
      },
    ],
  }
}
