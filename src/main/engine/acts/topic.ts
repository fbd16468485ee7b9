import type { Incident } from '../../../shared/domain/incident'
import { utcClock } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'

/** Slack's limit of a topic. */
const TOPIC_LIMIT = 250

/** What the war room's topic says: severity, status, commander, next customer update, then the title as far as it fits. */
export function topicOf(incident: Incident): string {
  const { severity, status, roles, nextUpdateDueAt, title } = incident
  const commander = roles.ic === null ? 'no commander' : `IC ${roles.ic.responder.name}`
  const next =
    nextUpdateDueAt === null ? 'no update promised' : `next update ${utcClock(nextUpdateDueAt).slice(0, 5)} UTC`
  return shortened(`${severity} · ${status} · ${commander} · ${next} · ${title}`, TOPIC_LIMIT)
}
