import { channelKind } from '../../../../shared/domain/channels/channel-kinds'
import type { UpdateContent } from '../../../../shared/domain/update'
import { beginningOf } from '../../../../shared/lib/whole-characters'
import type { OutgoingUpdate } from '../../outbox/types'

/** Name of our metadata on a message. */
export const EVENT_TYPE = 'quarterdeck_update'

/** [SL7] Slack reads no `*`, `_`, `~` or backtick in such a text, links no `@name`, and shows no page behind an address. */
const plain = { mrkdwn: false, link_names: false, unfurl_links: false, unfurl_media: false } as const

/** [SL7] What the preview showed, as plain text with its three signs escaped. */
export function plainMessage(content: UpdateContent): { readonly text: string } & typeof plain {
  const parts = channelKind(content.channel).preview(content)
  return { text: parts.map(({ text }) => escaped(text.toWellFormed())).join('\n'), ...plain }
}

/** Body of `chat.postMessage`. */
export function post(channel: string, update: OutgoingUpdate): object {
  return {
    channel,
    ...plainMessage(update.content),
    metadata: { event_type: EVENT_TYPE, event_payload: { incident: update.incident, update: update.update } },
  }
}

/** Body of `chat.postMessage` for a line of the war room. */
export function chatPost(
  channel: string,
  text: string,
  ids: { readonly incident: string; readonly request: string },
): object {
  return {
    channel,
    text: escaped(text.toWellFormed()),
    ...plain,
    metadata: { event_type: 'quarterdeck_act', event_payload: { incident: ids.incident, act: ids.request } },
  }
}

/** Slack's rule of a channel's name: 80 small letters, digits, `-` and `_`. */
export function channelName(name: string): string {
  const clean = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .slice(0, 80)
  return clean.replace(/^-+|-+$/g, '') || 'incident'
}

const TOPIC_LIMIT = 250

/** A topic as Slack takes it: escaped, and cut before that, so that no `&amp;` is cut in two. */
export function topicText(topic: string): string {
  let text = escaped(topic)
  for (let length = TOPIC_LIMIT; text.length > TOPIC_LIMIT; length -= 1) {
    text = escaped(beginningOf(topic, length))
  }
  return text
}

/** Slack's own rule: these three, and no others. `<!channel>` in a title would call everybody. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
