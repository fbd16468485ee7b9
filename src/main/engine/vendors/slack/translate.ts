import type { OutgoingUpdate } from '../../outbox/types'

/** Name of our metadata on a message. */
export const EVENT_TYPE = 'quarterdeck_update'

/** Body of `chat.postMessage`. */
export function post(channel: string, update: OutgoingUpdate): object {
  return {
    channel,
    text: messageText(update),
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: EVENT_TYPE, event_payload: { incident: update.incident, update: update.update } },
  }
}

function messageText({ content }: OutgoingUpdate): string {
  const status = `${content.status.charAt(0).toUpperCase()}${content.status.slice(1)}`
  return `*${escaped(content.title)}*\n_${status}_\n${escaped(content.body)}`
}

/** Slack's own rule: these three, and no others. `<!channel>` in a title would call everybody. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
