import type { ChannelKind } from './channel-kind'

/**
 * A Slack channel of one's own workspace. Slack cuts a message after 40,000 letters and says nothing; a letter may take
 * five on its way (`&amp;`), so this is what surely arrives whole.
 */
export const slackChannel: ChannelKind = {
  readers: 'colleagues',
  limits: { title: 255, body: 7_500 },
  components: false,
  mail: false,
  preparedTexts: false,
  postmortem: false,
  rooms: true,
  preview: ({ title, body, status }) => [
    { part: 'title', text: title },
    { part: 'status', text: `${status.charAt(0).toUpperCase()}${status.slice(1)}` },
    { part: 'body', text: body },
  ],
}
