import { describe, expect, it } from 'vitest'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { gapText } from '../../../src/shared/contract/gap-text'
import { waitingMessages } from '../../../src/shared/contract/waiting-messages'
import type { HandoffGround } from '../../../src/shared/domain/handoff-gap'
import { knownOf, reviewHandoff } from '../../../src/shared/domain/handoff-gaps'
import type { HeldCount } from '../../../src/shared/domain/held'
import {
  type ConnectionId,
  type EventId,
  type HandoffId,
  newId,
  type OutboxItemId,
  type UpdateId,
} from '../../../src/shared/domain/ids'
import type { Proposal } from '../../../src/shared/domain/proposal'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { roughSpan } from '../../../src/shared/lib/time'
import * as english from '../../../src/shared/texts/english'
import { commandBench } from '../../support/engine-parts'
import * as story from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

type Messages = HandoffGround['messages']

function reviewed(after: number, drafts: readonly EventDraft[], messages: Messages = 'no-room') {
  return reviewHandoff({ incident: story.recordOf(drafts).incident, now: story.minute(after), messages })
}

function gaps(after: number, drafts: readonly EventDraft[], messages: Messages = 'no-room'): readonly string[] {
  const { gaps: found } = reviewed(after, drafts, messages)
  return found.map(gap => gapText(gap, english.handoffGaps, roughSpan).name)
}

const { wellKept } = story
const farewell = { status: 'resolved' } as const
const saidOver = [story.drafted(24, 'u9', farewell), story.published(25, 'u9', farewell)]
const wellEnded = [...wellKept, story.resolved(22), story.confirmed(23, 'ended', 21), ...saidOver]
const ended = story.confirmed(23, 'ended', 21)
const bothTimes = [story.confirmed(23, 'started', -3), ended]
const lowered = (after: number) =>
  kinds['severity-changed'].draft({ from: 'SEV-1', to: 'SEV-4', reason: '' }, story.minute(after), story.ada)
const reopenedAt = (after: number) =>
  kinds['status-changed'].draft({ from: 'resolved', to: 'investigating', reason: '' }, story.minute(after), story.ada)
const what = {
  ...{ kind: 'page-note' as const, connection: 'pd' as ConnectionId, page: { id: 'P1', name: 'P1' }, text: 'x' },
}
const asked = (id: string) => kinds['act-asked'].draft({ act: id as OutboxItemId, what }, story.minute(16), story.ada)
const unknown = (id: string) =>
  kinds['act-unknown'].draft(
    { act: id as OutboxItemId, what, reason: 'timed out' },
    story.minute(17),
    story.engineItself,
  )

describe('what is looked at before a handoff says that nothing was found', () => {
  it('[GC1] a SEV-1 that was resolved without a word to customers, with empty answers and ten messages waiting', () => {
    const empty = { tried: '', trying: ' ', rollbackPlan: '', morePeople: '', stillImpacted: 'Yes' }
    const drafts = [
      story.declared({ impact: 'Payments fail' }),
      story.held(15, empty),
      story.resolved(22),
      ...bothTimes,
    ]
    expect(gaps(23, drafts, 10)).toEqual([
      '4 of 5 checkpoint answers are empty',
      'No customer updates published',
      '10 proposed messages not reviewed',
    ])
  })

  it('[GC1] names exactly what it looked at: a resolved incident has no roles to fill and no next checkpoint', () => {
    expect(reviewed(20, wellKept, 0)).toMatchObject({
      gaps: [],
      lookedAt: [
        'updates',
        'roles',
        'impact',
        'times',
        'checkpoints',
        'answers',
        'nextCheckpoint',
        'customers',
        'drafts',
        'messages',
      ],
      notLookedAt: [],
    })
    expect(reviewed(30, wellEnded, 0)).toMatchObject({
      gaps: [],
      lookedAt: ['updates', 'impact', 'times', 'checkpoints', 'answers', 'customers', 'drafts', 'messages'],
      notLookedAt: [],
    })
  })
})

describe('how much is known', () => {
  it('[HG2] what lacks something, or could not be looked at, is asked and not known', () => {
    expect(knownOf(reviewed(20, wellKept, 0))).toEqual({ known: 10, asked: 10 })
    expect(knownOf(reviewed(20, wellKept, 3))).toEqual({ known: 9, asked: 10 })
    expect(knownOf(reviewed(20, wellKept, 'unread'))).toEqual({ known: 9, asked: 10 })
    // Without a room there are no messages to ask about.
    expect(knownOf(reviewed(20, wellKept, 'no-room'))).toEqual({ known: 9, asked: 9 })
  })
})

describe('each check alone', () => {
  it.each<[string, number, readonly EventDraft[], readonly string[]]>([
    [
      'updates: one whose outcome is unknown',
      20,
      [...wellKept, story.drafted(17, 'u2'), story.unsettled(18, 'u2')],
      ['An update may be out'],
    ],
    [
      'drafts: words that nobody sent',
      20,
      [...wellKept, story.drafted(17, 'u2')],
      ['1 draft of an update was never sent'],
    ],
    [
      'drafts: also after it is over',
      30,
      [...wellEnded, story.drafted(26, 'u3'), story.drafted(27, 'u4')],
      ['2 drafts of updates were never sent'],
    ],
    [
      'drafts: a discarded one is no gap',
      20,
      [
        ...wellKept,
        story.drafted(17, 'u2'),
        kinds['update-discarded'].draft({ update: 'u2' as UpdateId }, story.minute(18), story.ada),
      ],
      [],
    ],
    ['roles', 20, wellKept.filter(({ body }) => (body as { role?: string }).role !== 'comms'), ['No comms lead']],
    ['impact', 20, [story.declared(), ...wellKept.slice(1)], ['No impact set']],
    ['impact: also after it is over', 30, [story.declared(), ...wellEnded.slice(1)], ['No impact set']],
    ['checkpoints: none held', 10, wellKept.filter(({ kind }) => kind !== 'checkpoint-held'), ['No checkpoint held']],
    [
      'checkpoints: none held in 22 minutes',
      30,
      wellEnded.filter(({ kind }) => kind !== 'checkpoint-held'),
      ['No checkpoint was ever held'],
    ],
    [
      'checkpoints: over before the first was due',
      30,
      [
        ...wellKept.filter(({ kind }) => kind !== 'checkpoint-held'),
        story.resolved(14),
        story.confirmed(23, 'ended', 13),
        ...saidOver,
      ],
      [],
    ],
    [
      'answers: each of the five',
      20,
      [...wellKept, story.held(16, { tried: '', trying: '', rollbackPlan: ' ', morePeople: '', stillImpacted: '' })],
      [
        'Earlier attempts not recorded',
        'Current attempt not recorded',
        'No rollback plan',
        'Need for more people not recorded',
        'Current customer impact not recorded',
      ],
    ],
    [
      'answers: one of ten after it is over',
      30,
      [...wellKept, story.held(16, { tried: '' }), story.resolved(22), story.confirmed(23, 'ended', 21), ...saidOver],
      ['1 of 10 checkpoint answers is empty'],
    ],
    ['next checkpoint: none', 20, wellKept.filter(({ kind }) => kind !== 'checkpoint-armed'), ['No next checkpoint']],
    [
      'customers: not told yet',
      20,
      wellKept.filter(({ kind }) => !kind.startsWith('update-')),
      ['No customer updates yet', 'No next customer update promised'],
    ],
    ['customers: not told that it is over', 30, [...wellKept, story.resolved(22), ended], ['Resolution not published']],
    [
      '[GC3] customers: never told of a SEV-1 that was lowered before it was resolved',
      30,
      [...wellKept.filter(({ kind }) => !kind.startsWith('update-')), lowered(20), story.resolved(22), ended],
      ['No customer updates published'],
    ],
    [
      'customers: nobody tells them of a SEV-4',
      30,
      [story.declared({ impact: 'A report is late', severity: 'SEV-4' }), story.resolved(5), ...bothTimes],
      [],
    ],
    [
      'requests: an outcome that nobody knows',
      20,
      [...wellKept, asked('a1'), unknown('a1'), asked('a2')],
      ['1 request to another system may have been done or not'],
    ],
  ])('[GC1] %s', (_, after, drafts, expected) => {
    expect(gaps(after, drafts)).toEqual(expected)
  })
})

describe('the times', () => {
  it('[GC1] a confirmed start and end are looked for each by itself, and what was reopened has not ended', () => {
    const notBegun = wellKept.filter(({ kind }) => kind !== 'started-at-confirmed')
    expect(gaps(20, notBegun)).toEqual(['Start not confirmed'])
    expect(gaps(30, [...wellKept, story.resolved(22), ...saidOver])).toEqual(['End not confirmed'])
    const again = [...wellEnded, reopenedAt(26), story.resolved(27)]
    expect(gaps(30, again)).toEqual(['End not confirmed'])
  })
})

describe('messages that wait in rooms', () => {
  const feed = (answer: FeedStatus['answer'], trueAt: number | null): FeedStatus => ({
    ...{
      id: 'slack/proposals',
      connection: 'slack' as ConnectionId,
      name: 'Slack',
      vendor: 'slack',
      what: 'proposals',
    },
    ...{ answer, trueAt, lateAfter: 60_000, reason: '' },
  })

  it.each<[string, number, readonly FeedStatus[], Messages]>([
    ['none are connected', 0, [], 'no-room'],
    ['none wait, read just now', 0, [feed('good', 99_000)], 0],
    ['none wait, but the room is down', 0, [feed('failed', 99_000)], 'unread'],
    ['none wait, but the room was read an hour ago', 0, [feed('good', 0)], 'unread'],
    ['none wait, one room of two is down', 0, [feed('good', 99_000), feed('refused', null)], 'unread'],
    ['some wait, though the room is down now', 10, [feed('failed', 0)], 10],
  ])('[GC2] %s', (_, open, feeds, expected) => {
    expect(waitingMessages(open, feeds, 100_000)).toBe(expected)
  })

  it('[GC2] a room that cannot be read is named as not looked at, and nothing is called complete', () => {
    expect(reviewed(20, wellKept, 'unread')).toMatchObject({ gaps: [], notLookedAt: ['messages'] })
  })
})

describe('writing a handoff', () => {
  it('[GC4] counts what is held of other machines, on disk with it, until nothing is', () => {
    let held: readonly HeldCount[] = []
    const bench = commandBench(scratchFolder(), { held: () => held })
    bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
    const gapsNow = () => {
      bench.run('handoff:write', { handoff: newId<HandoffId>() })
      const incident = bench.ledger.record(bench.incident)?.incident
      if (incident === undefined) throw new Error('Nothing was declared')
      const { gaps: found, lookedAt } = reviewHandoff({ incident, now: bench.clock.now(), messages: 'no-room' })
      return [found.map(gap => gapText(gap, english.handoffGaps, roughSpan).name), lookedAt]
    }
    const said = '3 events of other machines are held: this may be incomplete'
    expect(gapsNow()).toEqual([expect.not.arrayContaining([said]), expect.not.arrayContaining(['events'])])
    held = [{ reason: 'ahead', who: ['Fox Mulder'], machine: 'aabbccdd', count: 3 }]
    expect(gapsNow()).toEqual([expect.arrayContaining([said]), expect.arrayContaining(['events'])])
    held = []
    expect(gapsNow()).toEqual([expect.not.arrayContaining([said]), expect.not.arrayContaining(['events'])])
  })

  it('[GC4] names facts that this version cannot read', () => {
    const { incident } = story.recordOf(wellKept)
    const unfolded = [
      { event: 'e' as EventId, kind: 'moon-phase', at: 1, by: story.ada, because: { as: 'newer' } },
    ] as const
    const { gaps: found } = reviewHandoff({
      incident: { ...incident, unfolded },
      now: story.minute(20),
      messages: 'no-room',
    })
    expect(found).toEqual([{ kind: 'facts-unread', count: 1 }])
  })

  it('[GC2] counts the messages that wait, on disk with it', () => {
    const proposals: Proposal[] = []
    const rooms = () => ({ proposals, feeds: [] })
    const bench = commandBench(scratchFolder(), { rooms })
    bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
    const at = bench.clock.now()
    const waiting = Array.from({ length: 10 }, (_, index) => `slack:C1:${index}`)
    const said = {
      connection: 'slack' as ConnectionId,
      channel: 'C1',
      author: 'Bo',
      text: 'x',
      pinned: false,
      shared: true,
    }
    proposals.push(...waiting.map(id => ({ ...said, id, at })))
    bench.run('handoff:write', { handoff: newId<HandoffId>() })
    expect(bench.ledger.record(bench.incident)?.incident.waitingMessages).toBe(10)
  })
})
