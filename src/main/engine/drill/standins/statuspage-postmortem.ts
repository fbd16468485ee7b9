import * as z from 'zod/mini'
import type { StandInAnswer } from './server'
import { noBody, type StatuspageState, statuspageNotFound, unwrapped } from './statuspage-answers'
import type { PostmortemFact } from './statuspage-facts'
import { pageRecord } from './statuspage-record'

const draftInput = z.object({ body_draft: z.string() })
const publishInput = z.object({ notify_subscribers: z._default(z.boolean(), true) })

/** The text that customers read is the draft of the moment of publishing; 404 while there is not even a draft. */
export function postmortemAnswer({ facts }: StatuspageState, incident: string): StandInAnswer {
  const own = facts.filter((fact): fact is PostmortemFact => fact.kind === 'postmortem' && fact.incident === incident)
  if (own.length === 0) return statuspageNotFound
  let [draft, body, publishedAt] = ['', null as string | null, null as string | null]
  for (const fact of own) {
    if (fact.draft !== null) draft = fact.draft
    else [body, publishedAt] = [draft, new Date(fact.at).toISOString()]
  }
  const notified = own.some(fact => fact.notified)
  return {
    status: 200,
    body: { body, body_draft: draft, published_at: publishedAt, notify_subscribers: notified, notify_twitter: false },
  }
}

export function draftPostmortem(desk: StatuspageState, incident: string, body: string): StandInAnswer {
  if (!pageRecord(desk.scene, desk.facts).incidents.has(incident)) return statuspageNotFound
  const parsed = draftInput.safeParse(unwrapped('postmortem', body))
  if (!parsed.success) return noBody
  record(desk, incident, parsed.data.body_draft, false)
  return postmortemAnswer(desk, incident)
}

export function storePostmortem(desk: StatuspageState, incident: string, body: string): StandInAnswer {
  if (postmortemAnswer(desk, incident).status !== 200) return statuspageNotFound
  const parsed = publishInput.safeParse(unwrapped('postmortem', body) ?? {})
  if (!parsed.success) return noBody
  record(desk, incident, null, parsed.data.notify_subscribers)
  return postmortemAnswer(desk, incident)
}

function record(desk: StatuspageState, incident: string, draft: string | null, notified: boolean): void {
  desk.record({ kind: 'postmortem', at: desk.scene.clock.now(), incident, draft, notified })
}
