import { type Audience, audienceName } from '../../../shared/domain/audience'
import type { Verdict } from '../../../shared/domain/checkpoint'
import type { DeadlineKind } from '../../../shared/domain/deadlines'
import type { Due, HandoffDeadline, HandoffPace } from '../../../shared/domain/handoff-clocks'
import type { FormerHolder, HandoffContent, HandoffUpdate } from '../../../shared/domain/handoff-content'
import type { Detection, LinkKind } from '../../../shared/domain/incident-facts'
import type { Assignment } from '../../../shared/domain/people'
import type { RoleSlot } from '../../../shared/domain/responders'
import type { Status } from '../../../shared/domain/status'
import { type Millis, roughSpan, utcClock } from '../../../shared/lib/time'
import { texts } from '../../../shared/texts/texts'

const facts = texts.facts

/** The texts of the handoff, in the language of the document. All times are UTC. */

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const shortDayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** `Friday 20 November 2026`. */
export function dayText(at: Millis): string {
  return dayFormat.format(at).replace(',', '')
}

export function isoDay(at: Millis): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** `14:03 UTC`, or `19 Nov, 23:50 UTC` where that is another day than the document's. */
export function momentText(at: Millis, writtenAt: Millis): string {
  const clock = `${utcClock(at).slice(0, 5)} UTC`
  return isoDay(at) === isoDay(writtenAt) ? clock : `${shortDayFormat.format(at)}, ${clock}`
}

/** The time left until a deadline when this was written; it is read later, so "in 10 min" would soon be wrong. */
export function dueText(due: Due, writtenAt: Millis): string {
  if (due.overdue) return `overdue by ${roughSpan(writtenAt - due.at)} when this was written`
  return `${roughSpan(due.at - writtenAt)} after this was written`
}

/** [UP14] How often customers hear of an incident that is open for long. */
export function paceText({ answer: { pace }, usual, slower }: HandoffPace): string {
  return pace === 'slower' ? `Every ${slower} min instead of every ${usual} min` : `Still every ${usual} min`
}

/** [RT4] Of a milestone that the method wants by a time. */
export function targetText(wanted: string, isReached: boolean, late: Millis): string {
  if (isReached) return `target ${wanted}${late === 0 ? '' : `, ${roughSpan(late)} late`}`
  return `not reached, target ${wanted}${late === 0 ? '' : `, overdue by ${roughSpan(late)}`}`
}

/** `running for 20 min` or `over after 38 min`. */
export function elapsedText({ declaredAt, resolvedAt, writtenAt }: HandoffContent): string {
  if (resolvedAt !== null) return `over after ${roughSpan(resolvedAt - declaredAt)}`
  return `running for ${roughSpan(writtenAt - declaredAt)}`
}

export function holderText(held: Assignment, writtenAt: Millis): string {
  return `since ${momentText(held.since, writtenAt)}`
}

export const nobody = 'Nobody'
export const notVerified = 'not verified: the record is damaged before this'

/** Of a former holder; null: it is needed no more. */
export function formerRole(name: string | null): string {
  return name ?? 'A role that is needed no more'
}

/** `14:03 UTC to 14:40 UTC`. */
export function formerText({ since, until }: FormerHolder, writtenAt: Millis): string {
  return `${momentText(since, writtenAt)} to ${momentText(until, writtenAt)}`
}

export function commander(seats: readonly RoleSlot[]): string {
  return seats.find(({ key }) => key === 'ic')?.held?.responder.name ?? nobody
}

/** Whether, and when, it was read. */
export function toldText({ state, publishedAt }: HandoffUpdate, writtenAt: Millis): string {
  if (publishedAt !== null) return momentText(publishedAt, writtenAt)
  if (state === 'to-post') return 'still to be posted by hand'
  return state === 'unknown' ? 'not known whether it is out' : 'on its way out when this was written'
}

/** [HC4] Of a linked alert. */
export function moreLinks(count: number): string {
  return `and ${count} more ${count === 1 ? 'link' : 'links'}`
}

/** [HC4] */
export function moreDescribed(count: number): string {
  return `What ${count} more ${count === 1 ? 'alert' : 'alerts'} said is not printed here.`
}

export function linkKind(kind: LinkKind): string {
  return texts.barLinks.linkKinds[kind]
}

/** `+1555010999`, `ops@example.com`. */
export function dialled(url: string): string {
  return url.replace(/^(?:tel|mailto):/, '').replaceAll('%23', '#')
}

/** `An alert: CheckoutSuccessLow, at 14:01 UTC`. */
export function detectedText({ how, name, at }: Detection, writtenAt: Millis): string {
  const when = at === null ? '' : `, at ${momentText(at, writtenAt)}`
  return `${facts.ways[how]}${name === '' ? '' : `: ${name}`}${when}`
}

/** What is next of a clock. */
export function deadlineName({ kind, audience }: HandoffDeadline): string {
  if (kind === 'checkpoint') return 'Next checkpoint'
  return audience === null || audience === 'customers' ? 'Next customer update' : `Next update to ${internal(audience)}`
}

/** `#war-room`, or `#war-room (to Leadership)` where the team named who reads it. */
export function whereText({ channel, audience }: HandoffUpdate): string {
  const name = audienceName(audience)
  return name === null ? channel : `${channel} (to ${name})`
}

function internal(audience: Audience): string {
  return audienceName(audience) ?? 'colleagues'
}

/** The meaning of a status in a document; it is not in the language of a session. */
export const statusMeaning: Readonly<Record<Status, string>> = {
  investigating: 'We do not know the cause yet',
  identified: 'We know the cause and work on it',
  monitoring: 'A fix is in, we watch it hold',
  resolved: 'Over for customers',
}

export const verdictMeaning: Readonly<Record<Verdict, string>> = {
  continue: 'What we do works: go on',
  pivot: 'It does not work: try the next thing',
  escalate: 'We need more people or a higher decision',
}

/** What is due at a time, in the list of what is scheduled. */
export const scheduledKinds: Readonly<Record<DeadlineKind, string>> = {
  checkpoint: 'Checkpoint',
  update: 'Update to customers',
  'internal-update': 'Update',
  task: 'Task due',
  'lead-report': 'Report of a sub-team',
  objection: 'Objections end',
  revisit: 'Decision to revisit',
  relief: 'Ask the commander about relief',
  'relief-overdue': 'Relieve the commander',
  overlap: 'Overlap of command ends',
  acknowledge: 'Target: acknowledged',
  respond: 'Target: first response',
  engage: 'Target: commander engaged',
}

/** The text for an empty value. */
export const absences = {
  impact: 'Not stated.',
  started: 'Not confirmed.',
  answer: 'Not answered at the checkpoint.',
  checkpoint: 'No checkpoint was held.',
  deadlines: {
    checkpoint: 'None is set.',
    update: 'None is promised.',
    'internal-update': 'None is promised.',
    task: 'None is set.',
    'lead-report': 'None is set.',
    relief: 'None is set.',
    'relief-overdue': 'None is set.',
    overlap: 'None is set.',
    objection: 'None is set.',
    revisit: 'None is set.',
    acknowledge: 'None is set.',
    respond: 'None is set.',
    engage: 'None is set.',
  },
  teams: 'None.',
  formerHolders: 'No role has changed hands.',
  rollCall: 'None was held.',
  told: 'No customer updates.',
  grounds: 'Not recorded.',
  tried: 'Nothing on record.',
  pending: 'None on record.',
  questions: 'None on record.',
  risks: 'None on record.',
  scheduled: 'Nothing on record.',
  room: 'No war room or bridge on record.',
  pages: 'None linked.',
  links: 'None added.',
  services: 'Not recorded.',
  detected: 'Not recorded.',
  times: 'None yet.',
  decisions: 'None on record.',
  keyLines: 'None pinned, no finding on record.',
  todos: 'None on record.',
  timeline: 'Nothing on record.',
} as const
