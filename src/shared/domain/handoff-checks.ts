import type { Millis } from '../lib/time'
import { defaultCadence } from './cadence'
import { answerText, type HeldCheckpoint, type KnownQuestion } from './checkpoint'
import { deadlinesOf, nextDue } from './deadlines'
import type { HandoffGap, HandoffGround, PlainGap } from './handoff-gap'
import type { Incident } from './incident'
import { firstCheckpointSpan, firstUpdateSpan, updateSpan } from './method/method-rules'
import { gapsOf } from './responder-warnings'
import type { Status } from './status'
import { channelKey, isToPost, publishedTo, type Update } from './update'

/** What a check answers besides gaps: its question does not come up now, or what it needs cannot be seen from here. */
export type CheckResult = readonly HandoffGap[] | 'does-not-apply' | 'cannot-look'
export type HandoffCheck = (ground: HandoffGround) => CheckResult

export function isOver({ resolvedAt }: Incident): boolean {
  return resolvedAt !== null
}

function gapIf(missing: boolean, kind: PlainGap): readonly HandoffGap[] {
  return missing ? [{ kind }] : []
}

/** An update that may be out and may not: the next commander must not say the same twice. */
export const updatesOnTheirWay: HandoffCheck = ({ incident }) => {
  const toPost = incident.updates.filter(isToPost)
  const others = incident.updates.filter(update => isUnsettled(update) && !toPost.includes(update))
  const states = others.map(update => update.delivery.state)
  return [
    ...gapIf(toPost.length > 0, 'update-to-post'),
    ...gapIf(states.includes('unknown'), 'update-unknown'),
    ...gapIf(states.includes('publishing'), 'update-underway'),
    ...gapIf(states.includes('asking'), 'update-held-back'),
    ...gapIf(states.includes('failed'), 'update-failed'),
  ]
}

/** What a person gave up is settled, though nobody knows how it ended. */
function isUnsettled({ delivery }: Update): boolean {
  return delivery.state !== 'failed' || !delivery.inDoubt
}

/** Text that was written for customers and never sent. */
export const draftsLeft: HandoffCheck = ({ incident }) => {
  const count = incident.updates.filter(({ delivery }) => delivery.state === 'drafted').length
  return count === 0 ? [] : [{ kind: 'drafts-left', count }]
}

/** [RO3] Only what this severity needs. */
export const rolesHeld: HandoffCheck = ({ incident }) =>
  isOver(incident) ? 'does-not-apply' : gapsOf(incident).map(seat => ({ kind: 'empty-role', seat }))

export const impactStatedAtAll: HandoffCheck = ({ incident }) => gapIf(incident.impact === '', 'no-impact')

/** [BE1] When customers began to feel it, and of one that is over when they no longer did. */
export const timesConfirmed: HandoffCheck = ({ incident }) => [
  ...gapIf(incident.started === null, 'start-unconfirmed'),
  ...gapIf(isOver(incident) && incident.ended === null, 'end-unconfirmed'),
]

/** A resolved incident owes one only if it ran until the first was due. */
export const checkpointsHeld: HandoffCheck = ({ incident }) => {
  const none = incident.checkpointsHeld.length === 0
  const within = firstCheckpointSpan(incident, incident.severity)
  if (within === null) return 'does-not-apply'
  if (incident.resolvedAt === null) return gapIf(none, 'no-checkpoint')
  return gapIf(none && incident.resolvedAt - incident.declaredAt >= within, 'never-a-checkpoint')
}

const unanswered: Readonly<Record<KnownQuestion, PlainGap>> = {
  tried: 'tried-unanswered',
  trying: 'nothing-tried',
  'rollback-plan': 'no-rollback',
  'more-people': 'people-unanswered',
  'still-impacted': 'impact-unanswered',
}

/** While it runs the last checkpoint's answers count, since they are acted on; afterwards all of them, for the review. */
export const checkpointAnswers: HandoffCheck = ({ incident }) => {
  const { checkpointsHeld: held } = incident
  const last = held.at(-1)
  if (last === undefined) return 'does-not-apply'
  if (isOver(incident)) return emptyOf(held)
  const empty = emptyQuestions(last)
  const known = empty.flatMap(name => (isKnown(name) ? [{ kind: unanswered[name] }] : []))
  const [count, of] = [empty.length - known.length, last.answers.length]
  return count === 0 ? known : [...known, { kind: 'answers-empty', count, of }]
}

function emptyOf(held: readonly HeldCheckpoint[]): readonly HandoffGap[] {
  const count = held.flatMap(emptyQuestions).length
  const of = held.flatMap(({ answers }) => answers).length
  return count === 0 ? [] : [{ kind: 'answers-empty', count, of }]
}

function emptyQuestions(held: HeldCheckpoint): readonly string[] {
  return held.answers.flatMap(({ question }) => (answerText(held, question).trim() === '' ? [question] : []))
}

function isKnown(question: string): question is KnownQuestion {
  return Object.hasOwn(unanswered, question)
}

export const nextCheckpoint: HandoffCheck = ({ incident, now }) => {
  if (isOver(incident)) return 'does-not-apply'
  const dueAt = nextDue(deadlinesOf(incident), 'checkpoint')
  if (dueAt === null && firstCheckpointSpan(incident, incident.severity) === null) return 'does-not-apply'
  if (dueAt === null) return [{ kind: 'no-next-checkpoint' }]
  return dueAt > now ? [] : [{ kind: 'checkpoint-overdue', by: now - dueAt }]
}

/** [UP1] [UP7] Not every severity has customer updates: nothing is missing then. */
export const customersUpdated: HandoffCheck = ({ incident, now }) => {
  const told = publishedTo('customers', incident.updates).length > 0
  if (isOver(incident)) return told ? farewell(incident) : neverTold(incident)
  const dueAt = nextDue(deadlinesOf(incident), 'update')
  if (dueAt !== null && dueAt <= now) return [{ kind: 'update-overdue', by: now - dueAt }]
  if (firstUpdateSpan(incident, incident.severity, defaultCadence) === null) return told ? [] : 'does-not-apply'
  // Of a severity that asks for no further update, one that promises none is the last until it is resolved.
  const isLast = told && updateSpan(incident, incident.severity, defaultCadence) === null
  return [...gapIf(!told, 'nothing-told'), ...gapIf(dueAt === null && !isLast, 'no-promise')]
}

/** [GC3] By the worst that it was: lowering it before resolving does not undo what customers felt. */
function neverTold(incident: Incident): CheckResult {
  return firstUpdateSpan(incident, incident.worstSeverity, defaultCadence) === null
    ? 'does-not-apply'
    : [{ kind: 'never-told' }]
}

/** Of a resolved incident, customers who heard that it began hear that it is over. */
function farewell(incident: Incident): readonly HandoffGap[] {
  const lastSaid = new Map<string, { readonly at: Millis; readonly status: Status }>()
  for (const { content, delivery } of publishedTo('customers', incident.updates)) {
    const known = lastSaid.get(channelKey(content.channel))
    if (known === undefined || known.at <= delivery.at) {
      lastSaid.set(channelKey(content.channel), { at: delivery.at, status: content.status })
    }
  }
  return gapIf(![...lastSaid.values()].every(said => said.status === 'resolved'), 'no-farewell')
}

/** [SG9] Nobody does what nobody has. */
export const tasksOwned: HandoffCheck = ({ incident }) => {
  const open = incident.tasks.filter(({ state }) => state === 'open')
  if (open.length === 0) return 'does-not-apply'
  const count = open.filter(({ owner }) => owner === null).length
  return count === 0 ? [] : [{ kind: 'tasks-unowned', count }]
}

/** What was asked of another system and may have been done there or not. */
export const requestsSettled: HandoffCheck = ({ incident }) => {
  if (incident.acts.length === 0) return 'does-not-apply'
  const count = incident.acts.filter(({ standing }) => standing.state === 'unknown').length
  return count === 0 ? [] : [{ kind: 'requests-unknown', count }]
}

/** [GC2] Messages are not in the record, so where no room can be read there is nothing that could be said of them. */
export const messagesWaiting: HandoffCheck = ({ messages }) => {
  if (messages === 'no-room') return 'does-not-apply'
  if (messages === 'unread') return 'cannot-look'
  return messages === 0 ? [] : [{ kind: 'messages-waiting', count: messages }]
}

/** [RK10] [FO6] What the record has and the head does not: the next commander must know that they see less. */
export const eventsFolded: HandoffCheck = ({ incident, held = incident.heldEvents }) => {
  const heldBack = held.reduce((sum, { count }) => sum + count, 0)
  const unread = incident.unfolded.filter(({ because }) => because.as !== 'void').length
  if (heldBack + unread === 0) return 'does-not-apply'
  const gaps = [
    { kind: 'events-held', count: heldBack },
    { kind: 'facts-unread', count: unread },
  ] as const
  return gaps.filter(({ count }) => count > 0)
}
