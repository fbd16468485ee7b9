import { openConflicts } from '../../../../src/shared/domain/claims'
import { decisionStates } from '../../../../src/shared/domain/decisions'
import type { CustomRoleId, EntryId, HandoffId, StrategyId, TeamId, UpdateId } from '../../../../src/shared/domain/ids'
import type { Incident } from '../../../../src/shared/domain/incident'
import { milestoneNames } from '../../../../src/shared/domain/milestone'
import { gateAnswers } from '../../../../src/shared/domain/resolution'
import { severities } from '../../../../src/shared/domain/severity'
import { statuses } from '../../../../src/shared/domain/status'
import { taskStates } from '../../../../src/shared/domain/strategy'
import { typedKinds } from '../../../../src/shared/domain/timeline'
import { conflictSettled } from '../../../../src/shared/events/conflict-settled'
import type { EventKind } from '../../../../src/shared/events/registry'
import { updatePromised } from '../../../../src/shared/events/update-promised'
import { MINUTE } from '../../../../src/shared/lib/time'
import { dana, statusPage } from '../../../support/engine-parts'
import { updateContent } from '../../../support/folded-incident'
import { pick, seededId } from '../../../support/seeded'
import type { Machine } from './machine'

/** Kinds that a version may lack, and what a screen of it cannot ask for then. */
export const lackable = ['impact-stated', 'entry-retracted', 'team-formed'] as const satisfies readonly EventKind[]

const people = ['Ada Lovelace', 'Grace Hopper', 'Annie Easley']
const roles = ['ic', 'tech', 'comms', 'scribe'] as const
const customRoles = ['00000000-0000-4000-8000-000000000001' as CustomRoleId]
const updates = ['00000000-0000-4000-8000-0000000000a1', '00000000-0000-4000-8000-0000000000a2'] as UpdateId[]
const teams = ['00000000-0000-4000-8000-0000000000b1'] as TeamId[]

interface Scene {
  readonly machine: Machine
  readonly incident: Incident
  readonly random: () => number
  readonly n: number
}

/** Answers what the dispatch answered: many are refused, as a person's often are. */
type Act = (scene: Scene) => { readonly ok: boolean }

const acts: readonly (readonly [lacked: EventKind | null, act: Act])[] = [
  [null, note],
  [null, note],
  [null, note],
  [null, correct],
  ['entry-retracted', retract],
  [
    null,
    ({ machine, random }) => run(machine, 'incident:change-severity', { to: pick(random, severities), reason: '' }),
  ],
  [null, ({ machine, random }) => run(machine, 'incident:change-status', { to: pick(random, statuses), reason: '' })],
  [null, ({ machine, n }) => run(machine, 'incident:rename', { title: `Cards fail, ${n}` })],
  ['impact-stated', ({ machine, n }) => run(machine, 'incident:state-impact', { impact: `${n} customers` })],
  [null, confirmTime],
  [null, assign],
  [null, assign],
  [null, ({ machine, random }) => run(machine, 'roles:release', { role: pick(random, roles) })],
  [
    null,
    ({ machine, random }) => run(machine, 'roles:deputise', { role: pick(random, roles), name: pick(random, people) }),
  ],
  [null, defineRole],
  [null, ({ machine, random }) => run(machine, 'roles:drop', { role: pick(random, customRoles) })],
  ['team-formed', setTeam],
  [null, holdCheckpoint],
  [null, draftUpdate],
  [null, ({ machine, random }) => run(machine, 'comms:publish', { update: pick(random, updates) })],
  [null, ({ machine, random }) => run(machine, 'comms:discard', { update: pick(random, updates) })],
  [null, ({ machine, random }) => run(machine, 'handoff:write', { handoff: seededId<HandoffId>(random) })],
  [null, promise],
  [null, settle],
  [null, putTask],
  [null, settleTask],
  [null, propose],
  [null, settleDecision],
  [null, report],
  [null, answerGate],
  [null, stateMilestone],
]

/** Does something that a person there may do. */
export function actAt(machine: Machine, random: () => number, n: number): { readonly ok: boolean } {
  const incident = machine.own(() => machine.ledger.record(machine.incident)?.incident)
  if (incident === undefined) return { ok: false }
  const possible = acts.filter(([lacked]) => lacked === null || lacked !== machine.lacks)
  return pick(random, possible)[1]({ machine, incident, random, n })
}

function run(machine: Machine, ...[name, input]: RunWords): { readonly ok: boolean } {
  return machine.run(name, input as never, machine.newRequest())
}
type RunWords = readonly [name: Parameters<Machine['run']>[0], input: object]

function note({ machine, random, n }: Scene) {
  const past = random() < 0.2 ? machine.clock - Math.floor(random() * 30) * MINUTE : null
  const line = { kind: pick(random, typedKinds), text: `line ${n} at ${machine.name}`, pinned: random() < 0.1 }
  return run(machine, 'timeline:append', { entry: seededId<EntryId>(random), ...line, occurredAt: past })
}

function someLine({ machine, random }: Scene): EntryId | undefined {
  const lines = machine.own(() => machine.ledger.record(machine.incident)?.timeline() ?? [])
  const typed = lines.filter(({ automatic }) => !automatic)
  return typed.length === 0 ? undefined : pick(random, typed).id
}

function correct(scene: Scene) {
  const entry = someLine(scene)
  return entry === undefined
    ? { ok: false }
    : run(scene.machine, 'timeline:correct', { entry, text: `other ${scene.n}` })
}

function retract(scene: Scene) {
  const entry = someLine(scene)
  return entry === undefined ? { ok: false } : run(scene.machine, 'timeline:retract', { entry, reason: 'wrong' })
}

function confirmTime({ machine, random }: Scene) {
  const of = pick(random, ['started', 'ended'] as const)
  const at = machine.clock - Math.floor(random() * 60) * MINUTE
  return run(machine, 'incident:confirm-time', { of, at, source: { kind: 'chart', name: 'Errors' } })
}

function assign({ machine, random }: Scene) {
  const role = random() < 0.2 ? pick(random, customRoles) : pick(random, roles)
  return run(machine, 'roles:assign', { role, name: pick(random, people) })
}

function defineRole({ machine, random }: Scene) {
  const role = { role: pick(random, customRoles), name: 'Databases', letters: 'DB', duties: [], operates: true }
  return run(machine, 'roles:define', role)
}

function setTeam({ machine, random }: Scene) {
  const lead = pick(random, people)
  return run(machine, 'teams:set', { team: pick(random, teams), name: `Team of ${lead}`, lead, members: [] })
}

function holdCheckpoint({ machine, incident, n }: Scene) {
  const { checkpoint } = incident
  if (checkpoint.state === 'off') return { ok: false }
  const answers = [{ question: 'tried', asks: '', text: `${n}` }]
  return run(machine, 'checkpoint:hold', { checkpoint: checkpoint.id, answers, verdict: 'continue' })
}

function draftUpdate({ machine, incident, random, n }: Scene) {
  const update = pick(random, updates)
  const known = incident.updates.find(({ id }) => id === update)
  const content = updateContent({ channel: statusPage, body: `We look into it, ${n}.` })
  return run(machine, 'comms:draft', { update, content, was: known?.content ?? null })
}

function promise({ machine, random }: Scene) {
  const dueAt = random() < 0.2 ? null : machine.clock + Math.floor(random() * 60) * MINUTE
  return commit(machine, updatePromised.draft({ dueAt }, machine.clock, dana))
}

const items = ['00000000-0000-4000-8000-0000000000c1', '00000000-0000-4000-8000-0000000000c2'] as StrategyId[]
const proposals = ['00000000-0000-4000-8000-0000000000d1', '00000000-0000-4000-8000-0000000000d2'] as StrategyId[]
const soon = ({ machine, random }: Scene) =>
  random() < 0.3 ? null : machine.clock + Math.floor(random() * 60) * MINUTE

function putTask(scene: Scene) {
  const { machine, random, n } = scene
  const owner = random() < 0.3 ? null : pick(random, people)
  const item = { kind: 'task', text: `Roll back, ${n}`, owner, dueAt: soon(scene) } as const
  return run(machine, 'strategy:put', { id: pick(random, items), item })
}

function settleTask({ machine, random }: Scene) {
  const state = pick(random, taskStates)
  return run(machine, 'strategy:settle-task', { task: pick(random, items), state, result: '' })
}

function propose(scene: Scene) {
  const { machine, random, n } = scene
  const at = soon(scene)
  const revisit = at === null ? null : { at, condition: null, soon: false, instead: '' }
  const item = { kind: 'decision', text: `Fail over, ${n}`, reason: '', now: random() < 0.5, revisit } as const
  return run(machine, 'strategy:put', { id: pick(random, proposals), item })
}

/** As a screen that shows what it was; where machines meet the second one is void. */
function settleDecision({ machine, incident, random }: Scene) {
  if (incident.decisions.length === 0) return { ok: false }
  const { id: decision, state: was } = pick(random, incident.decisions)
  return run(machine, 'decision:settle', { decision, state: pick(random, decisionStates), was, reason: '' })
}

/** Of customers, or of a sub-team's lead. */
function report({ machine, incident, random, n }: Scene) {
  const [team] = incident.crew.teams
  const customers = {
    kind: 'report',
    source: 'support',
    text: `${n}`,
    count: 1 + Math.floor(random() * 9),
    at: null,
  } as const
  const item = team === undefined || random() < 0.5 ? customers : ({ kind: 'lead', team: team.id, text: '' } as const)
  return run(machine, 'strategy:put', { id: seededId<StrategyId>(random), item })
}

function answerGate({ machine, incident, random }: Scene) {
  const criteria = incident.method?.rules.gate ?? []
  if (criteria.length === 0) return { ok: false }
  const { id: criterion } = pick(random, criteria)
  return run(machine, 'gate:answer', { criterion, answer: pick(random, gateAnswers), note: '' })
}

function stateMilestone({ machine, incident, random }: Scene) {
  const milestone = pick(random, milestoneNames)
  const at = random() < 0.2 ? null : machine.clock - Math.floor(random() * 30) * MINUTE
  return run(machine, 'incident:state-milestone', { milestone, at, was: incident.timesKept[milestone]?.at ?? null })
}

/** What the conflict strip will ask. */
function settle({ machine, incident, random }: Scene) {
  const open = openConflicts(incident)
  if (open.length === 0) return { ok: false }
  const { about, sides } = pick(random, open)
  const { event: chosen } = pick(random, sides)
  return commit(machine, conflictSettled.draft({ about, chosen, text: '', reason: '' }, machine.clock, dana))
}

function commit(machine: Machine, draft: Parameters<Machine['ledger']['commit']>[2]['events'][number]) {
  return machine.own(() =>
    machine.ledger.commit(machine.incident, machine.newRequest(), { events: [draft] }, machine.clock),
  )
}
