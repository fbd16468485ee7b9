import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runningDeadlines } from '../../src/shared/domain/deadlines'
import type { ContentHash, EventId, IncidentId, TransferId } from '../../src/shared/domain/ids'
import { incomingCommander, runningOverlap, waitingTransfers } from '../../src/shared/domain/transfer'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry as kinds } from '../../src/shared/events/registry'
import { MINUTE } from '../../src/shared/lib/time'
import { assigned, declared, minute, named, person, recordOf, resolved } from '../support/folded-incident'
import { mergedOf, type Wrote } from '../support/two-machines'

const transfer = 't1' as TransferId
const digest = 'a'.repeat(64) as ContentHash
const since = minute(1)
const incidents = ['i', 'j'] as unknown as readonly IncidentId[]

const prepared = (after: number, to = 'Bo', id = transfer) =>
  kinds['transfer-prepared'].draft(
    {
      transfer: id,
      from: named('Ada'),
      since,
      to: named(to),
      note: 'The failover runs',
      incidents,
      zone: 'Asia/Tokyo',
    },
    minute(after),
    person('Ada'),
  )
const read = (after: number, section: string, id = transfer) =>
  kinds['transfer-read'].draft(
    { transfer: id, section, title: 'Strategy and why', drawnAt: minute(after), digest, zone: 'Europe/Berlin' },
    minute(after),
    person('Bo'),
  )
const accepted = (after: number, to = 'Bo', id = transfer, unread = 0) =>
  kinds['transfer-accepted'].draft(
    {
      ...{ transfer: id, from: named('Ada'), to: named(to), unread, reason: unread > 0 ? 'Ada has to go' : '' },
      overlapUntil: minute(after + 20),
    },
    minute(after),
    person(to),
  )
const ended = (after: number, as: 'withdrawn' | 'declined', by = 'Ada') =>
  kinds['transfer-ended'].draft(
    { transfer, as, from: named('Ada'), to: named('Bo'), reason: 'Not yet' },
    minute(after),
    person(by),
  )
const released = (after: number) =>
  kinds['overlap-ended'].draft({ transfer, giver: named('Ada') }, minute(after), person('Bo'))

const inCommand: readonly EventDraft[] = [declared(), assigned(1, 'ic', 'Ada')]
const recorded = (...drafts: readonly EventDraft[]) => recordOf([...inCommand, ...drafts])

describe('[TC1] a transfer of command that waits', () => {
  it('leaves command with the giver, and names who takes over, with what they were told', () => {
    const { incident, timeline } = recorded(prepared(60))
    expect(incident.roles.ic?.responder.name).toBe('Ada')
    expect(incomingCommander(incident)).toMatchObject({ to: { name: 'Bo' }, note: 'The failover runs', incidents })
    expect(timeline.at(-1)?.text).toBe('Ada hands over command to Bo, who reads it back and accepts: The failover runs')
  })

  it('is over once somebody else commands, or the same person anew, and waits on where the giver has left', () => {
    const free = kinds['role-released'].draft({ role: 'ic', responder: named('Ada') }, minute(62), person('Ada'))
    expect(waitingTransfers(recorded(prepared(60), assigned(61, 'ic', 'Carol')).incident)).toEqual([])
    expect(waitingTransfers(recorded(prepared(60), free, assigned(63, 'ic', 'Ada')).incident)).toEqual([])
    expect(waitingTransfers(recorded(prepared(60), free).incident)).toHaveLength(1)
  })
})

it('[TC2] a section that was read is kept with who read it and what it said; read anew, the newest counts', () => {
  const { incident, timeline } = recorded(prepared(60), read(61, 'strategy'), read(64, 'strategy'), read(65, 'risks'))
  const [known] = incident.transfers
  expect(Object.keys(known?.read ?? {})).toEqual(['strategy', 'risks'])
  expect(known?.read.strategy).toEqual({ at: minute(64), by: person('Bo'), drawnAt: minute(64), digest })
  expect(timeline.at(-1)?.text).toBe('Bo read back: Strategy and why')
})

describe('[TC3] who accepts has command', () => {
  it('by one event, which ends the one before with both times in the record', () => {
    const { incident, timeline } = recorded(prepared(60), accepted(70))
    expect(incident.roles.ic).toEqual({ responder: named('Bo'), since: minute(70) })
    expect(incident.crew.past).toEqual([{ role: 'ic', responder: named('Ada'), since, until: minute(70) }])
    expect(incident.transfers[0]?.end).toMatchObject({ as: 'accepted', at: minute(70) })
    expect(timeline.at(-1)?.text).toBe('Bo accepted command from Ada, all read back; overlap until 15:30 UTC')
  })

  it('and the line says what was not read back, and why', () => {
    expect(recorded(prepared(60), accepted(70, 'Bo', transfer, 2)).timeline.at(-1)?.text).toBe(
      'Bo accepted command from Ada, 2 sections not read back; overlap until 15:30 UTC: Ada has to go',
    )
  })

  it('of a transfer that is not in the record it is void, and changes nothing', () => {
    const { incident } = recorded(accepted(70))
    expect(incident.roles.ic?.responder.name).toBe('Ada')
    expect(incident.unfolded).toMatchObject([{ because: { as: 'void', reason: 'transfer-gone' } }])
  })

  it.each([
    ['the acceptance first', ['a', 'b']],
    ['the other one first', ['b', 'a']],
  ] as const)('and another commander who was named meanwhile is a conflict for a person: %s', (_, [one, other]) => {
    const wrote = (first: string): Wrote =>
      first === 'a' ? ['a', 'alone', accepted(70)] : ['b', 'alone', assigned(70, 'ic', 'Carol')]
    const { incident, conflicts } = mergedOf(begun, wrote(one), wrote(other))
    expect(conflicts).toEqual([['role:ic', one === 'a' ? ['bo', 'carol'] : ['carol', 'bo']]])
    expect(incident.roles.ic?.responder.name).toBe(one === 'a' ? 'Bo' : 'Carol')
    expect(runningOverlap(incident)?.giver.name).toBe(one === 'a' ? 'Ada' : undefined)
  })

  it('and two transfers that were accepted on two machines are one too', () => {
    const { conflicts } = mergedOf(
      begun,
      ['a', 'alone', accepted(70)],
      ['b', 'alone', prepared(61, 'Carol', 't2' as TransferId)],
      ['b', 'alone', accepted(72, 'Carol', 't2' as TransferId)],
    )
    expect(conflicts).toEqual([['role:ic', ['bo', 'carol']]])
  })

  it('and the same one accepted twice is none', () => {
    const twice = mergedOf(begun, ['a', 'alone', accepted(70)], ['b', 'alone', accepted(71)])
    expect([twice.conflicts, twice.incident.roles.ic?.since]).toEqual([[], minute(70)])
    expect(twice.incident.crew.past).toHaveLength(1)
  })
})

/** Ada commands and hands over to Bo, and both machines know. */
const begun: readonly EventDraft[] = [assigned(1, 'ic', 'Ada'), prepared(60)]

describe('[TC4] a transfer that comes to nothing', () => {
  it.each([
    ['withdrawn', 'Transfer of command to Bo withdrawn: Not yet'],
    ['declined', 'Bo declined command: Not yet'],
  ] as const)('%s: command stays, nobody is named any more, and the line says why', (as, said) => {
    const { incident, timeline } = recorded(prepared(60), ended(61, as))
    expect([incident.roles.ic, incomingCommander(incident)]).toEqual([{ responder: named('Ada'), since }, undefined])
    expect(timeline.at(-1)?.text).toBe(said)
    expect(incident.crew.past).toEqual([])
  })

  it.each([
    ['accepted first', true],
    ['withdrawn first', false],
  ] as const)(
    'withdrawn on one machine and accepted on another, %s: a conflict, the first in order acts',
    (_, early) => {
      const both: readonly Wrote[] = [
        ['a', 'alone', ended(70, 'withdrawn')],
        ['b', 'alone', accepted(70)],
      ]
      const { incident, conflicts } = mergedOf(begun, ...(early ? both.toReversed() : both))
      expect(conflicts).toEqual([['role:ic', early ? ['bo', 'ada'] : ['ada', 'bo']]])
      expect(incident.roles.ic?.responder.name).toBe(early ? 'Bo' : 'Ada')
      const chosen = `${early ? 'b.3' : 'b.4'}` as EventId
      const settled = kinds['conflict-settled'].draft(
        { about: 'role:ic', chosen, text: 'bo', reason: 'agreed' },
        minute(80),
        person('Ada'),
      )
      const after = mergedOf(begun, ...(early ? both.toReversed() : both), ['a', 'knowing', settled])
      expect([after.conflicts, after.incident.roles.ic?.responder.name]).toEqual([[], 'Bo'])
      expect(runningOverlap(after.incident)?.giver.name).toBe('Ada')
    },
  )

  it('whatever two machines do with it in whatever order: one commander acts, and who else was named is a conflict', () => {
    const step = fc.tuple(
      fc.constantFrom<'a' | 'b'>('a', 'b'),
      fc.constantFrom<'alone' | 'knowing'>('alone', 'knowing'),
      fc.constantFrom(accepted(70), ended(70, 'withdrawn'), ended(70, 'declined', 'Bo'), assigned(70, 'ic', 'Carol')),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), wrote => {
        const { incident, conflicts } = mergedOf(begun, ...wrote)
        const holder = incident.roles.ic?.responder.id
        expect(['ada', 'bo', 'carol']).toContain(holder)
        for (const [, sides] of conflicts) expect(sides[0]).toBe(holder)
        expect(incident.unfolded).toEqual([])
        if (holder === 'bo') expect(incident.transfers[0]?.end?.as).toBe('accepted')
      }),
      { numRuns: 300 },
    )
  })
})

describe('[TC5] the overlap after a transfer', () => {
  const due = (...drafts: readonly EventDraft[]) =>
    runningDeadlines(recorded(prepared(60), accepted(70), ...drafts).incident).filter(({ kind }) => kind === 'overlap')

  it('has a clock of its own, with who gave command', () => {
    expect(due()).toMatchObject([{ about: 'Ada', dueAt: minute(70) + 20 * MINUTE, owner: { name: 'Bo' } }])
  })

  it('ends when the giver is released, somebody else commands, or the incident is resolved', () => {
    expect(due(released(80))).toEqual([])
    expect(due(assigned(81, 'ic', 'Carol'))).toEqual([])
    expect(due(resolved(82))).toEqual([])
    expect(recorded(prepared(60), accepted(70), released(80)).timeline.at(-1)?.text).toBe(
      'Ada is released, the overlap is over',
    )
  })
})

it('[TC7] every incident of a handover knows the others', () => {
  expect(recorded(prepared(60)).incident.transfers[0]?.incidents).toEqual(incidents)
})

it('[TC8] the time zone of each person who takes part is known, as their browser named it', () => {
  expect(recorded(prepared(60), read(61, 'risks')).incident.timeZones).toEqual({
    ada: 'Asia/Tokyo',
    bo: 'Europe/Berlin',
  })
})
