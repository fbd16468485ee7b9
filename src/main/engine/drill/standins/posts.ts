import { createHmac } from 'node:crypto'
import * as z from 'zod/mini'
import type { Scene } from '../scene'
import { startRecordingStandIn } from './recording'
import { byRoute, type Routes, readJson } from './routes'
import type { StandInAnswer, StandInRequest, StandInServer } from './server'
import { isToken } from './token'

/** What was posted, as it came. */
const postFact = z.object({ at: z.number(), id: z.string(), body: z.string() })
type PostFact = Readonly<z.output<typeof postFact>>

/** The path at which a stand-in takes messages; its last part is the secret. */
export function postPath(token: string): string {
  return `/hook/${token}`
}

const card = z.object({ type: z.literal('message'), attachments: z.array(z.looseObject({})).check(z.minLength(1)) })

/** Stand-in of a Teams channel: a workflow's webhook, which takes a card and answers 202 without a body. */
export function startTeams(scene: Scene, token: string): Promise<StandInServer> {
  const options = { name: 'Microsoft Teams', file: 'teams.jsonl', fact: postFact }
  return startRecordingStandIn<PostFact>(scene, options, ({ facts, append }) => request => {
    const refused = refusalOf(request, token)
    if (refused !== null) return refused
    if (!card.safeParse(readJson(request.body)).success) return powerAutomate(400, 'The request body has no card')
    append({ at: scene.clock.now(), id: String(facts.length + 1), body: request.body })
    return { status: 202, body: '' }
  })
}

/** A test of the connection, which nobody is shown. */
const ping = z.object({ type: z.literal('ping') })

/** As the workflows' service words a refusal. */
function powerAutomate(status: number, message: string): StandInAnswer {
  return { status, body: { error: { code: 'InvalidRequest', message } } }
}

/**
 * Stand-in of a team's own receiver, as `docs/webhook.md` describes one: it checks the signature, takes each id once, and
 * says where the message can be read.
 */
export function startWebhook(scene: Scene, { token, key }: { readonly token: string; readonly key: string }) {
  const options = { name: 'webhook', file: 'webhook.jsonl', fact: postFact }
  let origin = ''
  const started = startRecordingStandIn<PostFact>(scene, options, ({ facts, append }) => request => {
    const reading = byRoute(readingRoutes(facts), request)
    if (reading !== undefined) return reading
    const refused = refusalOf(request, token)
    if (refused !== null) return refused
    if (!isSigned(request, key)) return { status: 401, body: { message: 'The signature does not fit' } }
    const id = request.header('webhook-id')
    const sent = readJson(request.body)
    if (sent === undefined) return { status: 400, body: { message: 'The body is not JSON' } }
    if (ping.safeParse(sent).success) return { status: 204, body: '' }
    if (!facts.some(fact => fact.id === id)) append({ at: scene.clock.now(), id, body: request.body })
    return { status: 200, body: { id, url: `${origin}/messages/${encodeURIComponent(id)}` } }
  })
  return started.then(server => {
    origin = server.origin
    return server
  })
}

/** An update's id is random: who does not know it reads nothing. */
function readingRoutes(facts: readonly PostFact[]): Routes {
  return {
    'GET /messages/{id}': (_, { id = '' }) => {
      const found = facts.find(fact => encodeURIComponent(fact.id) === id)
      if (found === undefined) return { status: 404, body: 'No such message' }
      return { status: 200, body: JSON.stringify(readJson(found.body), null, 2) }
    },
  }
}

function refusalOf({ method, path }: StandInRequest, token: string): StandInAnswer | null {
  if (!isToken(path, postPath(token))) return { status: 404, body: 'Not found' }
  return method === 'POST' ? null : { status: 405, body: 'Only POST' }
}

/** HMAC-SHA256 over `id.timestamp.body`: the text of the standard, not code of the client. */
function isSigned({ header, body }: StandInRequest, key: string): boolean {
  const signed = `${header('webhook-id')}.${header('webhook-timestamp')}.${body}`
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
  return isToken(header('webhook-signature'), expected)
}
