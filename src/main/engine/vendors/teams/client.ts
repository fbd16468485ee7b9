import * as z from 'zod/mini'
import { coded } from '../../../../shared/contract/coded-text'
import type { Connection } from '../../../../shared/contract/connections'
import { webPageTitle } from '../../http/json'
import type { HttpClient, HttpFault } from '../../http/types'
import type { VendorAccount } from '../account'
import { outcomeOfFault, refusedHere, unseenOnce } from '../outcome'
import { failedProbe } from '../probe'
import { addressFault, postTo, type SecretAddress, secretParts } from '../secret-address'
import { TEAMS_LIMIT, teamsMessage } from './card'

/**
 * A Teams channel or chat, through the webhook of a workflow (“When a Teams webhook request is received”). The workflow
 * answers 202 when it has taken the message, before it posts it, and shows nobody what it posted.
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
