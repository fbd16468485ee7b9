import type { AlertRow } from '../../src/shared/contract/alert-rows'
import type { Board, FeedStatus } from '../../src/shared/contract/feeds'
import type { Deploy, PanelReading } from '../../src/shared/contract/metrics'
import type { PanelUnit } from '../../src/shared/contract/panel-units'
import type { StatusPage } from '../../src/shared/contract/status-pages'
import type { ConnectionId } from '../../src/shared/domain/ids'
import { MINUTE, type Millis, SECOND } from '../../src/shared/lib/time'

/** What an engine has read of the vendors, and the alerts of its store. */
export interface CannedBoard extends Board {
  /** All that are open. */
  readonly alerts: readonly AlertRow[]
}

/** A board in the middle of an outage: a deploy, errors climb, the database pool is full. All instants hang on `now`. */
export function cannedBoard(now: Millis): CannedBoard {
  return {
    feeds: feeds(now),
    alerts: alerts(now),
    panels: panels(now),
    pages: [page],
    deploys: deploys(now),
    rules: [],
    annotations: [],
    proposals: [],
  }
}

const pagerduty = 'pd' as ConnectionId
const grafana = 'grafana' as ConnectionId
const statuspage = 'status' as ConnectionId

function feeds(now: Millis): readonly FeedStatus[] {
  const good = { answer: 'good', reason: '', lateAfter: 45 * SECOND } as const
  return [
    {
      ...good,
      id: 'pd/alerts',
      connection: pagerduty,
      name: 'PagerDuty',
      vendor: 'pagerduty',
      what: 'alerts',
      trueAt: now - 4 * SECOND,
    },
    {
      ...good,
      id: 'grafana/panels',
      connection: grafana,
      name: 'Grafana',
      vendor: 'grafana',
      what: 'panels',
      trueAt: now - 6 * SECOND,
    },
    {
      ...good,
      id: 'status/components',
      connection: statuspage,
      name: 'Statuspage',
      vendor: 'statuspage',
      what: 'components',
      trueAt: now - 220 * SECOND,
      answer: 'failed',
      reason: '503 Service Unavailable',
    },
  ]
}

function alerts(now: Millis): readonly AlertRow[] {
  const row = (id: string, title: string, minutes: number, rest: Partial<AlertRow>): AlertRow => ({
    id: `pd/${id}`,
    connection: pagerduty,
    externalId: id,
    origin: 'page',
    title,
    service: 'payments-api',
    urgency: 'high',
    state: 'firing',
    startedAt: now - minutes * MINUTE,
    url: `https://example.pagerduty.com/incidents/${id}`,
    ...rest,
  })
  return [
    row('Q1', 'Payments: error rate above 5 % for 2 minutes', 14, { urgency: 'critical' }),
    row('Q2', 'Checkout p99 latency above 2 s', 12, {}),
    row('Q3', 'payments-db connection pool exhausted', 10, { urgency: 'critical', service: 'payments-db' }),
    row('Q4', 'Synthetic check "card payment, EU" failing', 9, { state: 'acknowledged', service: 'synthetics' }),
    row('A5', 'KubePodCrashLooping payments-worker-7f9', 7, {
      origin: 'alert',
      urgency: 'low',
      service: 'payments-worker',
    }),
  ]
}

/** Points every 15 s over half an hour; the deploy is at 55 % of the window. */
function series(now: Millis, name: string, before: number, after: number, noise: number) {
  const count = 121
  const times = Array.from({ length: count }, (_, i) => now - (count - 1 - i) * 15 * SECOND)
  const values = times.map((_, i) => {
    const climb = Math.min(1, Math.max(0, (i - count * 0.55) / 18))
    const wave = Math.sin(i * 1.7 + name.length) * 0.6 + Math.sin(i * 0.61) * 0.4
    return Math.max(0, before + (after - before) * climb * climb + wave * noise)
  })
  return { name, times, values }
}

function panels(now: Millis): readonly PanelReading[] {
  const panel = (id: string, title: string, unit: PanelUnit, rest: Partial<PanelReading>): PanelReading => ({
    id,
    title,
    unit,
    thresholds: [],
    series: [],
    feed: 'grafana/panels',
    trueAt: now - 6 * SECOND,
    problem: '',
    warnings: [],
    ...rest,
  })
  return [
    panel('errors', 'Payment errors', 'percent', {
      thresholds: [
        { at: 2, level: 'warning' },
        { at: 5, level: 'critical' },
      ],
      series: [series(now, 'payments-api', 0.4, 23, 0.5)],
    }),
    panel('latency', 'Checkout latency', 'milliseconds', {
      thresholds: [{ at: 2_000, level: 'critical' }],
      series: [series(now, 'p50', 120, 480, 12), series(now, 'p99', 620, 4_300, 60)],
    }),
    panel('rate', 'Payments accepted', 'per-second', { series: [series(now, 'accepted', 412, 96, 14)] }),
    panel('pool', 'Database pool in use', 'percent', {
      thresholds: [{ at: 90, level: 'critical' }],
      series: [series(now, 'payments-db', 41, 99, 2)],
    }),
    panel('queue', 'Settlement queue', 'count', { series: [series(now, 'waiting', 220, 6_400, 60)] }),
    panel('memory', 'Worker memory', 'bytes', { series: [series(now, 'payments-worker', 6.1e8, 9.4e8, 1e7)] }),
  ]
}

const page: StatusPage = {
  feed: 'status/components',
  connection: statuspage,
  name: 'status.example.com',
  components: [
    { id: 'c1', name: 'Card payments', status: 'operational' },
    { id: 'c2', name: 'Checkout', status: 'operational' },
    { id: 'c3', name: 'Payouts', status: 'operational' },
    { id: 'c4', name: 'Dashboard', status: 'operational' },
  ],
  incidents: [],
}

function deploys(now: Millis): readonly Deploy[] {
  return [
    {
      ...{ id: 'pd/deploy-1', connection: pagerduty, title: 'payments 4.12.0: new retry policy' },
      ...{ services: ['Payments API'], source: 'pipeline', at: now - 26 * MINUTE, url: null },
    },
  ]
}
