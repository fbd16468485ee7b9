import { type ConnectionId, type IncidentId, newId, type OutboxItemId } from '../../src/shared/domain/ids'
import type { RequestStatus, VendorRequest } from '../../src/shared/domain/vendor-request'
import { eventRegistry as kinds } from '../../src/shared/events/registry'
import type { FakeLink } from '../support/fake-link'

const engine = { kind: 'engine' } as const
const pagerduty = 'pd' as ConnectionId
const page = (id: string, name: string) => ({ connection: pagerduty, page: { id, name } })
const channel = { id: 'C9', name: 'inc-20261120-card-payments' }

/** Acts in every state that they can have, so that the rows of the alerts and the outbox can be looked at. */
export function playActs(link: FakeLink, incident: IncidentId, now: number): void {
  const told = (what: VendorRequest, standing: RequestStatus) => {
    const body = { act: newId<OutboxItemId>(), what }
    if (standing.state === 'waiting') return kinds['act-asked'].draft(body, now, engine)
    if (standing.state === 'failed') return kinds['act-failed'].draft({ ...body, reason: standing.reason }, now, engine)
    if (standing.state === 'unknown')
      return kinds['act-unknown'].draft({ ...body, reason: standing.reason }, now, engine)
    return kinds['act-done'].draft({ ...body, externalId: 'x', url: 'https://example.com/x' }, now, engine)
  }
  const failed = {
    state: 'failed',
    inDoubt: false,
    reason: '403: the token may not write; it needs the scope incidents.write',
  } as const
  const unknown = { state: 'unknown', reason: 'No answer from api.pagerduty.com within 10 s.' } as const
  const done = { state: 'done', externalId: 'x', url: null } as const
  const pool = page('Q3', 'payments-db connection pool exhausted')
  const errors = page('Q1', 'Payments: error rate above 5 % for 2 minutes')
  const note = { kind: 'page-note', ...page('Q4', 'Synthetic check'), text: 'EU only' } as const
  const noted = { act: newId<OutboxItemId>(), what: note }
  const copies = [
    { externalId: 'PNOTE01', url: 'https://example.com/PNOTE01' },
    { externalId: 'PNOTE02', url: null },
  ]
  link.log.append(
    incident,
    [
      told({ kind: 'chat-open', connection: 'slack' as ConnectionId, name: channel.name, private: false }, done),
      told({ kind: 'page-resolve', ...pool, resolution: 'Rolled back' }, unknown),
      told({ kind: 'page-escalate', ...errors, level: 2 }, failed),
      told({ kind: 'page-acknowledge', ...page('Q2', 'Checkout p99 latency above 2 s') }, { state: 'waiting' }),
      kinds['act-done'].draft({ ...noted, externalId: 'PNOTE01', url: null }, now, engine),
      kinds['act-found-twice'].draft({ ...noted, vendor: 'PagerDuty', copies }, now, engine),
      told(
        { kind: 'chat-post', connection: 'slack' as ConnectionId, channel, text: 'Rollback runs' },
        { state: 'waiting' },
      ),
    ],
    now,
  )
}
