import type { ChannelKind } from './channel-kind'

/** A public status page. The page itself shows the status beside the text. */
export const statuspageChannel: ChannelKind = {
  readers: 'customers',
  limits: { title: 255, body: 25_000 },
  components: true,
  editable: true,
  displayedTime: true,
  impact: true,
  mail: true,
  preparedTexts: true,
  postmortem: true,
  rooms: false,
  preview: ({ title, body }) => [
    { part: 'title', text: title },
    { part: 'body', text: body },
  ],
}
