import { coded } from '../../../../shared/contract/coded-text'
import type { Connection } from '../../../../shared/contract/connections'
import type { HttpClient, HttpFault } from '../../http/types'
import type { VendorAccount } from '../account'
import { outcomeOfFault, unseenOnce } from '../outcome'
import { failedProbe } from '../probe'
import { postAnswered, postTo, refusalOf, type SecretAddress, secretParts } from '../secret-address'
import { plainMessage } from './translate'

/** What Slack answers a message without a text, at an address that works. */
const nothingToPost = /^(?:no_text|invalid_payload|missing_text_or_fallback_or_attachments)$/

/**
 * One channel of Slack through an incoming webhook, for workspaces that install no bot. It takes messages and answers
 * `ok`: it has no marks, ids or history, so what was posted is not found again. A refusal is a 400, 403, 404 or 410 with one
 * word as plain text, such as `invalid_payload`, `action_prohibited`, `channel_not_found`, `channel_is_archived`; 500
 * `rollup_error` says nothing of what was done. Source: api.slack.com/changelog/2016-05-17-changes-to-errors-for-incoming-webhooks
 */
export function openSlackWebhook(connection: Connection, address: string, http: HttpClient): VendorAccount {
  const credentials = secretParts(address)
  const to: SecretAddress = { vendor: 'slack-webhook', address, http, credentials, words: slackErrorWords }
  return {
    channels: [{ vendor: 'slack-webhook', connection: connection.id, target: 'slack-webhook', label: connection.name }],
    updates: {
      ...unseenOnce('slack-webhook'),
      async send({ update, content }, signal) {
        // [SH1] Plain text, as the bot posts it.
        const reply = await postTo(to, { body: JSON.stringify(plainMessage(content)) }, signal)
        if (!reply.ok) return outcomeOfFault(reply.fault)
        if (reply.value.text.trim() !== 'ok') return { outcome: 'unknown', fault: notSlack }
        return { outcome: 'delivered', delivered: { externalId: update, url: null } }
      },
    },
    async probe(signal) {
      // [SH3] A message without a text is refused by an address that works, and posts nothing.
      const reply = await postAnswered(to, { body: '{}' }, signal)
      if (!reply.ok) return failedProbe(reply.fault)
      const { status, text } = reply.value
      if (status === 400 && nothingToPost.test(text.trim())) return { good: true, ...coded('reached-slack-webhook') }
      return failedProbe(status < 300 ? notSlack : refusalOf(to, reply.value))
    },
  }
}

function slackErrorWords(body: unknown): string | null {
  return typeof body === 'string' ? body : null
}

const notSlack: HttpFault = {
  kind: 'unreadable-answer',
  ...coded('answer-unexpected', { vendor: 'Slack', wrong: { code: 'whole-unknown' } }),
}
