import type { ChannelKind } from './channel-kind'

interface Traits extends Pick<ChannelKind, 'limits'> {
  readonly rooms?: boolean
  readonly editable?: true
}

/** A channel where an update is one message with all that it says; its readers are colleagues unless its connection says otherwise. */
export function messageChannel({ limits, rooms = false, editable }: Traits): ChannelKind {
  return {
    ...{ readers: 'colleagues', limits, rooms },
    ...(editable && { editable }),
    ...{ components: false, mail: false, preparedTexts: false, postmortem: false },
    preview: ({ title, body, status }) => [
      { part: 'title', text: title },
      { part: 'status', text: `${status.charAt(0).toUpperCase()}${status.slice(1)}` },
      { part: 'body', text: body },
    ],
  }
}

/**
 * A channel or chat of Microsoft Teams. A message of more than 28 KB is dropped there; a character may take four bytes,
 * so this is what surely arrives whole, in lines of usual length.
 */
export const teamsChannel = messageChannel({ limits: { title: 255, body: 5_000 } })

/** Mail to a list of addresses, plain and HTML. It takes what a status page takes. */
export const emailChannel = messageChannel({ limits: { title: 255, body: 25_000 } })

/** A program of one's own that is posted a signed JSON body: `docs/webhook.md`. It takes what a status page takes. */
export const webhookChannel = messageChannel({ limits: { title: 255, body: 25_000 } })
