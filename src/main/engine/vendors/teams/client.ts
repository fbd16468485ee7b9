import * as z from 'zod/mini'
import { coded } from '../../../../shared/contract/coded-text'
import type { Connection } from '../../../../shared/contract/connections'
import { webPageTitle } from '../../http/json'
import type { HttpAnswer, HttpClient, HttpFault } from '../../http/types'
import type { VendorAccount } from '../account'
import { outcomeOfFault, refusedHere, unseenOnce } from '../outcome'
import { failedProbe } from '../probe'
import { addressFault, postTo, refusalOf, type SecretAddress, secretParts } from '../secret-address'
import { TEAMS_LIMIT, teamsMessage } from './card'

/**
 * A Teams channel or chat, through the webhook of a workflow (“When a Teams webhook request is received”). The workflow
 * answers 202 without a body when it has taken the message, before it posts it, and shows nobody what it posted; one with
 * a response step of its own answers 200 with any text. Source: learn.microsoft.com, “Create incoming webhooks with
 * Workflows”; seen in github.com/Skitionek/notify-microsoft-teams/issues/98.
 */
export function openTeams(connection: Connection, address: string, http: HttpClient): VendorAccount {
  const to: SecretAddress = { vendor: 'teams', address, http, credentials: secretParts(address), words: wordsOf }
  return {
    channels: [{ vendor: 'teams', connection: connection.id, target: 'teams', label: connection.name }],
    updates: {
      ...unseenOnce('teams'),
      async send({ update, content }, signal) {
        const body = JSON.stringify(teamsMessage(content))
        const size = Buffer.byteLength(body)
        // [TE2] Teams drops what is larger after the workflow has taken it.
        if (size > TEAMS_LIMIT) return refusedHere('teams-too-large', { size, most: TEAMS_LIMIT })
        const reply = await postTo(to, { body }, signal)
        if (!reply.ok) return outcomeOfFault(reply.fault)
        const failed = failedWithin(reply.value)
        if (failed !== undefined) return outcomeOfFault(refusalOf(to, failed))
        if (webPageTitle(reply.value.text) !== null) return { outcome: 'unknown', fault: aPage }
        return { outcome: 'delivered', delivered: { externalId: update, url: null } }
      },
    },
    // Anything that is posted there would be seen: only the address can be judged.
    async probe() {
      const fault = addressFault('teams', address)
      return fault === null ? { good: true, ...coded('address-untested') } : failedProbe(fault)
    },
  }
}

/**
 * [TE4] The connectors that workflows took the place of answer 200 for most of their failures, with the status of the
 * channel in words: “Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 400 …”.
 * Source: github.com/MicrosoftDocs/msteams-docs/issues/400, and 9698, in which Microsoft says that only a number, or an
 * answer of a workflow, means that it was posted.
 */
function failedWithin(answer: HttpAnswer): HttpAnswer | undefined {
  if (!/^\W*Webhook message delivery failed/i.test(answer.text)) return undefined
  const status = Number(/HTTP error (\d{3})/.exec(answer.text)?.[1] ?? 400)
  return { ...answer, status: status < 400 ? 400 : status }
}

/** [TE3] A proxy's page for signing in, for instance: nobody knows what became of the message. */
const aPage: HttpFault = {
  kind: 'unreadable-answer',
  ...coded('answer-page', { vendor: 'Microsoft Teams', title: '' }),
}

const refusal = z.object({ error: z.object({ message: z.string() }) })

/** As Power Automate words a refusal. */
function wordsOf(body: unknown): string | null {
  const said = z.safeParse(refusal, body)
  if (said.success) return said.data.error.message
  return typeof body === 'string' ? body : null
}
