import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { Audience } from '../../../shared/domain/audience'
import { nextNoticeSpan, rowOf } from '../../../shared/domain/audience-matrix'
import type { Cadence } from '../../../shared/domain/cadence'
import { type FigureStatement, statedNow } from '../../../shared/domain/impact-figures'
import type { Incident } from '../../../shared/domain/incident'
import type { LinkKind } from '../../../shared/domain/incident-facts'
import { updateSpan } from '../../../shared/domain/method/method-rules'
import { actorName } from '../../../shared/domain/people'
import { type PublicName, withPublicNames } from '../../../shared/domain/public-names'
import type { ConfirmedTime } from '../../../shared/domain/stated-time'
import type { Status } from '../../../shared/domain/status'
import { lastTyped, publishedTo, type Stage, type UpdateFacts } from '../../../shared/domain/update'
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
  'last_update',
  'update_number',
  'public_page',
  'severity',
  'commander',
  'declared',
  'running_for',
  'users',
  'revenue',
  'room',
  'bridge',
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

/**
 * What its readers may read of the record: customers in their words and by public names, one's own house as it is. All
 * times are UTC and say so.
 */
export function factsOf(
  incident: Incident,
  nextUpdate: NextUpdate | null,
  ground: FactContext,
  audience: Audience,
): TemplateFacts {
  const { now } = ground
  const { started, ended, declaredAt } = incident
  const forReaders = (text: string) =>
    audience === 'customers' ? withPublicNames(text, servicesOf(incident), id => ground.publicName(id)?.name) : text
  return {
    incident_title: fact(forReaders(incident.title), { code: 'fact-title' }),
    service: typedFact(incident, 'service') ?? serviceFact(incident, ground) ?? servicesInside(incident, audience),
    impact: typedFact(incident, 'impact') ?? fact(forReaders(incident.impact), { code: 'fact-impact' }),
    since: timeFact(started, now),
    until: timeFact(ended, now),
    duration: started && ended && fact(spanInEnglish(ended.at - started.at), { code: 'fact-times' }),
    work: fact(workInWords[incident.status], { code: 'fact-status' }),
    next_update: nextUpdate === null ? null : fact(utcMoment(nextUpdate.at, now), nextUpdate.source),
    ...updatesFacts(incident, audience, now),
    severity: fact(incident.severity, { code: 'fact-severity' }),
    commander: fact(incident.roles.ic?.responder.name ?? '', { code: 'fact-roles' }),
    declared: fact(utcMoment(declaredAt, now), { code: 'fact-declared' }),
    running_for: fact(spanInEnglish(Math.max(0, (ended?.at ?? now) - (started?.at ?? declaredAt))), {
      code: started === null ? 'fact-declared' : 'fact-times',
    }),
    ...figureFacts(incident),
    room: linkFact(incident, 'war-room'),
    bridge: linkFact(incident, 'bridge'),
  }
}

/** [TM12] What this audience was told so far. */
function updatesFacts({ updates }: Incident, audience: Audience, now: Millis) {
  const told = publishedTo(audience, updates)
  const page = publishedTo('customers', updates).findLast(({ delivery }) => delivery.url !== null)
  const last = Math.max(...told.map(({ delivery }) => delivery.at))
  return {
    last_update: fact(told.length === 0 ? '' : utcMoment(last, now), { code: 'fact-updates' }),
    update_number: fact(String(told.length + 1), { code: 'fact-updates' }),
    public_page: fact(page?.delivery.url ?? '', { code: 'fact-updates' }),
  }
}

/** The newest of its kind. */
function linkFact({ links }: Incident, kind: LinkKind): TemplateFact | null {
  return fact(links.findLast(link => link.kind === kind)?.url ?? '', { code: 'fact-links' })
}

/** [TM12] Stated figures alone: what a panel measures may be another thing by the time it is read. */
function figureFacts({ figuresStated }: Incident): Pick<TemplateFacts, 'users' | 'revenue'> {
  const [share, users, revenue] = (['users-share', 'users', 'revenue'] as const).map(figure =>
    statedNow(figuresStated, figure),
  )
  const source = (stated: FigureStatement): FaultValue => ({
    code: 'fact-figures',
    values: { name: actorName(stated.stated.by) },
  })
  const [first] = [share, users].flatMap(stated => stated ?? [])
  const words = [share && `${inEnglish(share)} % of users`, users && `${inEnglish(users)} users`].flatMap(
    one => one ?? [],
  )
  return {
    users: first === undefined ? null : fact(words.join(', '), source(first)),
    revenue: revenue === undefined ? null : fact(`${inEnglish(revenue)} ${revenue.currency} per hour`, source(revenue)),
  }
}

function inEnglish({ value }: FigureStatement): string {
  return Number(value).toLocaleString('en')
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

/** Those that a person stated, then those of linked alerts. */
function servicesOf({ services, pages }: Incident): readonly string[] {
  const named = [...(services ?? []), ...pages.map(({ service }) => service ?? '')]
  return [...new Set(named.map(service => service.trim()).filter(service => service !== ''))]
}

/** [PN1] Of several linked services those that have a public name; none: a slot. */
function serviceFact(incident: Incident, { publicName }: FactContext): TemplateFact | null {
  const known = servicesOf(incident).flatMap(service => publicName(service) ?? [])
  const [first] = known
  if (first === undefined) return null
  const names = [...new Set(known.map(({ name }) => name))]
  return fact(new Intl.ListFormat('en', { type: 'conjunction' }).format(names), nameSource[first.source])
}

/** Colleagues read a service by the name that they call it by. */
function servicesInside(incident: Incident, audience: Audience): TemplateFact | null {
  return audience === 'customers' ? null : fact(servicesOf(incident).join(', '), { code: 'fact-services' })
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
  audience: Audience = 'customers',
): NextUpdate | null {
  if (stage === 'resolution') return null
  if (chosen !== null) return { at: chosen, source: { code: 'fact-chosen-time' } }
  const at = (span: Millis) => Math.ceil((now + span) / ROUND) * ROUND
  // [AU3] Of an audience with a pace of its own that is promised.
  const row = audience === 'customers' ? undefined : rowOf(incident.method?.rules.audiences, audience)
  const own = row === undefined ? null : nextNoticeSpan(row, incident.severity)
  if (row !== undefined && own !== null)
    return { at: at(own), source: { code: 'fact-audience-pace', values: { span: roughSpan(own), audience: row.name } } }
  const span = updateSpan(incident, incident.severity, cadence)
  if (span === null) return null
  return {
    at: at(span),
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
