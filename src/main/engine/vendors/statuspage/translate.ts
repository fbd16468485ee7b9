import type {
  Maintenance,
  PublicIncident,
  StatusPageComponent,
  StatusPageTemplate,
} from '../../../../shared/contract/status-pages'
import type { UpdateContent } from '../../../../shared/domain/update'
import { plainLine, plainText } from '../../http/plain-text'
import type { Delivered, OutgoingUpdate } from '../../outbox/types'
import { knownInstant, webUrl } from '../fields'
import type { LandedIncident, StatuspageComponent, StatuspageIncident, StatuspageTemplate } from './parse'

/** Groups are headings: they have no status of their own to set. */
export function pageComponents(components: readonly StatuspageComponent[]): readonly StatusPageComponent[] {
  const groups = new Map(
    components.filter(({ group }) => group === true).map(({ id, name }) => [id, plainLine(name, 200)]),
  )
  return components
    .filter(component => component.group !== true)
    .map(({ id, name, status, group_id }) => {
      const group = groups.get(group_id ?? '')
      return {
        id,
        name: plainLine(name, 200) || 'Component without a name',
        status: status === '' ? 'operational' : status,
        ...(group !== undefined && { group }),
      }
    })
}

export function maintenance(incident: StatuspageIncident): Maintenance {
  const { externalId, name, status, url } = publicIncident(incident)
  const [from, to] = [knownInstant(incident.scheduled_for), knownInstant(incident.scheduled_until)]
  const components = (incident.components ?? [])
    .filter(({ group }) => group !== true)
    .map(component => ({ id: component.id, name: plainLine(component.name, 200) }))
  return { externalId, name, status, url, from, to, ...(components.length > 0 && { components }) }
}

/** Of a maintenance under way some lists speak as of any incident. */
export function isMaintenance({ status }: Pick<StatuspageIncident, 'status'>): boolean {
  return ['scheduled', 'in_progress', 'verifying', 'completed'].includes(status)
}

export function pageTemplate({ id, name, title, body, update_status }: StatuspageTemplate): StatusPageTemplate {
  return {
    id,
    name: plainLine(name ?? '', 200) || 'Template without a name',
    title: plainLine(title ?? '', 255),
    body: plainText(body ?? '', 25_000),
    status: plainLine(update_status ?? '', 40),
  }
}

export function publicIncident(incident: StatuspageIncident): PublicIncident {
  return {
    externalId: incident.id,
    name: plainLine(incident.name ?? '', 255) || 'Incident without a name',
    status: plainLine(incident.status, 40),
    lastUpdate: plainText(newestBody(incident), 5_000),
    updatedAt: knownInstant(incident.updated_at) ?? knownInstant(incident.created_at),
    url: webUrl(incident.shortlink),
  }
}

function newestBody(incident: StatuspageIncident): string {
  const newest = (incident.incident_updates ?? []).reduce<{ at: number; body: string } | null>((best, update) => {
    const at = knownInstant(update.created_at) ?? 0
    return best === null || at > best.at ? { at, body: update.body ?? '' } : best
  }, null)
  return newest?.body ?? ''
}

export function landedAs(incident: LandedIncident): Delivered {
  return { externalId: incident.id, url: webUrl(incident.shortlink) }
}

/** [PE6] With the page's id of this very update: of several with its words, the newest is the one that was just taken. */
export function landedUpdate(incident: LandedIncident, { content }: OutgoingUpdate): Delivered {
  const id = postedWith(incident, content.body)?.id
  return { ...landedAs(incident), ...(id && { entry: id }) }
}

type Posted = NonNullable<LandedIncident['incident_updates']>[number]

/** The update that has these words; of several, the newest, or the one that was posted nearest to a time. */
export function postedWith(
  { incident_updates: all = [] }: Pick<LandedIncident, 'incident_updates'>,
  words: string,
  near = Number.MAX_SAFE_INTEGER,
): Posted | undefined {
  const far = (one: Posted) => Math.abs((knownInstant(one.created_at) ?? 0) - near)
  return all
    .filter(({ body }) => plainWords(body ?? '') === plainWords(words))
    .reduce<Posted | undefined>((best, one) => (best === undefined || far(one) < far(best) ? one : best), undefined)
}

/** A page may store other line ends, and no space at the ends. */
export function plainWords(text: string): string {
  return text.replaceAll('\r\n', '\n').trim().toWellFormed()
}

/** Body of the POST that makes the incident of a first update. */
export function firstPost(update: OutgoingUpdate): object {
  const { content } = update
  const component_ids = Object.keys(content.components)
  return { incident: { name: content.title.toWellFormed(), ...said(content), component_ids, metadata: marker(update) } }
}

/**
 * Body of the PATCH for every later update. No `component_ids`: the list would replace the one there and unlink what an
 * earlier update named.
 */
export function laterPatch(update: OutgoingUpdate): object {
  return { incident: { ...said(update.content), metadata: marker(update) } }
}

function said(content: UpdateContent): object {
  return {
    status: content.status,
    // Half a pair of UTF-16 is refused by strict readers of JSON.
    body: content.body.toWellFormed(),
    components: content.components,
    // [SP26] Left out, the page works it out of its components.
    ...(content.impact !== undefined && { impact_override: content.impact }),
    // Always sent: left out it means true, and every subscriber gets mail.
    deliver_notifications: content.notify,
  }
}

function marker(update: OutgoingUpdate): object {
  return { quarterdeck: { incident: update.incident, update: update.update } }
}
