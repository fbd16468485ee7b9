import { MINUTE, type Millis } from '../lib/time'
import type { Audience } from './audience'
import { audienceDue, audiencesOfIncident, dueAfterPutOff, lastToldAt } from './audience-due'
import { revisitDueAt } from './decisions'
import type { Incident } from './incident'
import { type Ladder, patientLadder, softLadder, usualLadder } from './ladder'
import { reportClockId, reportDueAt, reportsOf } from './lead-reports'
import { firstCheckpointSpan } from './method/method-rules'
import type { TargetName } from './milestone'
import type { Responder, Role } from './people'
import { roleSlot } from './responders'
import type { Severity } from './severity'
import { isCalm } from './status'
import { runningOverlap } from './transfer'

/** In the order in which they are shown: `update` is the customers', `internal-update` one of each other audience, `task` one of each task with a time, `lead-report` one of each sub-team, `objection` and `revisit` one of each decision that waits, the last three the method's targets. */
export const deadlineKinds = [
  'checkpoint',
  'update',
  'internal-update',
  'task',
  'lead-report',
  'objection',
  'revisit',
  'relief',
  'relief-overdue',
  'overlap',
  'acknowledge',
  'respond',
  'engage',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** Why a clock is paused: the incident is over, no time was set yet, the last update promises no next one, or a person said that none is needed. */
export type PausedReason = 'resolved' | 'not-set' | 'not-needed' | 'none-promised' | 'put-off'

interface AnyDeadline {
  /** The same on every machine that folds the same log. */
  readonly id: string
  readonly kind: DeadlineKind
  /** [UP9] Who expects to hear; null: nobody, it is the team's own. */
  readonly audience: Audience | null
  /** [SG9] What has to be done by then; null: the kind says it. */
  readonly about: string | null
  /** Whose it is; null: nobody has the role, or the task. */
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
  readonly pausedBecause: PausedReason
}

export type Deadline = RunningDeadline | PausedDeadline

interface AnyClock extends Pick<AnyDeadline, 'id' | 'audience'>, Partial<Pick<AnyDeadline, 'about'>> {
  readonly dueAt: Millis | null
  /** Who has it, before the role's holder; null: nobody does; absent: the role's holder. */
  readonly of?: Responder | null
}

interface DeadlineRule {
  /** The holder of this role owns the deadline. */
  readonly role: Role
  /** One for each clock of this kind that the incident has; null: it is paused. */
  readonly clocks: (incident: Incident) => readonly AnyClock[]
  /** Why one of them is paused while the incident is open. */
  readonly noneBecause: (incident: Incident) => PausedReason
}

/** A kind of deadline is a row here; whatever shows or calls deadlines goes through the list. */
const rules: Readonly<Record<DeadlineKind, DeadlineRule>> = {
  checkpoint: {
    role: 'ic',
    clocks: ({ id, checkpoint }) => [
      checkpoint.state === 'waiting'
        ? { id: checkpoint.id, audience: null, dueAt: checkpoint.dueAt }
        : { id: `${id}:checkpoint`, audience: null, dueAt: null },
    ],
    // [CP2] A method may ask for none at a severity.
    noneBecause: incident => (firstCheckpointSpan(incident, incident.severity) === null ? 'not-needed' : 'not-set'),
  },
  update: {
    role: 'comms',
    clocks: incident => {
      const { id, nextUpdateDueAt } = incident
      const dueAt = nextUpdateDueAt === null ? null : dueAfterPutOff(incident, 'customers', nextUpdateDueAt)
      return [{ id: `${id}:update`, audience: 'customers', dueAt }]
    },
    noneBecause: ({ putOffs, nextUpdateDueAt }) =>
      putOffs.customers?.until === null && nextUpdateDueAt !== null ? 'put-off' : 'none-promised',
  },
  'internal-update': {
    role: 'comms',
    clocks: incident => audiencesOfIncident(incident).flatMap(audience => internalClock(incident, audience)),
    noneBecause: () => 'none-promised',
  },
  // [SG9]
  task: {
    role: 'ic',
    clocks: ({ tasks }) =>
      tasks.flatMap(({ id, text, owner, dueAt, state }) =>
        state === 'open' && dueAt !== null ? [{ id, audience: null, about: text, of: owner, dueAt }] : [],
      ),
    noneBecause: () => 'not-set',
  },
  // [RC2]
  'lead-report': {
    role: 'ic',
    clocks: incident =>
      incident.crew.teams.flatMap(({ id, name, lead }) => {
        const reports = reportsOf(incident, id)
        const dueAt = reports ? reportDueAt(reports) : null
        return dueAt === null ? [] : [{ id: reportClockId(id), audience: null, about: name, of: lead, dueAt }]
      }),
    noneBecause: () => 'not-set',
  },
  // [DN9]
  objection: {
    role: 'ic',
    clocks: ({ decisions }) =>
      decisions.flatMap(({ id, text, state, objectBy }) =>
        state === 'proposed' && objectBy !== null ? [{ id, audience: null, about: text, dueAt: objectBy }] : [],
      ),
    noneBecause: () => 'not-set',
  },
  revisit: {
    role: 'ic',
    clocks: ({ decisions }) =>
      decisions.flatMap(decision => {
        const dueAt = revisitDueAt(decision)
        return dueAt === null ? [] : [{ id: decision.id, audience: null, about: decision.text, dueAt }]
      }),
    noneBecause: () => 'not-set',
  },
  // [FT1] [FT2] Counted from the assignment, which is in the log: a new commander starts from zero. [FT3] Once they
  // answered that they continue, the question comes back only when it is insisted on.
  relief: {
    role: 'ic',
    clocks: incident => (hasContinued(incident) ? [] : inCommand(incident, 'ask')),
    noneBecause: () => 'not-set',
  },
  'relief-overdue': { role: 'ic', clocks: incident => inCommand(incident, 'insist'), noneBecause: () => 'not-set' },
  // [TC5]
  overlap: {
    role: 'ic',
    clocks: incident => {
      const overlap = runningOverlap(incident)
      if (overlap === undefined) return []
      const { transfer, giver, until } = overlap
      return [{ id: `${transfer}:overlap`, audience: null, about: giver.name, dueAt: until }]
    },
    noneBecause: () => 'not-set',
  },
  acknowledge: { role: 'ic', clocks: incident => target(incident, 'acknowledged'), noneBecause: () => 'not-set' },
  respond: { role: 'ic', clocks: incident => target(incident, 'responded'), noneBecause: () => 'not-set' },
  engage: { role: 'ic', clocks: incident => target(incident, 'engaged'), noneBecause: () => 'not-set' },
}

/** [AU8] Of an audience that nobody has told yet there is no clock: the list of who was told says so, and rings for nobody. */
function internalClock(incident: Incident, audience: Audience): readonly AnyClock[] {
  if (audience === 'customers') return []
  const due = audienceDue(incident, audience)
  const isPromised = incident.promisedTo[audience] !== undefined
  if (due === null || (lastToldAt(incident, audience) === null && !isPromised)) return []
  const dueAt = dueAfterPutOff(incident, audience, due.dueAt)
  return dueAt === null ? [] : [{ id: `${incident.id}:update:${audience}`, audience, dueAt }]
}

/** [RT3] Of the first notice there is the clock of customer updates. */
function target({ id, status, targets, timesKept }: Incident, name: TargetName): readonly AnyClock[] {
  const dueAt = targets[name]
  if (dueAt === undefined || isCalm(status) || timesKept[name] !== undefined) return []
  return [{ id: `${id}:${name}`, audience: null, dueAt }]
}

/** [FT1] [FT2] What asks whether the commander hands over, once it is due: not before, and the more insistent one of both. */
export function reliefDue(incident: Incident, now: Millis): RunningDeadline | undefined {
  return runningDeadlines(incident).findLast(({ kind, dueAt }) => kind.startsWith('relief') && dueAt <= now)
}

/** [FT3] Whether it was answered of the one who commands now. */
export function hasContinued({ roles: { ic }, crew }: Incident): boolean {
  return ic !== null && crew.continued?.since === ic.since
}

function inCommand({ id, roles: { ic }, method }: Incident, after: 'ask' | 'insist'): readonly AnyClock[] {
  const minutes = method?.rules.command?.[after]
  if (ic === null || minutes === undefined) return []
  return [
    { id: `${id}:${after}:${ic.since}`, audience: null, about: ic.responder.name, dueAt: ic.since + minutes * MINUTE },
  ]
}

/** Once: what they ask is no alarm, and several teams may be late at once. */
const calledSoftly: ReadonlySet<DeadlineKind> = new Set([
  'internal-update',
  'relief',
  'overlap',
  'acknowledge',
  'respond',
  'lead-report',
])

/** [CP6] What is done before and after each deadline of an incident. */
export function ladderOf(severity: Severity, kind: DeadlineKind = 'checkpoint'): Ladder {
  // [FT1] The first is a question; what insists comes two hours later.
  if (kind === 'engage') return patientLadder
  return severity === 'SEV-4' || calledSoftly.has(kind) ? softLadder : usualLadder
}

/** [CP5] [CP6] The clocks of an incident, from its log alone: what is due, the soonest first, then what is paused. */
export function deadlinesOf(incident: Incident): readonly Deadline[] {
  const all = deadlineKinds.flatMap(kind => clocksOf(incident, kind))
  return [...dueOnly(all), ...all.filter(({ pausedBecause }) => pausedBecause !== null)]
}

function clocksOf(incident: Incident, kind: DeadlineKind): readonly Deadline[] {
  const { role, clocks, noneBecause } = rules[kind]
  const ladder = ladderOf(incident.severity, kind)
  const people = peopleFor(incident, role)
  return clocks(incident).map(({ id, audience, about = null, of, dueAt }) => {
    const clock = { id, audience, about, kind, ladder, ...(of === undefined ? people : withOwner(of, people)) }
    if (incident.status === 'resolved') return { ...clock, dueAt: null, pausedBecause: 'resolved' }
    return dueAt === null
      ? { ...clock, dueAt, pausedBecause: noneBecause(incident) }
      : { ...clock, dueAt, pausedBecause: null }
  })
}

/** [CP5] All that is due in an incident, the soonest first; nothing once it is resolved. */
export function runningDeadlines(incident: Incident): readonly RunningDeadline[] {
  return dueOnly(deadlinesOf(incident))
}

function dueOnly(deadlines: readonly Deadline[]): readonly RunningDeadline[] {
  return deadlines.filter((one): one is RunningDeadline => one.pausedBecause === null).sort((a, b) => a.dueAt - b.dueAt)
}

/** The soonest of a kind in a list of `deadlinesOf`; if none is due, a paused one. */
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
  const [own, command] = [roleSlot(incident, role), roleSlot(incident, 'ic')]
  const owner = own?.held?.responder ?? null
  const after = [own?.deputy, command?.held, command?.deputy].flatMap(held => held?.responder ?? [])
  const backups = after.filter(({ id }, at) => id !== owner?.id && after.findIndex(one => one.id === id) === at)
  return { owner, backups }
}

/** [SG9] Who was given it, if anybody, with those who would have it after them. */
function withOwner(of: Responder | null, { owner, backups }: Pick<Deadline, 'owner' | 'backups'>) {
  return {
    owner: of,
    backups: [owner, ...backups].filter(one => one !== null && one.id !== of?.id) as readonly Responder[],
  }
}
