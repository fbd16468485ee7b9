import type { Scenario } from '../../../../src/main/engine/drill/scenario'
import { paymentsOutage } from '../../drill/playing'

/** Long before the run begins, and long after it ends. */
const BEGUN = -3_600_000
const NEVER = 1e12

export const PAGES = 80
export const CHANNELS = 12
/** Those that acts set; as many more as there are updates to a channel, and maintenances, are for these. */
export const COMPONENTS = 90
export const UPDATES = 50
/** Announced maintenances, each of which has a component of its own. */
export const WORKS = 20
export const MESSAGES_A_CHANNEL = 6

/** A drill with so many pages, channels, messages and components that every act of a long run has its own place. */
export function busyScenario(): Scenario {
  const scenario = paymentsOutage()
  const channels = numbered(CHANNELS, n => ({ id: `C0BUSY${n}`, name: `busy-${n}`, topic: 'Nothing yet' }))
  return {
    ...scenario,
    pagerduty: {
      ...scenario.pagerduty,
      pages: numbered(PAGES, n => ({
        ...{ id: pageId(n), title: `Page ${n}`, details: '', service: 'PAYAPI1', urgency: 'high' as const },
        ...{ at: BEGUN, until: NEVER },
      })),
    },
    statuspage: {
      ...scenario.statuspage,
      components: numbered(COMPONENTS + UPDATES + WORKS, n => ({
        id: componentId(n),
        name: `Part ${n}`,
        description: 'A part',
      })),
    },
    slack: {
      ...scenario.slack,
      channels: [...scenario.slack.channels, ...channels],
      messages: channels.flatMap(({ id }) =>
        numbered(MESSAGES_A_CHANNEL, n => ({ at: BEGUN + n, channel: id, from: 'Somebody', text: `Line ${n}` })),
      ),
    },
  }
}

export function pageId(n: number): string {
  return `Q0BUSY${n}`
}

export function componentId(n: number): string {
  return `cmpbusy${n}`
}

export function numbered<Item>(count: number, make: (n: number) => Item): Item[] {
  return Array.from({ length: count }, (_, n) => make(n))
}
