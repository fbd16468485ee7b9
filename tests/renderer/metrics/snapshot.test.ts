import { describe, expect, it } from 'vitest'
import type { TileSource } from '../../../src/renderer/features/metrics/panel-source'
import { snapshotText } from '../../../src/renderer/features/metrics/snapshot'
import type { PanelReading } from '../../../src/shared/contract/metrics'

const now = Date.UTC(2026, 10, 21, 14, 23, 5)
const panel: PanelReading = {
  id: 'errors',
  title: 'Errors',
  unit: 'percent',
  thresholds: [{ at: 5, level: 'critical' }],
  series: [
    { name: 'checkout', times: [now - 1_000], values: [2] },
    { name: 'payments', times: [now - 1_000], values: [12.5] },
  ],
  feed: 'prom/panels',
  trueAt: now,
  problem: '',
  warnings: [],
}
const fresh: TileSource = { freshness: { state: 'fresh', age: 1_000, reason: '' }, name: 'Prometheus', insteadOf: '' }
const down: TileSource = { ...fresh, freshness: { state: 'down', age: 180_000, reason: 'refused the connection' } }

describe('[MT5] a snapshot of the panels in words', () => {
  it('says when, and of each panel the worst line and how bad it is', () => {
    const latency: PanelReading = { ...panel, title: 'Calm', series: [], thresholds: [] }
    expect(
      snapshotText(
        [
          { panel, source: fresh },
          { panel: latency, source: fresh },
        ],
        now,
      ),
    ).toMatch(/^Metrics at 14:23:05 UTC: Errors 12\.5% \(payments\), .*; Calm has no value$/)
  })

  it('says how old a number is that is not current', () => {
    expect(snapshotText([{ panel, source: down }], now)).toMatch(/ \[down · 3 min old\]$/)
  })
})
