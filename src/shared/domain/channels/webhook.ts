import type { ChannelKind } from './channel-kind'

/** A program of one's own that is posted a signed JSON body: `docs/webhook.md`. It takes what a status page takes. */
export const webhookChannel: ChannelKind = {
  readers: 'colleagues',
  limits: { title: 255, body: 25_000 },
  components: false,
  mail: false,
  preparedTexts: false,
  postmortem: false,
  rooms: false,
  preview: ({ title, body, status }) => [
    { part: 'title', text: title },
    { part: 'status', text: status },
    { part: 'body', text: body },
  ],
}
