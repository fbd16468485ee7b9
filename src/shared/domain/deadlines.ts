import type { Millis } from '../lib/time'
import { seatOf } from './crew'
import type { Incident } from './incident'
import type { Responder, Role } from './people'

/** In the order in which they are shown. */
export const deadlineKinds = ['checkpoint', 'update'] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** Something that is due at an instant of the engine's clock. */
export interface Deadline {
  /** The same on every machine that folds the same log. */
  readonly id: string
  readonly kind: DeadlineKind
  readonly dueAt: Millis
  /** Whose it is; null: nobody has the role. */
  readonly owner: Responder | null
  /** Whom to turn to after the owner, in this order. */
  readonly ladder: readonly Responder[]
  /** Null: it runs. Nothing that an incident can record stops one yet. */
  readonly pausedBecause: null
}

interface DeadlineRule {
  /** Whoever holds it owns the deadline. */
  readonly role: Role
  readonly due: (incident: Incident) => Pick<Deadline, 'id' | 'dueAt'> | null
}

/** A kind of deadline is a row here; whatever shows or calls deadlines goes through the list. */
const rules: Readonly<Record<DeadlineKind, DeadlineRule>> = {
  checkpoint: {
    role: 'ic',
    due: ({ checkpoint }) => (checkpoint.state === 'waiting' ? { id: checkpoint.id, dueAt: checkpoint.dueAt } : null),
  },
  update: {
    role: 'comms',
    due: ({ id, nextUpdateDueAt }) =>
      nextUpdateDueAt === null ? null : { id: `${id}:update`, dueAt: nextUpdateDueAt },
  },
}

/** [CP5] All that is due in an incident, from its log alone; nothing once it is resolved. The soonest first. */
export function deadlinesOf(incident: Incident): readonly Deadline[] {
  if (incident.status === 'resolved') return []
  return deadlineKinds
    .flatMap(kind => {
      const { role, due } = rules[kind]
      const next = due(incident)
      return next === null ? [] : [{ ...next, kind, ...peopleFor(incident, role), pausedBecause: null }]
    })
    .sort((a, b) => a.dueAt - b.dueAt)
}

/** When the soonest of a kind is due; null: none is. */
export function nextDue(deadlines: readonly Pick<Deadline, 'kind' | 'dueAt'>[], kind: DeadlineKind): Millis | null {
  const times = deadlines.flatMap(one => (one.kind === kind ? [one.dueAt] : []))
  return times.length === 0 ? null : Math.min(...times)
}

/** Who answers for a role: its holder, then their deputy, then the incident commander and theirs; nobody twice. */
function peopleFor(incident: Incident, role: Role): Pick<Deadline, 'owner' | 'ladder'> {
  const [own, command] = [seatOf(incident, role), seatOf(incident, 'ic')]
  const owner = own?.held?.responder ?? null
  const after = [own?.deputy, command?.held, command?.deputy].flatMap(held => held?.responder ?? [])
  const ladder = after.filter(({ id }, at) => id !== owner?.id && after.findIndex(one => one.id === id) === at)
  return { owner, ladder }
}
