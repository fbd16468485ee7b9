import { describe, expect, it } from 'vitest'
import type { ConnectionId, OutboxItemId, UpdateId } from '../../src/shared/domain/ids'
import { changedComponents, componentsHeldBack } from '../../src/shared/domain/restore-components'
import type { Delivery, Update, UpdateContent } from '../../src/shared/domain/update'
import type { RecordedRequest } from '../../src/shared/domain/vendor-request'

const connection = 'sp' as ConnectionId
const out: Delivery = { state: 'published', at: 0, externalId: 'x', url: null }

function update(change: Pick<UpdateContent, 'components' | 'before'>, delivery = out, to = connection): Update {
  const channel = { vendor: 'statuspage', connection: to, target: 'p', label: 'Status' } as const
  const rest = {
    stage: 'progress',
    title: 't',
    body: 'b',
    status: 'identified',
    notify: true,
    nextUpdateAt: null,
  } as const
  return {
    id: 'u' as UpdateId,
    message: 'u' as UpdateId,
    audience: 'customers',
    content: { ...rest, channel, ...change },
    delivery,
  }
}

function act(
  state: 'done' | 'waiting',
  components: Extract<RecordedRequest['what'], { kind: 'components-set' }>['components'],
) {
  const standing = state === 'done' ? ({ state, externalId: '', url: null } as const) : ({ state } as const)
  return {
    id: 'a' as OutboxItemId,
    what: { kind: 'components-set', connection, components },
    standing,
  } satisfies RecordedRequest
}

describe('[SB1] what an incident changed on a page', () => {
  it('is set back to the best that it was before one of the changes', () => {
    const updates = [
      update({ components: { c1: 'partial_outage', c2: 'partial_outage' }, before: { c1: 'under_maintenance' } }),
      update({ components: { c1: 'major_outage' }, before: { c1: 'partial_outage' } }),
    ]
    const acts = [act('done', [{ id: 'c3', name: 'c', status: 'major_outage', before: 'degraded_performance' }])]
    expect(changedComponents({ updates, acts }, connection)).toEqual([
      { id: 'c1', to: 'under_maintenance' },
      { id: 'c2', to: 'operational' },
      { id: 'c3', to: 'degraded_performance' },
    ])
  })

  it('counts neither what did not reach customers nor what stands on another page', () => {
    const components = { c1: 'major_outage' } as const
    const updates = [
      update({ components }, { state: 'drafted' }),
      update({ components }, { state: 'failed', act: 'a' as OutboxItemId, reason: '', inDoubt: false }),
      update({ components }, out, 'other' as ConnectionId),
    ]
    const acts = [act('waiting', [{ id: 'c3', name: 'c', status: 'major_outage' }])]
    expect(changedComponents({ updates, acts }, connection)).toEqual([])
  })
})

describe('[SB4] what is better left as it is', () => {
  const page = {
    connection,
    components: [
      { id: 'c1', name: 'Card payments', status: 'major_outage' as const },
      { id: 'c2', name: 'Sign-in', status: 'partial_outage' as const },
    ],
  }
  const alert = { title: 'Payments errors', service: 'payments-api', state: 'firing' as const }
  const nothing = { updates: [], acts: [] }

  it('is a component whose service has an open alert, by the team’s file or by likeness', () => {
    expect([
      ...componentsHeldBack(nothing, page, [alert, { ...alert, title: 'Payments slow', state: 'acknowledged' }], []),
    ]).toEqual([['c1', { because: 'alert', title: 'Payments errors', more: 1 }]])
    const services = [{ id: 'payments-api', name: 'Payments', components: ['Sign-in'] }]
    expect([...componentsHeldBack(nothing, page, [alert], services).keys()]).toEqual(['c2'])
  })

  it('is not one whose alert is only pending, silenced at its source, or of no service', () => {
    const quiet = [
      { ...alert, state: 'pending' as const },
      { ...alert, state: 'suppressed' as const },
      { ...alert, service: null },
    ]
    expect(componentsHeldBack(nothing, page, quiet, []).size).toBe(0)
  })

  it('is a component that is worse now than the incident last left it, whatever it did before', () => {
    const updates = [
      update({ components: { c1: 'operational', c2: 'partial_outage' } }, { ...out, at: 2 }),
      update({ components: { c1: 'major_outage', c2: 'degraded_performance' } }, { ...out, at: 1 }),
    ]
    expect([...componentsHeldBack({ updates, acts: [] }, page, [], [])]).toEqual([
      ['c1', { because: 'worsened', left: 'operational' }],
    ])
  })
})
