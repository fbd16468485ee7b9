import type { Bridge } from '../../../src/main/engine/bridge'
import { noAlerts } from '../../../src/shared/contract/alerts'
import type { PanelReading } from '../../../src/shared/contract/metrics'
import { ok } from '../../../src/shared/lib/reply'

/** A bridge for what only concerns carrying: it answers the input, and `connections:test` not until it is told to. */
export function echoBridge(): Bridge & { finishSlowCalls(): void } {
  const slow = Promise.withResolvers<void>()
  return {
    finishSlowCalls: () => slow.resolve(),
    openSession: push => ({
      call: async (_request, name, input) => {
        if (name === 'connections:test') await slow.promise
        if (name === 'feeds:refresh') {
          for (const count of [1, 20_000, 2, 3]) {
            push('alerts', { ...noAlerts, first: alerts(count) })
            push('panels', [panel(count)])
          }
        }
        return ok(input)
      },
      close: () => undefined,
    }),
  }
}

/** Rows of some two hundred bytes. */
function alerts(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    id: `pagerduty/${at}`,
    connection: 'pagerduty' as never,
    externalId: String(at),
    origin: 'page',
    title: `Alert ${at}`,
    service: null,
    urgency: 'high',
    state: 'firing',
    startedAt: at,
    url: null,
  })) as never
}

/** A chart with a hole before its last value. */
export function panel(last: number): PanelReading {
  const series = [{ name: '“größte” last', times: [1e12, 1e12 + 1, 1e12 + 2], values: [0.5, Number.NaN, last] }]
  const read = { series, thresholds: [], feed: 'grafana/panels', trueAt: 1e12 + 2, problem: '', warnings: [] }
  return { id: 'load', title: 'Load', unit: 'percent', ...read }
}
