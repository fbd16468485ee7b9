import { deadlinesOf, nextDue } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { utcClock } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'

/** Slack's limit of a topic. */
const TOPIC_LIMIT = 250

/**
 * What the war room's topic says: severity, status, commander, next customer update, since when, then the title as far as
 * it fits.
 */
export function topicOf(incident: Incident): string {
  const { severity, status, roles, title, started, declaredAt } = incident
  const updateAt = nextDue(deadlinesOf(incident), 'update')
  const commander = roles.ic === null ? 'no commander' : `IC ${roles.ic.responder.name}`
  const next = updateAt === null ? 'no update promised' : `next update ${utcClock(updateAt).slice(0, 5)} UTC`
  const since = `since ${utcClock(started?.at ?? declaredAt).slice(0, 5)} UTC`
  return shortened(`${severity} · ${status} · ${commander} · ${next} · ${since} · ${title}`, TOPIC_LIMIT)
}
