import { hash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { approvalOf, textOf } from '../../src/shared/domain/approval'
import { openConflicts } from '../../src/shared/domain/claims'
import type { ContentHash, EventId, IncidentId, UpdateId } from '../../src/shared/domain/ids'
import type { UpdateContent } from '../../src/shared/domain/update'
import type { EventDraft } from '../../src/shared/events/define'
import { type IncidentEvent, eventRegistry as kinds } from '../../src/shared/events/registry'
import { openSnapshotFold } from '../../src/shared/events/snapshot-fold'
import { sha256 } from '../../src/shared/lib/sha256'
import { ada, declared, drafted, minute, person, recordOf } from '../support/folded-incident'

const message = 'u1' as UpdateId
const title = 'Payments failing'
const textAfter = (...drafts: readonly EventDraft[]) => textOf(recordOf([declared(), ...drafts]).incident.updates)
const asked = (after: number, text: ContentHash) =>
  kinds['update-approval-asked'].draft({ message, text, title }, minute(after), ada)
const approved = (after: number, text: ContentHash, by = person('Grace Hopper')) =>
  kinds['update-approved'].draft({ message, text, title }, minute(after), by)

function approvalAfter(...drafts: readonly EventDraft[]) {
  const { incident } = recordOf([declared(), ...drafts])
  const renditions = incident.updates.filter(one => one.delivery.state !== 'discarded')
  return approvalOf(message, renditions, incident)
}

describe('[AP1] an approval', () => {
  const draft = drafted(1, 'u1')
  const text = textAfter(draft)

  it('is none, asked for, or given, with who and when', () => {
    expect(approvalAfter(draft)).toEqual({ state: 'none' })
    expect(approvalAfter(draft, asked(2, text))).toEqual({ state: 'asked', by: ada, at: minute(2) })
    const given = approvalAfter(draft, asked(2, text), approved(3, text))
    expect(given).toMatchObject({ state: 'given', by: { responder: { name: 'Grace Hopper' } }, at: minute(3) })
    expect(approvalAfter(draft, approved(3, text)).state).toBe('given')
  })

  it.each<readonly [string, Partial<UpdateContent>]>([
    ['a letter of the text', { body: 'Some payments fail. We are working on it!' }],
    ['the title', { title: 'Payments fail' }],
    ['the status', { status: 'identified' }],
    ['a component', { components: { c1: 'major_outage' } }],
    ['who gets mail', { notify: false }],
    ['the promise', { nextUpdateAt: minute(60) }],
    ['[SP26] the impact', { impact: 'critical' }],
  ])('is withdrawn by a change of %s, and holds again once it is taken back', (_, change) => {
    const changed = [draft, approved(2, text), drafted(3, 'u1', change)]
    expect(approvalAfter(...changed).state).toBe('withdrawn')
    expect(approvalAfter(...changed, drafted(4, 'u1')).state).toBe('given')
    expect(approvalAfter(draft, asked(2, text), drafted(3, 'u1', change)).state).toBe('withdrawn')
  })

  it('[AP11] that fell names who asked or approved last', () => {
    const other = drafted(3, 'u1', { body: 'Most payments fail.' })
    const again = kinds['update-approval-asked'].draft(
      { message, text: textAfter(draft, other), title },
      minute(4),
      person('Nadia'),
    )
    const third = drafted(5, 'u1', { body: 'All payments fail.' })
    expect(approvalAfter(draft, approved(2, text), other, again, third)).toMatchObject({
      ...{ state: 'withdrawn', at: minute(4) },
      by: { responder: { name: 'Nadia' } },
    })
    expect(approvalAfter(draft, asked(1, text), approved(2, text), other)).toMatchObject({
      ...{ state: 'withdrawn', at: minute(2) },
      by: { responder: { name: 'Grace Hopper' } },
    })
  })

  it('is withdrawn by another channel of the message, and by one that is left out', () => {
    const more = kinds['update-drafted'].draft(
      { update: 'u2' as UpdateId, message, content: { ...draftContent(), body: 'For us.' }, audience: 'named:Legal' },
      minute(3),
      ada,
    )
    expect(approvalAfter(draft, approved(2, text), more).state).toBe('withdrawn')
    const both = textAfter(draft, more)
    const gone = kinds['update-discarded'].draft({ update: 'u2' as UpdateId }, minute(5), ada)
    expect(approvalAfter(draft, more, approved(4, both)).state).toBe('given')
    expect(approvalAfter(draft, more, approved(4, both), gone).state).toBe('withdrawn')
  })

  it('stays one of what it was given for, however often it was sent', () => {
    const failed = kinds['update-failed'].draft(
      { update: message, act: 'a' as never, reason: 'refused' },
      minute(4),
      ada,
    )
    expect(approvalAfter(draft, approved(2, text), failed).state).toBe('given')
  })

  it('stands in the timeline, and is void for what is not there', () => {
    const record = recordOf([declared(), draft, asked(2, text), approved(3, text)])
    expect(record.timeline.map(line => line.text)).toEqual(
      expect.arrayContaining([`Approval requested for “${title}”`, `Approved for publishing: “${title}”`]),
    )
    const { unfolded } = recordOf([declared(), approved(3, text)]).incident
    expect(unfolded).toMatchObject([{ because: { as: 'void', reason: 'update-gone' } }])
  })
})

describe('[AP3] different texts that were approved at once', () => {
  const first = textAfter(drafted(1, 'u1'))
  const second = textAfter(drafted(1, 'u1', { body: 'Other words.' }))
  const logged = (origin: string, n: number, counter: number, draft: EventDraft, seen: object): IncidentEvent => {
    const stamp = { ms: n, n: 0, origin, counter, seen }
    const place = { id: `${origin}${n}` as EventId, incident: 'i' as IncidentId, seq: n + 1, version: 2 }
    return { ...draft, ...place, recordedAt: draft.at, stamp } as unknown as IncidentEvent
  }
  const log = [
    logged('a', 0, 1, declared(), {}),
    logged('a', 1, 2, drafted(1, 'u1'), {}),
    logged('a', 2, 3, approved(2, first), {}),
    logged('b', 3, 1, drafted(2, 'u1', { body: 'Other words.' }), { a: 2 }),
    logged('b', 4, 2, approved(3, second), {}),
  ]
  const folded = (...more: readonly IncidentEvent[]) => {
    const [fold, other] = [openSnapshotFold(), openSnapshotFold()]
    fold.take([...log, ...more])
    for (const event of [...log, ...more].toReversed()) other.take([event])
    expect(other.incident()).toEqual(fold.incident())
    const incident = fold.incident()
    if (incident === undefined) throw new Error('Nothing was folded')
    return incident
  }

  it('are a conflict on every machine, and the first in order counts until it is settled', () => {
    const incident = folded()
    expect(openConflicts(incident)).toMatchObject([
      { about: 'approval:u1', sides: [{ value: first }, { value: second }] },
    ])
    expect(incident.approvals.u1?.given?.text).toBe(first)
  })

  it('are settled by a person who chooses one, or approves one anew', () => {
    const body = { about: 'approval:u1', chosen: 'b4' as EventId, text: 'Other words.', reason: '' } as const
    const chosen = folded(logged('a', 5, 4, kinds['conflict-settled'].draft(body, minute(4), ada), { b: 2 }))
    expect([openConflicts(chosen), chosen.approvals.u1?.given?.text]).toEqual([[], second])
    const anew = folded(logged('a', 5, 4, approved(4, second), { b: 2 }))
    expect([openConflicts(anew), anew.approvals.u1?.given?.text]).toEqual([[], second])
  })

  it('[AP6] are one where the same text was approved on one machine and sent back on another', () => {
    const back = kinds['update-sent-back'].draft({ message, text: first, title, note: 'Say how many.' }, minute(3), ada)
    const same = [...log.slice(0, 3), logged('b', 3, 1, back, { a: 2 })]
    const fold = openSnapshotFold()
    fold.take(same)
    const [incident] = [fold.incident()]
    if (incident === undefined) throw new Error('Nothing was folded')
    expect(openConflicts(incident)).toMatchObject([
      { about: 'approval:u1', sides: [{ value: first }, { value: `sent-back:${first}` }] },
    ])
    expect(incident.approvals.u1).toMatchObject({ given: { text: first }, sentBack: { note: 'Say how many.' } })
    const seen = openSnapshotFold()
    seen.take([...same, logged('a', 5, 4, approved(4, first), { b: 1 })])
    expect(openConflicts(seen.incident() as typeof incident)).toEqual([])
    expect(seen.incident()?.approvals.u1).toMatchObject({ given: { text: first }, sentBack: null })
    const settled = openSnapshotFold()
    const chosen = { about: 'approval:u1', chosen: 'b3' as EventId, text: 'sent back', reason: '' } as const
    settled.take([...same, logged('a', 5, 4, kinds['conflict-settled'].draft(chosen, minute(4), ada), { b: 1 })])
    expect(openConflicts(settled.incident() as typeof incident)).toEqual([])
    expect(settled.incident()?.approvals.u1).toMatchObject({ given: null, sentBack: { note: 'Say how many.' } })
  })

  it('are none where the same text was approved twice', () => {
    const same = [...log.slice(0, 3), logged('b', 3, 1, approved(3, first), { a: 2 })]
    const fold = openSnapshotFold()
    fold.take(same)
    expect(openConflicts(fold.incident() ?? { claims: { approvals: {} } as never })).toEqual([])
  })
})

describe('SHA-256', () => {
  it.each(['', 'abc', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'é'.repeat(5_000), '😀 payments'])(
    'of a text is what others make of it: %j',
    text => {
      expect(sha256(text)).toBe(hash('sha256', text))
    },
  )
})

function draftContent(): UpdateContent {
  const [update] = recordOf([declared(), drafted(1, 'u1')]).incident.updates
  if (update === undefined) throw new Error('It was drafted')
  return { ...update.content, channel: { ...update.content.channel, target: 'p2' } }
}
