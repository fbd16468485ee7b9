import { inLatinLetters } from '../lib/latin-letters'
import { utcClock } from '../lib/time'
import type { OutboxItemId } from './ids'
import type { Incident } from './incident'

/** Slack's own. */
export const SLACK_CHANNEL_LIMIT = 80
/** As long as a name stays readable in Slack's list of channels. */
const READABLE = 48

/**
 * [CN1] What distinguishes an incident's channel from one of the same name: from its first moment on a channel has
 * nothing but its name, so our marker is a part of it.
 */
export function channelMark(act: OutboxItemId): string {
  return act
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(-4)
}

export function hasChannelMark(name: string, act: OutboxItemId): boolean {
  return name.endsWith(`-${channelMark(act)}`)
}

/** [CN1] The name with the marker of the item that opens it, once. */
export function markedChannelName(name: string, act: OutboxItemId): string {
  if (hasChannelMark(name, act)) return name
  const mark = `-${channelMark(act)}`
  return `${name.slice(0, SLACK_CHANNEL_LIMIT - mark.length).replace(/-+$/, '')}${mark}`
}

/**
 * [CN2] What a channel is called, as Slack allows it: `incident-20261120-payments-fail`. Where the title has no words that
 * can be written so, the services of its pages are named, else its severity and when it was declared (UTC).
 */
export function proposedChannelName(
  incident: Pick<Incident, 'title' | 'declaredAt' | 'severity'> & {
    readonly pages: readonly Pick<Incident['pages'][number], 'service'>[]
  },
): string {
  const { title, declaredAt, severity, pages } = incident
  const day = new Date(declaredAt).toISOString().slice(0, 10).replaceAll('-', '')
  const services = [...new Set(pages.flatMap(({ service }) => service ?? []))]
  const clock = utcClock(declaredAt).slice(0, 5).replace(':', '')
  const said = [title, services.join(' ')].map(slug).find(words => /[a-z]{2}/.test(words))
  const words = said ?? [clock, slug(severity), slug(title)].join('-')
  return `incident-${day}-${words}`.slice(0, READABLE).replace(/-+$/, '')
}

function slug(text: string): string {
  return inLatinLetters(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
