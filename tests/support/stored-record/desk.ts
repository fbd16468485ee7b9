import { heldCounts } from '../../../src/main/engine/integrity/held'
import type { Surroundings } from '../../../src/main/engine/record/decision'
import { type Ledger, openLedger } from '../../../src/main/engine/record/ledger'
import { runCommand } from '../../../src/main/engine/sessions/dispatch'
import { findAttachment } from '../../../src/main/engine/storage/attachments'
import { erasableOf } from '../../../src/main/engine/storage/erasable'
import { openItems, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import type { Store } from '../../../src/main/engine/storage/store'
import { openWorkspace, type Workspace } from '../../../src/main/engine/workspace/workspace'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import type { CommandName, Input } from '../../../src/shared/contract/calls'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import { type ConnectionId, type IncidentId, newId, type RequestId } from '../../../src/shared/domain/ids'
import { type Actor, responderNamed } from '../../../src/shared/domain/people'
import type { Proposal } from '../../../src/shared/domain/proposal'
import type { Channel } from '../../../src/shared/domain/update'
import type { EventDraft } from '../../../src/shared/events/define'
import { MINUTE, type Millis } from '../../../src/shared/lib/time'
import { type HandClock, handClock } from '../hand-clock'
import { keptLogger } from '../kept-logger'
import { shippedLintParts } from '../shipped-lint'
import { shippedPlaybooks, shippedRules } from '../shipped-method'

/** Friday afternoon, UTC. */
export const START: Millis = Date.UTC(2026, 10, 27, 14, 0, 0)

export const pagerDuty = 'pd' as ConnectionId
export const statusPage: Channel = {
  vendor: 'statuspage',
  connection: 'sp' as ConnectionId,
  target: 'page-1',
  label: 'Acme Status',
}
export const slackRoom: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#status' }

/** A PagerDuty incident and an alert that are open all the time, and what was said in the room. */
const alerts: readonly AlertRow[] = [
  {
    ...{ id: 'pd/P1', connection: pagerDuty, externalId: 'P1', origin: 'page', urgency: 'high', state: 'firing' },
    ...{ title: 'High error rate on payments-api', service: 'payments-api', startedAt: START - 4 * MINUTE },
    url: 'https://example.pagerduty.com/incidents/P1',
  },
  {
    ...{ id: 'am/A1', connection: 'am' as ConnectionId, externalId: 'A1', origin: 'alert', urgency: 'critical' },
    ...{ state: 'firing', title: 'PoolExhausted', service: 'payments-db', startedAt: START - 6 * MINUTE, url: null },
  },
]
const proposals: readonly Proposal[] = ['the cause may be 2.41', 'lunch, anybody?'].map((text, n) => ({
  ...{ id: `slack:C1:171.${n}`, connection: 'sl' as ConnectionId, channel: 'C1', author: 'Fox', text },
  ...{ at: START, pinned: false, shared: true },
}))

/** One person who runs the real commands on a real store, a minute after each other. */
export interface Desk {
  readonly clock: HandClock
  readonly ledger: Ledger
  readonly by: Actor
  /** @throws with the engine's words where it is refused */
  run<Name extends CommandName>(name: Name, input: Input<Name>): void
  /** What no command writes, because the engine itself does. */
  write(incident: IncidentId, ...events: readonly EventDraft[]): void
}

interface DeskOptions {
  readonly clock?: HandClock
  readonly systemNow?: () => Millis
}

/** As an engine does it when it starts: what its folder is by itself is written down before anybody does anything. */
export function sitAtDesk(
  store: Store,
  who: string,
  { clock = handClock(START), systemNow = Date.now }: DeskOptions = {},
): Desk {
  const { db } = store
  const logger = keptLogger()
  let workspace: Workspace | undefined
  const ledger = openLedger(store, logger, change => workspace?.committed(change), undefined, systemNow)
  workspace = openWorkspace({ store, ledger, clock, logger, drill: false, tell: () => undefined })
  const responder = responderNamed(who)
  if (responder === undefined) throw new Error('Nobody has no name')
  const by = { kind: 'person', responder, screen: 'desk' } as const
  const around: Omit<Surroundings, 'now'> = {
    drill: false,
    objectionSpan: () => 120_000,
    approvalNeeded: () => false,
    present: () => [],
    holdingPost: () => undefined,
    ...shippedLintParts,
    cancelWindow: () => 5_000,
    gate: () => [{ id: 'errors', text: 'Errors are back', state: 'green', evidence: 'Errors 0.2 %', at: clock.now() }],
    cadence: () => defaultCadence,
    method: () => shippedRules,
    playbooks: () => shippedPlaybooks,
    channels: () => [statusPage, slackRoom],
    alert: id => alerts.find(alert => alert.id === id),
    incidentsOf: () => [],
    proposal: id => proposals.find(proposal => proposal.id === id),
    sources: () => [],
    held: incident => heldCounts(db, incident),
    rooms: () => ({ proposals, feeds: [] }),
    attachment: hash => findAttachment(db, hash),
    act: id => readQueuedItem(db, id),
    openItems: () => openItems(db),
    erasable: (incident, what) => erasableOf(db, incident, what),
    annotators: () => ['gf' as ConnectionId],
  }
  const checked = (what: string, reply: ReturnType<typeof runCommand>) => {
    if (!reply.ok) throw new Error(`${what}: ${reply.fault.message}`)
    clock.advance(MINUTE)
  }
  return {
    clock,
    ledger,
    by,
    run(name, input) {
      const now = clock.now()
      checked(name, runCommand(ledger, { ...around, now }, { name, input, request: newId<RequestId>(), by }))
    },
    write(incident, ...events) {
      checked(incident, ledger.commit(incident, newId<RequestId>(), { events }, clock.now()))
    },
  }
}
