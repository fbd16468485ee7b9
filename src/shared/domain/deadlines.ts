import type { Millis } from '../lib/time'
import { seatOf } from './crew'
import type { Incident } from './incident'
import { type Ladder, usualLadder } from './ladder'
import type { Responder, Role } from './people'

/** In the order in which they are shown. */
export const deadlineKinds = ['checkpoint', 'update'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** Why a clock stands still: the incident is over, nobody set it yet, or the last that was said promises no other. */
export type PausedBecause = 'resolved' | 'not-set' | 'none-promised'

interface AnyDeadline {
  /** The same on every machine that folds the same log. */
  readonly id: string
  readonly kind: DeadlineKind
  /** Whose it is; null: nobody has the role. */
  readonly owner: Responder | null
  /** Whom to turn to after the owner, in this order. */
  readonly backups: readonly Responder[]
  /** [CP6] What is done at which distance from it. */
  readonly ladder: Ladder
}

/** It is due at an instant of the engine's clock. */
export interface RunningDeadline extends AnyDeadline {
  readonly dueAt: Millis
  readonly pausedBecause: null
}

/** [CP6] Nothing of it is due, and why. */
export interface PausedDeadline extends AnyDeadline {
  readonly dueAt: null
  readonly pausedBecause: PausedBecause
}

export type Deadline = RunningDeadline | PausedDeadline

interface DeadlineRule {
  /** Whoever holds it owns the deadline. */
  readonly role: Role
  readonly ladder: Ladder
  /** Null: none is. */
  readonly dueAt: (incident: Incident) => Millis | null
  readonly id: (incident: Incident) => string
  /** Why none is due of an incident that is open. */
  readonly noneBecause: PausedBecause
}

/** A kind of deadline is a row here; whatever shows or calls deadlines goes through the list. */
const rules: Readonly<Record<DeadlineKind, DeadlineRule>> = {
  checkpoint: {
    role: 'ic',
    ladder: usualLadder,
    dueAt: ({ checkpoint }) => (checkpoint.state === 'waiting' ? checkpoint.dueAt : null),
    id: ({ id, checkpoint }) => (checkpoint.state === 'waiting' ? checkpoint.id : `${id}:checkpoint`),
    noneBecause: 'not-set',
  },
  update: {
    role: 'comms',
    ladder: usualLadder,
    dueAt: ({ nextUpdateDueAt }) => nextUpdateDueAt,
    id: ({ id }) => `${id}:update`,
    noneBecause: 'none-promised',
  },
}

/** [CP6] For who knows of a deadline no more than its kind and time, such as the list of incidents. */
export function ladderOf(kind: DeadlineKind): Ladder {
  return rules[kind].ladder
}

/** [CP5] [CP6] The clocks of an incident, from its log alone: what is due, the soonest first, then what stands still. */
export function deadlinesOf(incident: Incident): readonly Deadline[] {
  const all = deadlineKinds.map((kind): Deadline => {
    const { role, ladder, id, dueAt, noneBecause } = rules[kind]
    const about = { id: id(incident), kind, ladder, ...peopleFor(incident, role) }
    if (incident.status === 'resolved') return { ...about, dueAt: null, pausedBecause: 'resolved' }
    const at = dueAt(incident)
    return at === null
      ? { ...about, dueAt: at, pausedBecause: noneBecause }
      : { ...about, dueAt: at, pausedBecause: null }
  })
  return [...dueOnly(all), ...all.filter(({ pausedBecause }) => pausedBecause !== null)]
}

/** [CP5] All that is due in an incident, the soonest first; nothing once it is resolved. */
export function runningDeadlines(incident: Incident): readonly RunningDeadline[] {
  return dueOnly(deadlinesOf(incident))
}

function dueOnly(deadlines: readonly Deadline[]): readonly RunningDeadline[] {
  return deadlines.filter((one): one is RunningDeadline => one.pausedBecause === null).sort((a, b) => a.dueAt - b.dueAt)
}

/** The soonest of a kind in a list of `deadlinesOf`; where none is due, one that stands still. */
export function nextOf(deadlines: readonly Deadline[], kind: DeadlineKind): Deadline | undefined {
  return deadlines.find(one => one.kind === kind)
}

/** When the soonest of a kind is due; null: none is. */
export function nextDue(deadlines: readonly Pick<Deadline, 'kind' | 'dueAt'>[], kind: DeadlineKind): Millis | null {
  const times = deadlines.flatMap(one => (one.kind === kind && one.dueAt !== null ? [one.dueAt] : []))
  return times.length === 0 ? null : Math.min(...times)
}

/** Who answers for a role: its holder, then their deputy, then the incident commander and theirs; nobody twice. */
function peopleFor(incident: Incident, role: Role): Pick<Deadline, 'owner' | 'backups'> {
  const [own, command] = [seatOf(incident, role), seatOf(incident, 'ic')]
  const owner = own?.held?.responder ?? null
  const after = [own?.deputy, command?.held, command?.deputy].flatMap(held => held?.responder ?? [])
  const backups = after.filter(({ id }, at) => id !== owner?.id && after.findIndex(one => one.id === id) === at)
  return { owner, backups }
}
