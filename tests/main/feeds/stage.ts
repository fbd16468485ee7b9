import { type Feeds, startFeeds } from '../../../src/main/engine/feeds/feeds'
import type {
  FeedSource,
  PanelAnswer,
  PanelFeed,
  PublicPageAnswer,
  TimeWindow,
} from '../../../src/main/engine/feeds/types'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import type { Connection, PanelSpec } from '../../../src/shared/contract/connections'
import type { VendorFault } from '../../../src/shared/contract/faults'
import type { Vendor } from '../../../src/shared/contract/vendors'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { ok, type Reply } from '../../../src/shared/lib/reply'
import type { Millis } from '../../../src/shared/lib/time'
import type { HandClock } from '../../support/hand-clock'

/** Hand-made feeds on a clock moved by hand, and all that was told. */

export const unreachable: VendorFault = { kind: 'unreachable', message: 'connect ECONNREFUSED' }

/** A vendor that answers what the test says, and remembers when it was asked. */
export interface Vended<T> {
  answer: Reply<T, VendorFault> | 'hang'
  readonly askedAt: Millis[]
  readonly signals: AbortSignal[]
  readonly ask: (signal: AbortSignal) => Promise<Reply<T, VendorFault>>
}

export function vended<T>(clock: HandClock, value: T): Vended<T> {
  const self: Vended<T> = {
    answer: ok(value),
    askedAt: [],
    signals: [],
    ask: signal => {
      self.askedAt.push(clock.now())
      self.signals.push(signal)
      return self.answer === 'hang' ? new Promise(() => undefined) : Promise.resolve(self.answer)
    },
  }
  return self
}

export function connection(id: string, vendor: Vendor, everySeconds?: number): Connection {
  return { id: id as ConnectionId, vendor, name: id, baseUrl: 'http://127.0.0.1', everySeconds }
}

export function alertsSource(id: string, vendor: Vended<readonly AlertRow[]>, everySeconds?: number): FeedSource {
  return { connection: connection(id, 'pagerduty', everySeconds), account: { alerts: { fetchOpenAlerts: vendor.ask } } }
}

export function pageSource(id: string, vendor: Vended<PublicPageAnswer>): FeedSource {
  return { connection: connection(id, 'statuspage'), account: { publicPage: { fetchPublicPage: vendor.ask } } }
}

/** Answers every panel it is asked for with one series named after the connection. */
export interface VendedPanels {
  fault: VendorFault | null
  readonly windows: TimeWindow[]
  readonly asked: string[][]
  readonly source: FeedSource
  special: (panel: string) => Partial<PanelAnswer>
}

export function panelsSource(id: string, vendor: Vendor): VendedPanels {
  const self: VendedPanels = {
    fault: null,
    windows: [],
    asked: [],
    special: () => ({}),
    source: { connection: connection(id, vendor), account: { panels: { fetchPanels } } },
  }
  function fetchPanels(panels: Parameters<PanelFeed['fetchPanels']>[0], window: TimeWindow) {
    self.windows.push(window)
    self.asked.push(panels.map(panel => panel.id))
    if (self.fault !== null) return Promise.resolve({ ok: false, fault: self.fault } as const)
    return Promise.resolve(ok(panels.map(panel => ({ ...answered(panel.id, id), ...self.special(panel.id) }))))
  }
  return self
}

function answered(panel: string, name: string): PanelAnswer {
  return { panel, series: [{ name, times: [1], values: [2] }], problem: '', warnings: [] }
}

export function panel(id: string, connectionId: string, fallback?: string): PanelSpec {
  return {
    ...{ id, title: id, unit: 'count', thresholds: [], queries: [{ legend: '', expr: 'up' }] },
    connection: connectionId as ConnectionId,
    fallback: fallback as ConnectionId | undefined,
  }
}

export function alertRow(id: string, change: Partial<AlertRow> = {}): AlertRow {
  return {
    ...{ id, externalId: id, connection: 'pd' as ConnectionId, origin: 'page', title: id, service: null },
    ...{ urgency: 'high', state: 'firing', startedAt: 1_000, url: null },
    ...change,
  }
}

export interface Stage {
  readonly feeds: Feeds
  readonly told: { readonly name: string; readonly payload: unknown }[]
  readonly logged: string[]
  /** Moves the clock in small steps and lets every answer arrive. */
  walk(span: Millis): Promise<void>
}

export async function letAnswersArrive(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve))
}

export function onStage(
  clock: HandClock,
  connections: readonly FeedSource[],
  panels: readonly PanelSpec[] = [],
  random = () => 0.5,
): Stage {
  const told: { name: string; payload: unknown }[] = []
  const logged: string[] = []
  const log = (message: string) => void logged.push(message)
  const feeds = startFeeds({
    ...{ connections, panels, clock, random },
    logger: { info: log, warn: log, error: log },
    tell: (name, payload) => void told.push({ name, payload }),
  })
  return {
    ...{ feeds, told, logged },
    walk: async span => {
      for (let walked = 0; walked < span; walked += 250) {
        clock.advance(Math.min(250, span - walked))
        await letAnswersArrive()
      }
    },
  }
}
