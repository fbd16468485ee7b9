import type { Parsed } from '../../../shared/contract/calls'
import { linkAddress, MOST_LINKS } from '../../../shared/domain/incident-facts'
import type { Actor } from '../../../shared/domain/people'
import type { EventDraft } from '../../../shared/events/define'
import { detectionStated } from '../../../shared/events/detection-stated'
import { linkAdded } from '../../../shared/events/link-added'
import { linkRemoved } from '../../../shared/events/link-removed'
import { servicesStated } from '../../../shared/events/services-stated'
import type { Millis } from '../../../shared/lib/time'
import { type CommandDecisions, changedSince, decided, onIncident, refused } from '../record/decision'

type Names = 'incident:add-link' | 'incident:remove-link' | 'incident:state-services' | 'incident:state-detection'

export type FactsAtDeclaring = Pick<Parsed<'incident:declare'>, 'services' | 'links'>

/** What is known of an incident besides its course: where else to look, what is affected, how it was noticed. */
export const factCommands: CommandDecisions<Names> = {
  // [IL1] [IL2]
  'incident:add-link': onIncident<'incident:add-link'>(({ link: id, kind, label, address }, { record, now, by }) => {
    const url = linkAddress(address)
    if (url === undefined) {
      return refused('no-address')
    }
    const { links } = record.incident
    const named = label === '' ? withoutScheme(url) : label
    if (links.some(known => known.url === url && known.label === named && known.kind === kind))
      return refused('link-there')
    const isNew = links.every(known => known.url !== url)
    if (isNew && links.length >= MOST_LINKS) return refused('links-full', { most: MOST_LINKS })
    return decided(linkAdded.draft({ link: { id, kind, label: named, url } }, now, by))
  }),

  'incident:remove-link': onIncident<'incident:remove-link'>(({ link: id }, { record, now, by }) => {
    const link = record.incident.links.find(known => known.id === id)
    if (link === undefined) return refused('link-gone')
    return decided(linkRemoved.draft({ link }, now, by))
  }),

  'incident:state-services': onIncident<'incident:state-services'>(({ services, was }, { record, now, by }) => {
    const conflict = changedSince(was, record.incident.services, 'services-changed-meanwhile')
    if (conflict !== undefined) return conflict
    return decided(servicesStated.draft({ services: eachOnce(services) }, now, by))
  }),

  'incident:state-detection': onIncident<'incident:state-detection'>(({ detection, was }, { record, now, by }) => {
    const conflict = changedSince(was, record.incident.detected, 'detection-changed-meanwhile')
    if (conflict !== undefined) return conflict
    if (detection.at !== null && detection.at > now) return refused('time-to-come')
    return decided(detectionStated.draft({ detection }, now, by))
  }),
}

/** [DI5] What is said of it when it is declared; 'no-address': one of the links is none. */
export function declaredFacts({ services = [], links = [] }: FactsAtDeclaring, now: Millis, by: Actor) {
  const drafts: EventDraft[] = []
  if (services.length > 0) drafts.push(servicesStated.draft({ services: eachOnce(services) }, now, by))
  const added = new Set<string>()
  for (const { link: id, kind, label, address } of links) {
    const url = linkAddress(address)
    if (url === undefined) return 'no-address'
    if (added.has(url)) continue
    added.add(url)
    drafts.push(linkAdded.draft({ link: { id, kind, label: label === '' ? withoutScheme(url) : label, url } }, now, by))
  }
  return drafts
}

/** A link that was given no name is called by its address. */
function withoutScheme(url: string): string {
  return url.replace(/^[a-z]+:(?:\/\/)?/, '').slice(0, 200)
}

/** As they were written first; capitals and the composition of letters make no second service. */
function eachOnce(services: readonly string[]): readonly string[] {
  const known = new Map<string, string>()
  for (const name of services) {
    const key = name.normalize('NFC').toLowerCase()
    if (!known.has(key)) known.set(key, name)
  }
  return [...known.values()]
}
