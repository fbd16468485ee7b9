import type { ServerResponse } from 'node:http'
import type { Connection } from '../../src/shared/contract/connections'
import type { ConnectionId } from '../../src/shared/domain/ids'
import { openLoopback, type Seen, sendJson } from './open-loopback'
import { openMailServer } from './open-mail-server'

/** Every kind of channel that a message is sent to, each once. */
export const places = ['statuspage', 'slack', 'teams', 'email', 'webhook'] as const
export type Place = (typeof places)[number]

/** `dies` and `is silent` once it has the whole message; `refuses` has nothing of it. */
export type Way = 'works' | 'refuses' | 'dies' | 'is silent'

/** A vendor on a free port of 127.0.0.1: whoever opens it stops it. */
export interface ChannelStandIn {
  readonly connection: Connection
  /** Its token, or its whole address where that is the secret. */
  readonly secret: string
  /** The bytes of each message that it has. */
  readonly taken: () => readonly string[]
  /** What it does from now on. */
  turn(way: Way): void
  stop(): Promise<void>
}

export function openChannelStandIn(place: Place, way: Way): Promise<ChannelStandIn> {
  return place === 'email' ? openMailStandIn(way) : openWebStandIn(place, way)
}

type Answer = (seen: Seen, response: ServerResponse, taken: readonly string[]) => void

/** Each vendor's good answer to a message; whoever shows what was posted shows it. */
const answers: Readonly<Record<Exclude<Place, 'email'>, Answer>> = {
  statuspage({ method, url }, response, taken) {
    if (method === 'GET' && !url.pathname.includes('/incidents')) return sendJson(response, [])
    const incidents = taken.map(body => {
      const { name, metadata, status, body: text } = JSON.parse(body).incident
      const posted = { id: 'u1', status, body: text, created_at: new Date().toISOString() }
      return { id: 'p1', name, status, shortlink: 'https://stspg.example/p1', metadata, incident_updates: [posted] }
    })
    sendJson(response, method === 'POST' ? incidents[0] : incidents, method === 'POST' ? 201 : 200)
  },
  slack({ method, url }, response, taken) {
    const messages = taken.map((body, at) => ({ ...JSON.parse(body), ts: `1512085950.00021${at}` }))
    const isPost = isMessage({ method, url })
    sendJson(response, isPost ? { ok: true, channel: 'C1', ts: messages.at(-1)?.ts } : { ok: true, messages })
  },
  teams: (_, response) => response.writeHead(202).end(),
  webhook: (_, response) => response.writeHead(204).end(),
}

/** Slack is asked who the token is by a POST too. */
const isMessage = ({ method, url }: Pick<Seen, 'method' | 'url'>) =>
  method === 'POST' && !url.pathname.endsWith('auth.test')

async function openWebStandIn(place: Exclude<Place, 'email'>, first: Way): Promise<ChannelStandIn> {
  const taken: string[] = []
  let way = first
  const server = await openLoopback((seen, response) => {
    if (!isMessage(seen) || way === 'works') {
      if (isMessage(seen)) taken.push(seen.body)
      return answers[place](seen, response, taken)
    }
    if (way === 'refuses') return sendJson(response, { message: 'no', ok: false, error: 'no' }, 403)
    taken.push(seen.body)
    if (way === 'dies') response.destroy()
  })
  const isPosted = place === 'teams' || place === 'webhook'
  return {
    connection: connectionTo(place, server.origin),
    secret: isPosted ? `${server.origin}/hook/3f9a71c0de55` : 'a-token',
    taken: () => taken,
    turn: to => {
      way = to
    },
    stop: server.stop,
  }
}

async function openMailStandIn(first: Way): Promise<ChannelStandIn> {
  const taken: string[] = []
  let way = first
  const server = await openMailServer({
    disabledCommands: ['STARTTLS'],
    onRcptTo(_, __, done) {
      done(way === 'refuses' ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null)
    },
    onData(stream, _, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        taken.push(Buffer.concat(parts).toString('latin1'))
        if (way === 'works') done()
        if (way === 'dies') server.cut()
      })
    },
  })
  return {
    connection: connectionTo('email', `smtp://127.0.0.1:${server.port}`),
    secret: '',
    taken: () => taken,
    turn: to => {
      way = to
    },
    stop: server.stop,
  }
}

/** As teams name them. */
const names: Readonly<Record<Place, string>> = {
  statuspage: 'Acme Status',
  slack: '#incidents',
  teams: 'Operations',
  email: 'Support leads',
  webhook: 'Order desk',
}

function connectionTo(vendor: Place, baseUrl: string): Connection {
  const to = { sender: 'Shop <status@shop.example>', recipients: 'ann@a.example', pageId: 'page1', channel: 'C1' }
  return { id: vendor as string as ConnectionId, vendor, name: names[vendor], baseUrl, ...to }
}
