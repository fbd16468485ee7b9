import { expect, it } from 'vitest'
import { type DeadlineKind, deadlineKinds, deadlinesOf, nextDue } from '../../src/shared/domain/deadlines'
import type { ConnectionId, StrategyId, TeamId, TransferId } from '../../src/shared/domain/ids'
import { phaseOf } from '../../src/shared/domain/ladder'
import { severities } from '../../src/shared/domain/severity'
import { statuses } from '../../src/shared/domain/status'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry as events } from '../../src/shared/events/registry'
import { HOUR } from '../../src/shared/lib/time'
import {
  ada,
  armed,
  assigned,
  declared,
  drafted,
  engineItself,
  minute,
  named,
  published,
  recordOf,
} from '../support/folded-incident'
import { pick, seeded } from '../support/seeded'
import { shippedRules } from '../support/shipped-method'

/** Lives are told apart by it: one that fails is found again. */
const LIVES = 400
const MOST_EVENTS = 25
type Random = () => number

it('[CP5] every clock, over random lives of an incident: in the past it is overdue, and once resolved there is none', () => {
  const seen = new Map<DeadlineKind, Set<string>>()
  for (let life = 0; life < LIVES; life += 1) {
    const random = seeded(`life ${life}`)
    const adopted = events['method-adopted'].draft({ ...shippedRules, from: null }, minute(0), engineItself)
    const later = Array.from({ length: minutes(random, MOST_EVENTS) }, (_, at) =>
      pick(random, happens)(at + 1, random),
    ).flat()
    const { incident } = recordOf([beginning(random), adopted, ...later])
    const now = minute(Math.floor(random() ** 2 * 500))
    for (const { kind, dueAt, ladder, pausedBecause } of deadlinesOf(incident)) {
      if (incident.status === 'resolved') expect([kind, dueAt, pausedBecause]).toEqual([kind, null, 'resolved'])
      if (dueAt === null) continue
      const phase = phaseOf(ladder, dueAt - now)
      expect(phase === 'due', `${kind} of life ${life}`).toBe(dueAt <= now)
      if (kind === 'relief') expect(dueAt - 4 * HOUR).toBe(incident.roles.ic?.since)
      seen.set(kind, (seen.get(kind) ?? new Set()).add(dueAt <= now ? 'past' : 'to come'))
    }
    if (incident.roles.ic !== null && incident.status !== 'resolved')
      expect(nextDue(deadlinesOf(incident), 'relief')).not.toBeNull()
  }
  // Lives in which a kind of clock never ran, or never ran out, say nothing of it.
  expect([...seen].map(([kind, when]) => [kind, ...[...when].sort()]).toSorted()).toEqual(
    deadlineKinds.map(kind => [kind, 'past', 'to come']).toSorted(),
  )
})

/** One that a machine declares from an alert waits for an acknowledgement. */
function beginning(random: Random): EventDraft {
  const [title, severity] = ['Errors', pick(random, severities)]
  if (random() < 0.5) return declared({ severity })
  const body = {
    title,
    severity,
    impact: '',
    drill: false,
    page: { connection: 'pd' as ConnectionId, externalId: 'P1', title, service: '', url: '' },
  }
  return events['incident-declared'].draft(body, minute(0), engineItself)
}

const minutes = (random: Random, most: number) => Math.floor(random() * most)
const someone = (random: Random) => pick(random, ['Ada', 'Bo', 'Cy'])
const item = (name: string, random: Random) => `${name}${minutes(random, 3)}` as StrategyId
const team = (random: Random) => pick(random, ['team-1', 'team-2']) as TeamId
const maybe = <Value>(random: Random, value: Value): Value | null => (random() < 0.3 ? null : value)

/** What may happen at a minute; much of it is about what is not there, as where machines meet. */
const happens: readonly ((at: number, random: Random) => EventDraft | readonly EventDraft[])[] = [
  (at, random) => assigned(at, pick(random, ['ic', 'ic', 'tech'] as const), someone(random)),
  transferredTo,
  (at, random) => events['deputy-named'].draft({ role: 'ic', responder: named(someone(random)) }, minute(at), ada),
  (at, random) => armed(at, at + minutes(random, 40)),
  (at, random) =>
    events['checkpoint-postponed'].draft(
      {
        ...{ checkpoint: `checkpoint-${minutes(random, 50)}` as never, was: minute(minutes(random, 50)), reason: 'r' },
        ...{ dueAt: minute(at + minutes(random, 90)), pausedUntil: maybe(random, minute(at + 5)) },
      },
      minute(at),
      ada,
    ),
  (at, random) =>
    events['severity-changed'].draft(
      { from: pick(random, severities), to: pick(random, severities), reason: '' },
      minute(at),
      ada,
    ),
  (at, random) =>
    events['status-changed'].draft(
      { from: pick(random, statuses), to: pick(random, random() < 0.3 ? statuses : ['investigating']), reason: '' },
      minute(at),
      ada,
    ),
  (at, random) =>
    events['task-given'].draft(
      {
        ...{ task: item('t', random), text: 'roll back', owner: maybe(random, named(someone(random))), entry: null },
        dueAt: maybe(random, minute(at + minutes(random, 400))),
      },
      minute(at),
      ada,
    ),
  (at, random) =>
    events['task-extended'].draft(
      { task: item('t', random), text: 'roll back', dueAt: minute(at + minutes(random, 400)) },
      minute(at),
      ada,
    ),
  (at, random) =>
    events['task-settled'].draft(
      { task: item('t', random), text: 'roll back', state: pick(random, ['done', 'open']), result: '' },
      minute(at),
      ada,
    ),
  (at, random) =>
    events['decision-proposed'].draft(
      {
        ...{ decision: item('d', random), text: 'fail over', reason: '', entry: null },
        ...{ objectBy: maybe(random, minute(at + minutes(random, 300))), revisit: revisitIn(at, random) },
      },
      minute(at),
      ada,
    ),
  (at, random) => {
    const [state, was] = pick(random, [
      ['decided', 'proposed'],
      ['withdrawn', 'proposed'],
      ['proposed', 'withdrawn'],
    ] as const)
    const settled = { ...{ decision: item('d', random), text: 'fail over', reason: '', entry: null }, state, was }
    return events['decision-settled'].draft({ ...settled, as: 'commander' }, minute(at), ada)
  },
  (at, random) =>
    events['decision-revisit-set'].draft(
      { decision: item('d', random), text: 'fail over', revisit: revisitIn(at, random), was: null },
      minute(at),
      ada,
    ),
  (at, random) =>
    events['team-formed'].draft(
      { team: team(random), name: 'Payments', lead: named(someone(random)), members: [] },
      minute(at),
      ada,
    ),
  (at, random) => events['team-ended'].draft({ team: team(random), name: 'Payments' }, minute(at), ada),
  (at, random) =>
    events['lead-reported'].draft(
      { report: item('r', random), team: team(random), name: 'Payments', text: '', entry: null },
      minute(at),
      ada,
    ),
  (at, random) =>
    events['update-promised'].draft(
      { dueAt: maybe(random, minute(at + minutes(random, 400))) },
      minute(at),
      engineItself,
    ),
  (at, random) => {
    const content = { nextUpdateAt: maybe(random, minute(at + minutes(random, 400))), ...internalTo(random) }
    return [drafted(at, `u${at}`, content), published(at, `u${at}`, content)]
  },
  (at, random) =>
    events['milestone-stated'].draft(
      {
        milestone: pick(random, ['acknowledged', 'responded', 'engaged', 'mitigated'] as const),
        ...{ at: maybe(random, minute(minutes(random, at))), was: null },
      },
      minute(at),
      ada,
    ),
]

/** [TC5] Prepared and accepted, whoever commands. */
function transferredTo(at: number, random: Random): readonly EventDraft[] {
  const transfer = `x${minutes(random, 3)}` as TransferId
  const people = { from: named(someone(random)), to: named(someone(random)) }
  const offered = { ...people, transfer, since: minute(0), note: '', incidents: [] }
  const overlapUntil = minute(at + minutes(random, 300))
  return [
    events['transfer-prepared'].draft(offered, minute(at), ada),
    events['transfer-accepted'].draft({ ...people, transfer, unread: 0, reason: '', overlapUntil }, minute(at), ada),
  ]
}

function revisitIn(at: number, random: Random) {
  return maybe(random, { at: minute(at + minutes(random, 400)), condition: null, soon: false, instead: '' })
}

/** Some updates are for colleagues, who expect the next one too. */
function internalTo(random: Random) {
  if (random() < 0.5) return {}
  const room = { vendor: 'slack', connection: 's' as never, target: 'C1', label: '#incident' } as const
  return { channel: room }
}
