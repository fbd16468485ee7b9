import { messageChannel } from './message-channel'

/**
 * Slack cuts a message after 40,000 letters and says nothing; a letter may take five on its way (`&amp;`), so this is what
 * surely arrives whole.
 */
const limits = { title: 255, body: 7_500 }

/** A Slack channel of one's own workspace: our app edits what it posted. */
export const slackChannel = messageChannel({ limits, rooms: true, editable: true })

/** One channel of Slack, through the address of an incoming webhook, which edits nothing. */
export const slackWebhookChannel = messageChannel({ limits })
