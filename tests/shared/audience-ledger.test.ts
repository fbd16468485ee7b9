import { describe, expect, it } from 'vitest'
import type { Audience } from '../../src/shared/domain/audience'
import { audienceLedger } from '../../src/shared/domain/audience-ledger'
import type { ConnectionId, OutboxItemId, UpdateId } from '../../src/shared/domain/ids'
import { type Channel, mayHaveReachedAudience } from '../../src/shared/domain/update'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry as kinds } from '../../src/shared/events/registry'
import { ada, declared, minute, recordOf, resolved, updateContent } from '../support/folded-incident'
import { shippedView } from '../support/shipped-method'

const chat: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const leadership = 'named:Leadership' as const
const adopted = kinds['method-adopted'].draft(
  { name: 'M', version: 'v', from: null, rules: shippedView.adoptable.rules },
  minute(0),
  ada,
)

function told(after: number, audience: Audience, next: number | null, message = `m-${after}`): EventDraft[] {
  const channel = audience === 'customers' ? updateContent().channel : chat
  const content = updateContent({ channel, nextUpdateAt: next === null ? null : minute(next), title: `At ${after}` })
  const update = `u-${audience.replaceAll(' ', '-')}-${after}-${message}` as UpdateId
  const cancelUntil = minute(after)
  return [
    kinds['update-drafted'].draft({ update, content, audience, message: message as UpdateId }, minute(after), ada),
    kinds['update-publishing'].draft({ update, act: 'act' as OutboxItemId, cancelUntil, channel }, minute(after), ada),
    kinds['update-published'].draft(
      {
        update,
        content,
        audience,
        promise: content.nextUpdateAt,
        externalId: 'x',
        url: 'https://status.example.com/1',
      },
      minute(after),
      { kind: 'vendor', name: 'Slack' },
    ),
  ]
}

function rowAt(now: number, audience: Audience, ...drafts: readonly (EventDraft | EventDraft[])[]) {
  const { incident } = recordOf([declared({ severity: 'SEV-1' }), adopted, ...drafts.flat()])
  const row = audienceLedger(incident, minute(now)).find(one => one.audience === audience)
  if (row === undefined) throw new Error(`No row of ${audience}`)
  return row
}

const promises = (row: ReturnType<typeof rowAt>) => row.entries.map(({ promise }) => promise?.state ?? null)

const byHand: Channel = { vendor: 'by-hand', connection: 'bh' as ConnectionId, target: 'x', label: 'X' }

function unsettled(channel: Channel): EventDraft[] {
  const update = 'u-hand' as UpdateId
  const content = updateContent({ channel, nextUpdateAt: minute(33), title: 'By hand' })
  const act = 'act' as OutboxItemId
  const from = { update, content, audience: 'customers', message: update } as const
  return [
    kinds['update-drafted'].draft(from, minute(3), ada),
    kinds['update-publishing'].draft({ update, act, cancelUntil: minute(3), channel }, minute(3), ada),
    kinds['update-unknown'].draft({ update, act, reason: 'r', channel }, minute(4), ada),
  ]
}

describe('[PT4] what a person has still to post', () => {
  it('is to be posted, and nobody was told by it', () => {
    const row = rowAt(9, 'customers', unsettled(byHand))
    expect(row.entries).toMatchObject([{ state: 'to-post', at: null, promise: null }])
    expect(row).toMatchObject({ lastAt: null, state: 'not-told' })
    const { incident } = recordOf([declared(), ...unsettled(byHand)])
    expect(mayHaveReachedAudience('customers', incident.updates)).toEqual([])
  })

  it('is in doubt where it was sent and no answer came', () => {
    expect(rowAt(9, 'customers', unsettled(chat)).entries).toMatchObject([{ state: 'in-doubt' }])
    const { incident } = recordOf([declared(), ...unsettled(chat)])
    expect(mayHaveReachedAudience('customers', incident.updates)).toHaveLength(1)
  })
})

describe('[AU9] the list of who was told', () => {
  it('says when, by whom, through which channel, and where it can be read', () => {
    expect(rowAt(5, 'customers', told(3, 'customers', 33)).entries).toMatchObject([
      {
        ...{ at: minute(3), by: ada, url: 'https://status.example.com/1', text: 'At 3', state: 'out' },
        through: { channel: { vendor: 'statuspage' } },
      },
    ])
  })

  it('has what was told by hand among it, newest first', () => {
    const call = kinds['audience-told'].draft(
      { audience: leadership, how: 'call', what: 'all we know', promise: null },
      minute(5),
      ada,
    )
    const { entries } = rowAt(9, leadership, told(3, leadership, null), call, told(7, leadership, null))
    expect(entries.map(({ text }) => text)).toEqual(['At 7', 'all we know', 'At 3'])
    expect(entries[1]).toMatchObject({ through: { byHand: 'call' }, by: ada })
  })

  it('says what became of each promise, by the minute that its readers saw', () => {
    const first = told(3, leadership, 30)
    expect(promises(rowAt(30, leadership, first))).toEqual(['open'])
    expect(promises(rowAt(31, leadership, first))).toEqual(['missed'])
    expect(promises(rowAt(40, leadership, first, told(29, leadership, 60)))).toEqual(['open', 'kept'])
    expect(promises(rowAt(40, leadership, first, told(32, leadership, null)))).toEqual([null, 'missed'])
    expect(promises(rowAt(90, leadership, first, resolved(20)))).toEqual(['ended'])
    expect(promises(rowAt(90, 'customers', told(3, 'customers', 30), resolved(20)))).toEqual(['missed'])
  })

  it('a copy of the same message in another channel keeps no promise of it', () => {
    const both = [told(3, leadership, 30, 'one'), told(4, leadership, 30, 'one')]
    expect(promises(rowAt(31, leadership, ...both))).toEqual(['missed', 'missed'])
  })

  it('and no promise to one audience is kept by what another one read', () => {
    expect(promises(rowAt(31, leadership, told(3, leadership, 30), told(20, 'customers', 50)))).toEqual(['missed'])
  })

  it.each([
    ['not told yet', 1, [], 'not-told'],
    ['due', 10, [told(3, leadership, 30)], 'due'],
    ['overdue', 30, [told(3, leadership, 30)], 'overdue'],
    ['over', 60, [told(3, leadership, 30), resolved(40)], 'over'],
  ] as const)('an audience is %s', (_, now, drafts, state) => {
    expect(rowAt(now, leadership, ...drafts)).toMatchObject({ state })
  })

  it('a snoozed one is due again once that is over, and one that is not needed is not', () => {
    const off = (until: number | null) =>
      kinds['audience-put-off'].draft(
        { audience: leadership, until: until === null ? null : minute(until), reason: 'asleep', was: null },
        minute(31),
        ada,
      )
    const all = told(3, leadership, 30)
    expect(rowAt(40, leadership, all, off(50))).toMatchObject({ state: 'snoozed', due: { dueAt: minute(50) } })
    expect(rowAt(50, leadership, all, off(50))).toMatchObject({ state: 'overdue', putOff: { reason: 'asleep' } })
    expect(rowAt(500, leadership, all, off(null))).toMatchObject({ state: 'not-needed', due: null })
  })

  it('nothing that was only drafted is in it', () => {
    const drafted = told(3, leadership, 30)[0]
    expect(rowAt(5, leadership, drafted === undefined ? [] : [drafted]).entries).toEqual([])
  })

  it('an incident of before there was a table has those that it told', () => {
    const { incident } = recordOf([declared(), ...told(3, leadership, 30)])
    expect(audienceLedger(incident, minute(4)).map(({ audience, state }) => [audience, state])).toEqual([
      ['customers', 'not-told'],
      [leadership, 'due'],
    ])
  })
})
