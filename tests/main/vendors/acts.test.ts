import { describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { contractActs, outgoingAct } from '../../contract/acts'
import { type Seen, sendJson } from '../../support/open-loopback'
import { deadOrigin, never, startLoopback } from '../http/loopback'
import { connectionTo, TOKEN } from './accounts'

const FROM = 'commander@example.com'

function actsAt(vendor: keyof typeof contractActs, origin: string, from = FROM) {
  const http = createHttpClient({ timeout: 30_000 })
  const { acts } = openAccount({ ...connectionTo(vendor, origin), from }, TOKEN, http)
  if (acts === undefined) throw new Error(`${vendor} takes no acts`)
  return acts
}

const note = outgoingAct(contractActs.pagerduty[6])
const singles = [
  ['pagerduty', note],
  ['grafana', outgoingAct(contractActs.grafana[0])],
  ['slack', outgoingAct(contractActs.slack[2])],
  ['statuspage', outgoingAct(contractActs.statuspage[1])],
] as const

describe.each(singles)('an act at %s', (vendor, act) => {
  it.each([
    [400, 'refused', false],
    [401, 'refused', false],
    [402, 'refused', false],
    [403, 'refused', false],
    [404, 'refused', false],
    [409, 'refused', false],
    [413, 'refused', false],
    [420, 'refused', true],
    [422, 'refused', false],
    [429, 'refused', true],
    [500, 'unknown', undefined],
    [503, 'unknown', undefined],
  ])('[VA1] after %i it is %s', async (status, outcome, again) => {
    const server = await startLoopback((_, response) => response.writeHead(status).end())
    const sent = await actsAt(vendor, server.origin).send(act, never)
    expect(sent).toMatchObject(again === undefined ? { outcome } : { outcome, again })
    expect(server.seen).toHaveLength(1)
  })

  it('[VA2] is unknown after a torn line, half an answer and a web page', async () => {
    for (const body of [null, '{"id":', '<!doctype html><title>Sign in</title>']) {
      const server = await startLoopback((_, response) => (body === null ? response.destroy() : response.end(body)))
      expect(await actsAt(vendor, server.origin).send(act, never)).toMatchObject({ outcome: 'unknown' })
      expect(await actsAt(vendor, server.origin).verify(act, never)).toMatchObject({ found: 'unknown' })
    }
  })

  it('[VA3] goes again where nothing can have left', async () => {
    const sent = await actsAt(vendor, await deadOrigin()).send(act, never)
    expect(sent).toMatchObject({ outcome: 'refused', again: true })
  })
})

describe('acts on pages', () => {
  const acknowledge = outgoingAct(contractActs.pagerduty[0])
  const open = { id: 'PT4KHLK', status: 'triggered' }

  it('[VA4] a read that fails before the write leaves nothing in doubt', async () => {
    const server = await startLoopback((_, response) => response.writeHead(503).end())
    expect(await actsAt('pagerduty', server.origin).send(acknowledge, never)).toMatchObject({
      outcome: 'refused',
      again: true,
    })
    expect(server.seen.map(({ method }) => method)).toEqual(['GET'])
  })

  it.each([1001, 1002])('[VA5] PagerDuty’s code %i says that it is done', async code => {
    const server = await startLoopback((seen, response) =>
      seen.method === 'GET'
        ? sendJson(response, { incident: open })
        : sendJson(response, { error: { message: 'Already', code } }, 400),
    )
    expect(await actsAt('pagerduty', server.origin).send(acknowledge, never)).toMatchObject({ outcome: 'delivered' })
    expect(server.seen.at(-1)?.headers).toMatchObject({ from: FROM, 'content-type': 'application/json' })
  })

  it('[VA6] nothing leaves without a user to do it for', async () => {
    const server = await startLoopback((_, response) => response.end())
    expect(await actsAt('pagerduty', server.origin, '').send(note, never)).toMatchObject({
      outcome: 'refused',
      again: false,
    })
    expect(server.seen).toEqual([])
  })

  it('[VA7] a note ends with a marker by which it is found, and another’s is not ours', async () => {
    const notes: object[] = [{ id: 'N0', content: 'Looking [qd:00000000]' }]
    const server = await startLoopback((seen, response) => {
      if (seen.method === 'POST') notes.push({ id: 'N1', ...written(seen) })
      sendJson(response, seen.method === 'POST' ? { note: notes.at(-1) } : { notes })
    })
    const acts = actsAt('pagerduty', server.origin)
    expect(await acts.verify(note, never)).toEqual({ found: 'absent' })
    expect(await acts.send(note, never)).toMatchObject({ outcome: 'delivered', delivered: { externalId: 'N1' } })
    expect(notes.at(-1)).toMatchObject({ content: 'Looking [qd:0000cafe]' })
    expect(await acts.verify(note, never)).toMatchObject({ found: 'delivered', delivered: { externalId: 'N1' } })
  })
})

function written(seen: Seen): object {
  return (JSON.parse(seen.body) as { readonly note: object }).note
}

it('[VA8] components that were set in part are unknown, never “not done”', async () => {
  const server = await startLoopback((seen, response) =>
    seen.url.pathname.endsWith('/a')
      ? sendJson(response, { id: 'a', name: 'A', status: 'partial_outage' })
      : response.writeHead(404).end(),
  )
  const components = ['a', 'b'].map(id => ({ id, name: id, status: 'partial_outage' }) as const)
  const act = outgoingAct({ ...contractActs.statuspage[0], components })
  expect(await actsAt('statuspage', server.origin).send(act, never)).toMatchObject({
    outcome: 'unknown',
    fault: { message: expect.stringContaining('after 1 of 2') },
  })
})
