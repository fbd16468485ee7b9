import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { guardHttp } from '../../../src/main/engine/http/guard'
import type { OutgoingUpdate } from '../../../src/main/engine/outbox/types'
import type { VendorAccount } from '../../../src/main/engine/vendors/account'
import { openStored } from '../../../src/main/engine/vendors/registry'
import { newId } from '../../../src/shared/domain/ids'
import { startMailServer } from '../../support/mail-server'
import { never } from '../http/loopback'
import { type Playing, play } from './playing'

/** The channels of a drill that only take messages, by the product's own clients. */

const TITLE = 'Payments & cards fail'
const BODY = 'Größe: one in four fails.\n.\n<!channel> *now* @everyone\n.hidden\nNext update by 12:30 UTC.'

let playing: Playing

beforeEach(async () => {
  playing = await play()
})
afterEach(() => playing.stop())

function account(id: string, baseUrl?: string): VendorAccount {
  const { connections, secrets, origins } = playing.drill
  const connection = connections.find(one => one.id === id)
  if (!connection) throw new Error(`no connection ${id}`)
  const asked = { ...connection, ...(baseUrl !== undefined && { baseUrl }) }
  return openStored(asked, secrets, guardHttp(createHttpClient({}), origins))
}

function update(id: string): OutgoingUpdate {
  const channel = account(id).channels[0]
  if (!channel) throw new Error('no channel')
  const content = {
    ...({ stage: 'initial', channel, title: TITLE, body: BODY, status: 'investigating' } as const),
    ...{ components: {}, notify: false, nextUpdateAt: null },
  }
  return { incident: newId(), update: newId(), content, externalId: null }
}

/** What is in a stand-in's file, line by line. */
function stored(file: string) {
  const lines = readFileSync(join(playing.folder, file), 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line))
}

/** The plain part of a mail as its reader sees it. */
function plainPart(mail: string): string {
  const all = mail.split('Content-Type: text/plain; charset=utf-8')[1]?.split('\r\n----')[0] ?? ''
  const joined = all.slice(all.indexOf('\r\n\r\n') + 4).replaceAll('=\r\n', '')
  return Buffer.from(
    joined.replace(/=([\dA-F]{2})/g, (_, byte) => String.fromCharCode(Number.parseInt(byte, 16))),
    'latin1',
  ).toString()
}

describe('a channel of a drill that only takes messages', () => {
  it('[DR11] has a Teams card, whole and once', async () => {
    const sent = await account('drill-teams').updates?.send(update('drill-teams'), never)
    expect(sent).toMatchObject({ outcome: 'delivered' })
    const [fact, ...more] = stored('teams.jsonl')
    expect(more).toEqual([])
    const lines = JSON.parse(fact.body).attachments[0].content.body.flatMap(
      ({ inlines }: { inlines: readonly { text: string }[] }) => inlines.map(one => one.text).join(''),
    )
    expect(lines).toEqual([TITLE, 'Investigating', ...BODY.split('\n')])
  })

  it('[DR11] has a mail with all its lines, also those of one dot, for each of its readers', async () => {
    const sent = await account('drill-email').updates?.send(update('drill-email'), never)
    expect(sent).toMatchObject({ outcome: 'delivered' })
    const [fact, ...more] = stored('mail.jsonl')
    expect(more).toEqual([])
    expect(fact.to).toEqual(['support@drill.invalid', 'partners@drill.invalid'])
    expect(plainPart(fact.mail)).toContain(`${TITLE}\r\n\r\nInvestigating\r\n\r\n${BODY.replaceAll('\n', '\r\n')}`)
  })

  it('[DR11] has a signed message once, however often it comes, also after a restart, and shows where it can be read', async () => {
    const one = update('drill-webhook')
    const sent = await account('drill-webhook').updates?.send(one, never)
    expect(await account('drill-webhook').updates?.send(one, never)).toMatchObject({ outcome: 'delivered' })
    await account('drill-webhook').probe(never)
    expect(stored('webhook.jsonl').map(({ body }) => JSON.parse(body).update)).toEqual([
      { stage: 'initial', status: 'investigating', title: TITLE, body: BODY, nextUpdateAt: null },
    ])
    const url = sent?.outcome === 'delivered' ? sent.delivered.url : null
    const shown = await fetch(url ?? '')
    expect([shown.status, JSON.parse(await shown.text()).update.body]).toEqual([200, BODY])
    await playing.restart()
    expect(await account('drill-webhook').updates?.send(one, never)).toMatchObject({ outcome: 'delivered' })
    expect(stored('webhook.jsonl')).toHaveLength(1)
  })

  it('[DR4] has no secret on disk', async () => {
    const { secrets, connections } = playing.drill
    for (const id of ['drill-teams', 'drill-email', 'drill-webhook']) {
      await account(id).updates?.send(update(id), never)
    }
    const ids = [...connections.map(({ id }) => id), 'drill-webhook:key' as never]
    const tokens = ids.map(id => secrets.read(id)?.split('/').at(-1) ?? '')
    expect(tokens.every(token => token.length >= 24)).toBe(true)
    for (const file of ['teams.jsonl', 'mail.jsonl', 'webhook.jsonl']) {
      const all = readFileSync(join(playing.folder, file), 'utf8')
      for (const token of tokens) expect(all).not.toContain(token)
    }
  })

  it('[DR12] takes nothing at another address, or signed with another key', async () => {
    const { secrets, connections } = playing.drill
    for (const id of ['drill-teams', 'drill-webhook']) {
      const address = secrets.read(id as never) ?? ''
      expect((await fetch(address.slice(0, -1), { method: 'POST', body: '{}' })).status).toBe(404)
      expect((await fetch(address)).status).toBe(405)
    }
    const unsigned = await fetch(secrets.read('drill-webhook' as never) ?? '', { method: 'POST', body: '{}' })
    expect(unsigned.status).toBe(401)
    const bare = await fetch(secrets.read('drill-teams' as never) ?? '', { method: 'POST', body: '{"text":"x"}' })
    expect(bare.status).toBe(400)
    expect(connections.find(({ id }) => id === 'drill-webhook')?.baseUrl).not.toContain('hook/')
    for (const file of ['teams.jsonl', 'webhook.jsonl']) expect(stored(file)).toEqual([])
  })

  it.each([
    ['a web page', ['POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nEHLO x\r\nMAIL FROM:<a@b>\r\n'], /^220.*\r\n421 /],
    ['nobody who logged in', ['EHLO x\r\nMAIL FROM:<a@b>\r\nQUIT\r\n'], /530 Log in first\r\n221/],
    ['a wrong password', [`EHLO x\r\nAUTH PLAIN ${Buffer.from('\0drill\0no').toString('base64')}\r\nQUIT\r\n`], /535 /],
    ['a line without an end', ['E'.repeat(5_000)], /500 The line is too long/],
  ])('[DR12] the mail server takes nothing of %s', async (_, said, answer) => {
    const { port, hostname } = new URL(playing.drill.connections.find(({ id }) => id === 'drill-email')?.baseUrl ?? '')
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    for (const part of said) socket.write(part)
    expect(await text(socket)).toMatch(answer)
    expect(stored('mail.jsonl')).toEqual([])
  })

  it('[HO1] a mail server, or an address, that is not the drill’s is not reached', async () => {
    const real = await startMailServer({ disabledCommands: ['STARTTLS'] })
    const elsewhere = account('drill-email', `smtp://127.0.0.1:${real.port}`)
    expect(await elsewhere.updates?.send(update('drill-email'), never)).toMatchObject({
      outcome: 'refused',
      fault: { kind: 'drill-guard' },
    })
    expect([real.mails, real.logins]).toEqual([[], []])
  })

  it('[DR6] [DR7] a torn mail is dropped after a restart, and what came before it stays', async () => {
    await account('drill-email').updates?.send(update('drill-email'), never)
    await playing.restart()
    await account('drill-email').updates?.send(update('drill-email'), never)
    expect(stored('mail.jsonl')).toHaveLength(2)
  })
})
