import { describe, expect, it } from 'vitest'
import { renderHandoff } from '../../src/main/engine/documents/handoff'
import { summaryOf } from '../../src/main/engine/record/summary'
import { type Audience, audienceIn, audienceName, audienceNamed } from '../../src/shared/domain/audience'
import { deadlinesOf, nextDue } from '../../src/shared/domain/deadlines'
import { handoffContent } from '../../src/shared/domain/handoff-content'
import type { ConnectionId, EventId, IncidentId, UpdateId } from '../../src/shared/domain/ids'
import { type Channel, publishedTo } from '../../src/shared/domain/update'
import type { EventDraft } from '../../src/shared/events/define'
import { readEvent } from '../../src/shared/events/read-event'
import { type IncidentEvent, eventRegistry as kinds } from '../../src/shared/events/registry'
import { openSnapshotFold } from '../../src/shared/events/snapshot-fold'
import { ada, armed, declared, minute, recordOf, resolved, updateContent } from '../support/folded-incident'

const chat: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const leadership = 'named:Leadership' as const

function told(after: number, audience: Audience, next: number | null | undefined): EventDraft {
  const promise = next === undefined || next === null ? next : minute(next)
  const channel = audience === 'customers' ? updateContent().channel : chat
  const content = updateContent({ channel, nextUpdateAt: promise ?? null, body: `For ${audience} at ${after}.` })
  const update = `u-${audience}-${after}` as UpdateId
  return kinds['update-published'].draft(
    { update, content, audience, promise, externalId: 'x', url: null },
    minute(after),
    ada,
  )
}

const drafted = (after: number, audience: Audience): EventDraft => {
  const content = updateContent({ channel: audience === 'customers' ? updateContent().channel : chat })
  return kinds['update-drafted'].draft(
    { update: `u-${audience}-${after}` as UpdateId, content, audience },
    minute(after),
    ada,
  )
}

function clocksAfter(...drafts: readonly EventDraft[]) {
  const { incident } = recordOf([declared(), ...drafts])
  const due = deadlinesOf(incident).filter(({ kind, dueAt }) => kind !== 'checkpoint' && dueAt !== null)
  return due.map(({ audience, dueAt }) => [audience, ((dueAt ?? 0) - minute(0)) / 60_000])
}

describe('[UP9] each audience has its own clock', () => {
  it('that only what it was told sets, moves and ends', () => {
    const all = [told(1, 'customers', 30), told(2, leadership, 60), told(3, 'colleagues', 20)]
    expect(clocksAfter(...all)).toEqual([
      ['colleagues', 20],
      ['customers', 30],
      [leadership, 60],
    ])
    expect(clocksAfter(...all, told(4, 'colleagues', null))).toEqual([
      ['customers', 30],
      [leadership, 60],
    ])
    expect(clocksAfter(...all, told(4, leadership, 64), told(5, 'customers', null))).toEqual([
      ['colleagues', 20],
      [leadership, 64],
    ])
  })

  it('that stays as it is where a message says nothing of it', () => {
    expect(clocksAfter(told(1, leadership, 60), told(2, leadership, undefined))).toEqual([[leadership, 60]])
    expect(clocksAfter(told(1, 'customers', 30), told(2, 'customers', undefined))).toEqual([['customers', 30]])
  })

  it('that ends when the incident is resolved, and that nothing starts then', () => {
    expect(clocksAfter(told(1, leadership, 60), resolved(5), told(6, leadership, 90))).toEqual([])
  })

  it('of which none is in the list until something was promised', () => {
    const kindsOf = (...drafts: readonly EventDraft[]) =>
      deadlinesOf(recordOf([declared(), ...drafts]).incident).map(({ kind }) => kind)
    expect(kindsOf(armed(1, 30))).toEqual(['checkpoint', 'update'])
    expect(kindsOf(armed(1, 30), told(2, leadership, 60))).toEqual(['checkpoint', 'internal-update', 'update'])
  })

  it('the list of incidents has them, so that they are called out like any other', () => {
    const { incident } = recordOf([declared(), told(1, leadership, 60), told(2, 'colleagues', 20)])
    expect(summaryOf(incident).deadlines).toEqual([
      { kind: 'internal-update', dueAt: minute(20) },
      { kind: 'internal-update', dueAt: minute(60) },
    ])
    expect(nextDue(deadlinesOf(incident), 'internal-update')).toBe(minute(20))
  })

  it('of two promises that were made at once the earlier holds, on every machine', () => {
    const logged = (origin: string, n: number, draft: EventDraft, seen: object): IncidentEvent => {
      const stamp = { ms: n, n: 0, origin, counter: origin === 'a' ? n + 1 : 1, seen }
      const place = { id: `${origin}${n}` as EventId, incident: 'i' as IncidentId, seq: n + 1, version: 2 }
      return { ...draft, ...place, recordedAt: draft.at, stamp } as unknown as IncidentEvent
    }
    const log = [
      logged('a', 0, declared(), {}),
      logged('a', 1, told(1, leadership, 40), {}),
      logged('b', 2, told(2, leadership, 60), { a: 1 }),
    ]
    for (const events of [log, log.toReversed()]) {
      const fold = openSnapshotFold()
      for (const event of events) fold.take([event])
      expect(fold.incident()?.promisedTo).toEqual({ [leadership]: minute(40) })
    }
  })
})

describe('[UP9] whom a message reaches', () => {
  const page = updateContent().channel
  it.each([
    [page, leadership, 'customers'],
    [page, 'colleagues', 'customers'],
    [chat, 'customers', 'colleagues'],
    [chat, leadership, leadership],
    [chat, undefined, 'colleagues'],
  ] as const)('in %j, meant for %s, is %s', (channel, meantFor, reached) => {
    expect(audienceIn(channel, meantFor)).toBe(reached)
  })

  it('[RO17] is one audience however its name is typed', () => {
    expect(audienceNamed(' leader\u0073hip ', [leadership])).toBe(leadership)
    expect(audienceNamed('Cafe\u0301  team', [])).toBe('named:Caf\u00e9 team')
    expect(audienceNamed('  ', [leadership])).toBe('colleagues')
    expect([audienceName('customers'), audienceName('named:Legal and PR')]).toEqual([null, 'Legal and PR'])
  })

  it('stands in the timeline, and in the handoff with what each was told and is owed', () => {
    const record = recordOf([
      declared(),
      ...[drafted(1, 'customers'), told(1, 'customers', 30), drafted(2, leadership), told(2, leadership, 60)],
    ])
    expect(record.timeline.map(({ text }) => text).join('\n')).toContain('Sent to Leadership in #lead (investigating):')
    expect(publishedTo(leadership, record.incident.updates)).toHaveLength(1)
    const document = renderHandoff(handoffContent(record.incident, record.timeline, minute(10)), 'markdown')
    expect(document).toContain('**Next customer update:** 14:30 UTC')
    expect(document).toContain('**Next update to Leadership:** 15:00 UTC')
    expect(document).toMatch(/Updates to colleagues[\s\S]*#lead \(to Leadership\)/)
  })
})

describe('[FO6] what earlier versions published', () => {
  const stored = (channel: Channel, nextUpdateAt: number | null) => ({
    ...{ id: 'e' as EventId, incident: 'i' as IncidentId, seq: 2, at: minute(1), recordedAt: minute(1), by: ada },
    ...{ kind: 'update-published', version: 1, summary: '', effect: 'head' as const },
    body: { update: 'u', content: updateContent({ channel, nextUpdateAt }), externalId: 'x', url: null },
  })

  it('reached whoever reads its channel, and promised nothing to colleagues', () => {
    const page = readEvent(stored(updateContent().channel, minute(30)), true)
    expect(page.body).toMatchObject({ audience: 'customers', promise: minute(30) })
    const room = readEvent(stored(chat, minute(30)), true)
    expect(room.body).toMatchObject({ audience: 'colleagues' })
    expect(room.body).not.toHaveProperty('promise')
  })

  it('is named as unread where it is not what that version wrote', () => {
    const broken = { ...stored(chat, null), body: { update: 'u', content: { channel: { vendor: 'pigeon' } } } }
    expect(readEvent(broken, true)).toMatchObject({ kind: 'unread', body: { why: 'unparsed' } })
  })
})
