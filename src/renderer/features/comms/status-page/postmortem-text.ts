import { channelKind } from '../../../../shared/domain/channels/channel-kinds'
import type { ConnectionId, IncidentId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { channelKey, publishedTo } from '../../../../shared/domain/update'
import { type Millis, utcClock } from '../../../../shared/lib/time'
import { withoutImages } from '../../../../shared/lib/without-images'

/** An incident on a status page that a postmortem can be published for. */
export interface PublicIncidentRef {
  readonly key: string
  readonly connection: ConnectionId
  readonly id: string
  readonly name: string
  readonly label: string
}

/** [PM1] A postmortem follows a resolved incident that was published: one for each status page that has it. */
export function publicIncidents({ status, updates, published }: Incident): readonly PublicIncidentRef[] {
  if (status !== 'resolved') return []
  return Object.entries(published).flatMap(([key, id]) => {
    const told = updates.findLast(({ content }) => channelKey(content.channel) === key)?.content
    if (told === undefined || !channelKind(told.channel).postmortem || id === '') return []
    return [{ key, connection: told.channel.connection, id, name: told.title, label: told.channel.label }]
  })
}

/** [UP7] A first draft from the record: what customers noticed, from when to when, and the updates they read. */
export function postmortemStart({ impact, declaredAt, resolvedAt, updates }: Incident): string {
  const told = publishedTo('customers', updates).map(
    ({ content, delivery }) => `- ${minute(delivery.at)} ${content.status}: ${withoutImages(content.title)}`,
  )
  const span = `${day(declaredAt)}, ${minute(declaredAt)}${resolvedAt === null ? '' : ` to ${minute(resolvedAt)}`} UTC`
  return [
    `## What happened\n\n${span}. ${withoutImages(impact)}`.trimEnd(),
    '## Why\n\n',
    '## What we do so that it does not happen again\n\n',
    `## What we told you\n\n${told.join('\n')}`,
  ].join('\n\n')
}

/** Storage key of an unpublished postmortem in this browser. */
export function draftPlace(incident: IncidentId): string {
  return `quarterdeck.postmortem.${incident}`
}

function day(instant: Millis): string {
  return new Date(instant).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

function minute(instant: Millis): string {
  return utcClock(instant).slice(0, 5)
}
