import { describe, expect, it } from 'vitest'
import { roomsIn } from '../../../src/main/engine/proposals/rooms'
import type { IncidentSummary } from '../../../src/shared/contract/incidents'
import { type ConnectionId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import { openProposals, type Proposal } from '../../../src/shared/domain/proposal'
import { actAsked } from '../../../src/shared/events/act-asked'
import { actDone } from '../../../src/shared/events/act-done'
import { foldEvents } from '../../../src/shared/events/fold'
import { pageLinked } from '../../../src/shared/events/page-linked'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

const slack = 'sl' as ConnectionId

function said(seconds: number, change: Partial<Proposal> = {}): Proposal {
  const channel = change.channel ?? 'CWAR'
  return {
    id: `slack:${channel}:17855424${seconds}.000100`,
    ...{ connection: slack, channel, author: 'Mei Tanaka', text: 'flag off, no change' },
    ...{ at: 0, pinned: false, shared: channel === 'CWAR', ...change },
  }
}

function declared(read: Proposal[]): Bench {
  const bench = commandBench(scratchFolder(), { proposal: id => read.find(one => one.id === id) })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
  return bench
}

function record({ ledger, incident }: Bench) {
  const found = ledger.record(incident)
  if (found === null) throw new Error('The incident was not declared')
  return found
}

function lines(bench: Bench) {
  return record(bench)
    .timeline()
    .filter(({ automatic }) => !automatic)
}

function open(bench: Bench, read: readonly Proposal[]) {
  const { incident, line } = record(bench)
  return openProposals(incident, entry => line(entry) !== undefined, read)
}

function openChannel(bench: Bench): void {
  const what = { kind: 'chat-open', connection: slack, name: 'inc-1', private: true } as const
  const done = { act: newId<OutboxItemId>(), what, externalId: 'COWN', url: null }
  const draft = actDone.draft(done, bench.clock.now(), { kind: 'engine' })
  bench.ledger.commit(bench.incident, newId(), { events: [draft] }, bench.clock.now())
}

describe('proposals from a room', () => {
  it("[PR1] an accepted message is one line with its author, at its own time, however often it's accepted", () => {
    const read: Proposal[] = []
    const bench = declared(read)
    const now = bench.clock.now()
    const one = said(10, { at: now - MINUTE, pinned: true })
    read.push(one)
    for (const kind of ['finding', 'note'] as const) {
      expect(bench.run('proposals:accept', { proposal: one.id, kind })).toMatchObject({ ok: true })
    }
    expect(lines(bench)).toMatchObject([
      {
        ...{ id: one.id, kind: 'finding', text: 'Mei Tanaka: flag off, no change', pinned: true },
        ...{ occurredAt: now - MINUTE, recordedAt: now, by: { responder: { name: 'Dana Scully' } } },
      },
    ])
    expect(open(bench, read)).toEqual([])
    expect(bench.run('proposals:dismiss', { proposal: one.id })).toMatchObject({ fault: { kind: 'refused' } })
  })

  it('[PR1] an accepted line that was retracted is not proposed again', () => {
    const read: Proposal[] = []
    const bench = declared(read)
    read.push(said(10, { at: bench.clock.now() }))
    const { id } = read[0] as Proposal
    bench.run('proposals:accept', { proposal: id, kind: 'note' })
    bench.run('timeline:retract', { entry: id as never, reason: '' })
    expect(open(bench, read)).toEqual([])
  })

  it('a message of a clock that is ahead is written as of now, and one that nobody read is refused', () => {
    const read: Proposal[] = []
    const bench = declared(read)
    const now = bench.clock.now()
    read.push(said(10, { at: now + MINUTE }))
    bench.run('proposals:accept', { proposal: (read[0] as Proposal).id, kind: 'note' })
    expect(lines(bench)).toMatchObject([{ occurredAt: now }])
    const unread = bench.run('proposals:accept', { proposal: 'slack:CWAR:1.1', kind: 'note' })
    expect(unread).toMatchObject({ ok: false, fault: { kind: 'refused' } })
  })

  it('[PR3] a dismissed message stays dismissed for whoever folds the log, and is dismissed once', () => {
    const read: Proposal[] = []
    const bench = declared(read)
    read.push(said(10, { at: bench.clock.now() }), said(11, { at: bench.clock.now() }))
    const { id } = read[0] as Proposal
    for (const _ of [1, 2]) expect(bench.run('proposals:dismiss', { proposal: id })).toMatchObject({ ok: true })
    expect(open(bench, read)).toEqual([read[1]])
    const anew = foldEvents(undefined, bench.ledger.events(bench.incident, 0, 100))
    expect(anew?.incident.dismissedProposals).toEqual([id])
    expect(lines(bench)).toEqual([])
  })

  it('[PR2] the pinned stand first, then the oldest, from a little before it was declared', () => {
    const bench = declared([])
    const now = bench.clock.now()
    const [late, early, pinned] = [said(1, { at: now }), said(2, { at: now - 1 }), said(3, { at: now, pinned: true })]
    const old = said(4, { at: now - 16 * MINUTE })
    const elsewhere = said(5, { at: now, channel: 'COTHER' })
    expect(open(bench, [late, early, pinned, old, elsewhere])).toEqual([pinned, early, late])
  })

  it('[PR2] the war room is read until the incident has a channel of its own', () => {
    const bench = declared([])
    const since = bench.clock.now() - 15 * MINUTE
    const rooms = roomsIn(bench.ledger, bench.clock.now)
    expect(rooms(slack)).toEqual([{ channel: null, since }])
    openChannel(bench)
    expect(rooms(slack)).toEqual([{ channel: 'COWN', since }])
    expect(rooms('other' as ConnectionId)).toEqual([])
    const own = said(2, { at: bench.clock.now(), channel: 'COWN' })
    expect(open(bench, [said(1, { at: bench.clock.now() }), own])).toEqual([own])
  })

  it('[PR7] what was not reviewed when it was resolved still is to be, for two days; what is said after it is not', () => {
    const bench = declared([])
    const rooms = roomsIn(bench.ledger, bench.clock.now)
    const [room] = rooms(slack)
    const during = said(1, { at: bench.clock.now() })
    bench.clock.advance(MINUTE)
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    const after = said(2, { at: bench.clock.now() + 1 })
    expect(rooms(slack)).toEqual([room])
    expect(open(bench, [during, after])).toEqual([during])
    bench.clock.advance(48 * 60 * MINUTE)
    expect(rooms(slack)).toEqual([room])
    bench.clock.advance(1)
    expect(rooms(slack)).toEqual([])
    bench.run('incident:change-status', { to: 'investigating', reason: 'again' })
    expect(rooms(slack)).toEqual([room])
    expect(open(bench, [during, after])).toEqual([during, after])
  })

  it('[PR7] of many that are over only the five that were resolved last are read on', () => {
    const summary = (at: number) => ({ id: `i${at}`, status: 'resolved', resolvedAt: at }) as unknown as IncidentSummary
    const read: string[] = []
    const ledger = {
      summaries: () => [3, 9, 1, 8, 2, 7, 6].map(summary),
      record: (id: string) => {
        read.push(id)
        return null
      },
    }
    roomsIn(ledger, () => 10)(slack)
    expect(read).toEqual(['i9', 'i8', 'i7', 'i6', 'i3'])
  })

  it('[PR7] a handoff that is written after it counts them as not reviewed', () => {
    const read: Proposal[] = []
    const rooms = () => ({ proposals: read, feeds: [] })
    const bench = commandBench(scratchFolder(), { rooms })
    bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-2', impact: '' })
    read.push(said(1, { at: bench.clock.now() }))
    bench.run('incident:change-status', { to: 'resolved', reason: '' })
    bench.run('handoff:write', { handoff: newId() })
    expect(record(bench).incident.waitingMessages).toBe(1)
  })

  it('[PR6] a note on a page of the incident is proposed, of another page not, nor the words that resolved it', () => {
    const bench = declared([])
    const pager = 'pd' as ConnectionId
    const page = { connection: pager, externalId: 'P1', title: 'Errors', service: null, url: null }
    const act = newId<OutboxItemId>()
    const what = {
      kind: 'page-resolve',
      connection: pager,
      page: { id: 'P1', name: 'Errors' },
      resolution: 'Rolled back',
    } as const
    const by = { kind: 'engine' } as const
    const now = bench.clock.now()
    const events = [
      pageLinked.draft({ page }, now, by),
      actAsked.draft({ act, what }, now, by),
      actDone.draft({ act, what, externalId: 'P1', url: null }, now, by),
    ]
    bench.ledger.commit(bench.incident, newId(), { events }, now)
    const note = (channel: string, text: string): Proposal => ({
      ...{ id: `pagerduty:${channel}:${text}`, connection: pager, channel, kind: 'page-note', author: 'Amara', text },
      ...{ at: now, pinned: false, shared: false },
    })
    const mine = note('P1', 'Errors come from the ledger')
    expect(open(bench, [mine, note('P2', 'Elsewhere'), note('P1', 'Rolled  back')])).toEqual([mine])
    expect(roomsIn(bench.ledger, bench.clock.now)(pager)).toEqual([
      { channel: null, since: now - 15 * MINUTE },
      { page: 'P1', since: now - 15 * MINUTE },
    ])
    openChannel(bench)
    expect(roomsIn(bench.ledger, bench.clock.now)(pager)).toEqual([{ page: 'P1', since: now - 15 * MINUTE }])
    expect(open(bench, [mine])).toEqual([mine])
  })
})
