import { describe, expect, it } from 'vitest'
import { nextCheckpointId } from '../../src/shared/domain/checkpoint'
import { deadlinesOf, ladderOf, nextDue, nextOf, runningDeadlines } from '../../src/shared/domain/deadlines'
import { type CheckpointId, newId } from '../../src/shared/domain/ids'
import { phaseOf } from '../../src/shared/domain/ladder'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry } from '../../src/shared/events/registry'
import { derivedId } from '../../src/shared/lib/derived-id'
import { MINUTE } from '../../src/shared/lib/time'
import {
  ada,
  armed,
  assigned,
  declared,
  engineItself,
  minute,
  named,
  published,
  recordOf,
  resolved,
} from '../support/folded-incident'

const incidentAfter = (...drafts: readonly EventDraft[]) => recordOf([declared(), ...drafts]).incident
const listOf = (...drafts: readonly EventDraft[]) => runningDeadlines(incidentAfter(...drafts))
const promised = (after: number, dueAfter: number | null) =>
  eventRegistry['update-promised'].draft(
    { dueAt: dueAfter === null ? null : minute(dueAfter) },
    minute(after),
    engineItself,
  )
const deputy = (after: number, role: 'ic' | 'comms', name: string) =>
  eventRegistry['deputy-named'].draft({ role, responder: named(name) }, minute(after), ada)

describe('[CP5] the list of what is due', () => {
  it('has the soonest first, each with an id that does not change when it is folded anew', () => {
    const due = listOf(armed(1, 30), promised(1, 20))
    expect(due.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['update', minute(20)],
      ['checkpoint', minute(30)],
    ])
    expect(listOf(armed(1, 30), promised(1, 20))).toEqual(due)
    expect(new Set(due.map(({ id }) => id)).size).toBe(2)
  })

  it.each([
    ['nothing was set', []],
    ['the promise is over', [promised(1, 20), promised(2, null)]],
    ['an update promised no other', [promised(1, 20), published(2, 'u1', { nextUpdateAt: null })]],
    ['it is resolved', [armed(1, 30), promised(1, 20), resolved(5)]],
    ['a clock was set after it was resolved', [resolved(5), armed(6, 30), promised(6, 20)]],
  ] as const)('is empty where %s', (_, drafts) => {
    expect(listOf(...drafts)).toEqual([])
  })

  it('says whose a deadline is, and whom to turn to after them, nobody twice', () => {
    const [update, checkpoint] = listOf(
      ...[armed(1, 30), promised(1, 20), assigned(1, 'ic', 'Ada'), assigned(1, 'comms', 'Grace')],
      ...[deputy(2, 'ic', 'Annie'), deputy(2, 'comms', 'Ada')],
    )
    expect([checkpoint?.owner?.name, checkpoint?.backups.map(({ name }) => name)]).toEqual(['Ada', ['Annie']])
    expect([update?.owner?.name, update?.backups.map(({ name }) => name)]).toEqual(['Grace', ['Ada', 'Annie']])
  })

  it('turns to the incident commander where nobody has the role', () => {
    const [update] = listOf(promised(1, 20), assigned(1, 'ic', 'Ada'))
    expect([update?.owner, update?.backups.map(({ name }) => name)]).toEqual([null, ['Ada']])
    expect(listOf(promised(1, 20))[0]).toMatchObject({ owner: null, backups: [] })
  })

  it('tells when the soonest of a kind is due, or that none is', () => {
    const due = [20, 10].map(after => ({ kind: 'update' as const, dueAt: minute(after) }))
    expect([nextDue(due, 'update'), nextDue(due, 'checkpoint')]).toEqual([minute(10), null])
  })
})

describe('[CP6] a clock', () => {
  it.each([
    ['nobody set or promised any', [], ['not-set', 'none-promised']],
    [
      'an update promised no other',
      [armed(1, 30), published(2, 'u1', { nextUpdateAt: null })],
      [null, 'none-promised'],
    ],
    ['it is resolved', [armed(1, 30), promised(1, 20), resolved(5)], ['resolved', 'resolved']],
    ['both run', [armed(1, 30), promised(1, 20)], [null, null]],
  ] as const)('says why it stands still where %s', (_, drafts, expected) => {
    const list = deadlinesOf(incidentAfter(...drafts))
    const shown = (['checkpoint', 'update'] as const).map(kind => nextOf(list, kind)?.pausedBecause)
    expect(shown).toEqual(expected)
    expect(list.map(({ dueAt, pausedBecause }) => (dueAt === null) === (pausedBecause !== null))).toEqual([true, true])
  })

  it('has an id that stays while it stands still, and what runs comes first', () => {
    const list = deadlinesOf(incidentAfter(promised(1, 20)))
    expect(list.map(({ kind }) => kind)).toEqual(['update', 'checkpoint'])
    expect(deadlinesOf(incidentAfter(promised(1, 20)))).toEqual(list)
  })

  it('says what is done at which distance: it looks pressing before it is due, and what is called then is called louder', () => {
    for (const { ladder } of deadlinesOf(incidentAfter(armed(1, 30), promised(1, 20)))) {
      expect(ladder).toBe(ladderOf('SEV-1'))
      expect(ladder.map(({ after, does }) => [after / MINUTE, does])).toEqual([
        [-5, 'warn'],
        [0, 'call'],
        [1, 'call-loudly'],
        [3, 'call-loudly'],
        [5, 'call-loudly'],
      ])
    }
  })

  it('is as pressing as its own ladder says', () => {
    const slow = [{ after: -20 * MINUTE, does: 'warn' }] as const
    expect([21, 20, 1, 0, -1].map(left => phaseOf(slow, left * MINUTE))).toEqual(['calm', 'soon', 'soon', 'due', 'due'])
    expect([1, 0].map(left => phaseOf([], left * MINUTE))).toEqual(['calm', 'due'])
  })
})

describe('[CP4] the next checkpoint', () => {
  it('has the same id on two machines, and another one each time', () => {
    const first = newId<CheckpointId>()
    const second = nextCheckpointId(first)
    expect(nextCheckpointId(first)).toBe(second)
    expect(new Set([first, second, nextCheckpointId(second), nextCheckpointId(newId())]).size).toBe(4)
  })

  it.each([
    [40, 30],
    [30, 40],
  ])('that two machines set for minute %d and %d is due at the earlier', (one, other) => {
    const set = (dueAfter: number) => {
      const body = { checkpoint: nextCheckpointId('c1' as CheckpointId), dueAt: minute(dueAfter) }
      return eventRegistry['checkpoint-armed'].draft(body, minute(1), engineItself)
    }
    expect(listOf(set(one), set(other)).map(({ dueAt }) => dueAt)).toEqual([minute(30)])
  })
})

describe('a derived id', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

  it.each([
    ['python.org', '886313e1-3b8a-5372-9b90-0c9aee199e5d'],
    ['www.example.com', '2ed6657d-e927-568b-95e1-2665a8aea6a2'],
    ['', '4ebd0208-8328-5d69-8c44-ec50939c0967'],
  ])('of the name %j is what other tools make of it', (name, id) => {
    expect(derivedId(dns, name)).toBe(id)
    expect(derivedId(dns.toUpperCase(), name)).toBe(id)
  })

  it('of a name of several blocks, in another script, is what other tools make of it', () => {
    expect(derivedId('6ba7b811-9dad-11d1-80b4-00c04fd430c8', 'é'.repeat(100))).toBe(
      'a0117772-3f65-5000-8229-6803b8fe27df',
    )
  })

  it('of what is no UUID is one all the same', () => {
    expect(derivedId('checkpoint-1', 'x')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(derivedId('checkpoint-1', 'x')).not.toBe(derivedId('checkpoint-2', 'x'))
  })
})
