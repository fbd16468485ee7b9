import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { Cadence } from '../../../shared/domain/cadence'
import type { Incident } from '../../../shared/domain/incident'
import { updateSpan } from '../../../shared/domain/method/method-rules'
import { actorName } from '../../../shared/domain/people'
import { type PublicName, withPublicNames } from '../../../shared/domain/public-names'
import type { ConfirmedTime } from '../../../shared/domain/stated-time'
import type { Status } from '../../../shared/domain/status'
import { lastTyped, type Stage, type UpdateFacts } from '../../../shared/domain/update'
import { timeSourceSummary } from '../../../shared/events/time-fields'
import { MINUTE, type Millis, roughSpan } from '../../../shared/lib/time'

/** What a template's field can be filled with, by name. */
export const factNames = [
  'incident_title',
  'service',
  'impact',
  'since',
  'until',
  'duration',
  'work',
  'next_update',
] as const
export type FactName = (typeof factNames)[number]

/** A value with the place it came from. */
export interface TemplateFact {
  readonly value: string
  readonly source: FaultValue
}

/** null: the record does not have it. */
export type TemplateFacts = Readonly<Record<FactName, TemplateFact | null>>

export interface FactContext {
  readonly now: Millis
  /** How often customers hear; absent: as it comes out of the box. */
  readonly cadence?: Cadence | undefined
  /** What customers may read of a service, with where that was stated; undefined: not stated. */
  readonly publicName: (service: string) => PublicName | undefined
}

/** What customers may read of the record, in their words. All times are UTC and say so. */
export function factsOf(incident: Incident, nextUpdate: NextUpdate | null, ground: FactContext): TemplateFacts {
  const { now } = ground
  const { started, ended } = incident
  const inPublic = (text: string) => withPublicNames(text, servicesOf(incident), id => ground.publicName(id)?.name)
  return {
    incident_title: fact(inPublic(incident.title), { code: 'fact-title' }),
    service: typedFact(incident, 'service') ?? serviceFact(incident, ground),
    impact: typedFact(incident, 'impact') ?? fact(inPublic(incident.impact), { code: 'fact-impact' }),
    since: timeFact(started, now),
    until: timeFact(ended, now),
    duration: started && ended && fact(spanInEnglish(ended.at - started.at), { code: 'fact-times' }),
    work: fact(workInWords[incident.status], { code: 'fact-status' }),
    next_update: nextUpdate === null ? null : fact(utcMoment(nextUpdate.at, now), nextUpdate.source),
  }
}

/** [CM8] The next update calls things as the last one did. */
function typedFact({ updates }: Incident, name: keyof UpdateFacts): TemplateFact | null {
  return fact(lastTyped(updates, name) ?? '', { code: 'fact-last-update' })
}

/** [BE1] Only what a person confirmed. */
function timeFact(time: ConfirmedTime | null, now: Millis): TemplateFact | null {
  if (time === null) return null
  const from = timeSourceSummary(time.source)
  const name = actorName(time.by)
  const source: FaultValue =
    from === ''
      ? { code: 'fact-confirmed', values: { name } }
      : { code: 'fact-confirmed-source', values: { source: from, name } }
  return fact(utcMoment(time.at, now), source)
}

function servicesOf({ pages }: Incident): readonly string[] {
  return [...new Set(pages.flatMap(({ service }) => (service?.trim() ? [service.trim()] : [])))]
}

/** [PN1] Of several linked services those that have a public name; none: a slot. */
function serviceFact(incident: Incident, { publicName }: FactContext): TemplateFact | null {
  const known = servicesOf(incident).flatMap(service => publicName(service) ?? [])
  const [first] = known
  if (first === undefined) return null
  const names = [...new Set(known.map(({ name }) => name))]
  return fact(new Intl.ListFormat('en', { type: 'conjunction' }).format(names), nameSource[first.source])
}

const nameSource: Readonly<Record<PublicName['source'], FaultValue>> = {
  services: { code: 'fact-services-file' },
  'status-page': { code: 'fact-status-page' },
}

function fact(value: string, source: FaultValue): TemplateFact | null {
  return value.trim() === '' ? null : { value, source }
}

/** What engineers do has names that customers need not learn; the status says it in plain words. */
const workInWords: Readonly<Record<Status, string>> = {
  investigating: 'We are looking for the cause',
  identified: 'We have found the cause and are working on a fix',
  monitoring: 'A fix is in place and we are watching that it holds',
  resolved: 'The fix holds',
}

export interface NextUpdate {
  readonly at: Millis
  readonly source: FaultValue
}

/** Promised times are rounded: people remember 14:35, not 14:33. */
const ROUND: Millis = 5 * MINUTE

/** [UP2] The writer's choice, else the severity's rhythm from now on; null where nothing more is promised. */
export function promisedUpdateOf(
  incident: Incident,
  stage: Stage,
  chosen: Millis | null,
  now: Millis,
  cadence: Cadence,
): NextUpdate | null {
  if (stage === 'resolution') return null
  if (chosen !== null) return { at: chosen, source: { code: 'fact-chosen-time' } }
  const span = updateSpan(incident, incident.severity, cadence)
  if (span === null) return null
  return {
    at: Math.ceil((now + span) / ROUND) * ROUND,
    source: { code: 'fact-cadence', values: { span: roughSpan(span), severity: incident.severity } },
  }
}

/** `14:02 UTC`, with the day where that is not today: `20 November, 23:55 UTC`. */
export function utcMoment(at: Millis, now: Millis): string {
  const clock = `${new Date(at).toISOString().slice(-13, -8)} UTC`
  const day = (instant: Millis) => new Date(instant).toISOString().slice(0, -14)
  if (day(at) === day(now)) return clock
  const name = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(at)
  return `${name}, ${clock}`
}

/** `38 minutes`, `1 hour 5 minutes`. Less than a minute counts as one. */
export function spanInEnglish(span: Millis): string {
  const minutes = Math.max(1, Math.round(span / MINUTE))
  const parts = [counted(Math.floor(minutes / 60), 'hour'), counted(minutes % 60, 'minute')]
  return parts.filter(part => part !== '').join(' ')
}

function counted(count: number, unit: string): string {
  if (count === 0) return ''
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
