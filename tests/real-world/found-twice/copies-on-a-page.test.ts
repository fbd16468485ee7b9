import { expect, it } from 'vitest'
import { never, startLoopback } from '../../main/http/loopback'
import { accountAt, outgoing } from '../../main/vendors/accounts'
import { sendJson } from '../../support/open-loopback'

const sent = outgoing('statuspage', 'i1')
const said = sent.content
const words = (id: string, change: object = {}) => ({ id, body: `  ${said.body}\r\n`, status: said.status, ...change })
const mark = (update: string) => ({ quarterdeck: { incident: sent.incident, update } })

function publicIncident(id: string, change: object = {}): object {
  const times = { created_at: '2026-02-20T12:00:00.000-06:00', updated_at: '2026-02-20T12:00:00.000-06:00' }
  return {
    id,
    name: 'Cards',
    status: 'identified',
    shortlink: null,
    ...times,
    metadata: mark(sent.update),
    ...change,
  }
}

async function copiesAmong(incidents: readonly object[], known: { externalId: string; alike: number }) {
  const server = await startLoopback((_request, response) => sendJson(response, [...incidents]))
  const { updates } = accountAt('statuspage', server.origin)
  const found = await updates?.findCopies(sent, known, never)
  return found?.look === 'seen' ? found.copies.map(({ externalId }) => externalId) : found
}

it('[OB21] counts public incidents with our mark, and the known one although a later update marked it since', async () => {
  const known = { externalId: 'i1', alike: 0 }
  expect(await copiesAmong([publicIncident('i1')], known)).toEqual(['i1'])
  expect(await copiesAmong([publicIncident('i1'), publicIncident('i2')], known)).toEqual(['i1', 'i2'])
  const patched = publicIncident('i1', { metadata: mark('newer') })
  expect(await copiesAmong([publicIncident('i2'), patched], known)).toEqual(['i2', 'i1'])
})

it('[OB21] counts nothing that others made, that a person deleted, or whose id nobody knows', async () => {
  const known = { externalId: 'i1', alike: 0 }
  const others = [publicIncident('i3', { metadata: {} }), publicIncident('i4', { metadata: mark('newer') })]
  expect(await copiesAmong([publicIncident('i1'), ...others], known)).toEqual(['i1'])
  expect(await copiesAmong([publicIncident('i2')], known)).toEqual(['i2'])
  expect(await copiesAmong(others, { externalId: '', alike: 0 })).toEqual([])
  expect(await copiesAmong([], known)).toEqual([])
})

it('[OB21] counts the same words in one public incident, but not those that were published twice on purpose', async () => {
  const twice = [publicIncident('i1', { incident_updates: [words('u2'), words('u1')] })]
  expect(await copiesAmong(twice, { externalId: 'i1', alike: 0 })).toEqual(['u2', 'u1'])
  expect(await copiesAmong(twice, { externalId: 'i1', alike: 1 })).toEqual(['i1'])
  const other = [
    words('u1'),
    words('u2', { status: 'resolved' }),
    words('u3', { body: null }),
    words('u4', { body: 'x' }),
  ]
  expect(
    await copiesAmong([publicIncident('i1', { incident_updates: other })], { externalId: 'i1', alike: 0 }),
  ).toEqual(['i1'])
})

it('[OB21] says nothing of a page that was not read whole, and looks later', async () => {
  expect(await copiesAmong([publicIncident('i1'), { id: 7 }], { externalId: 'i1', alike: 0 })).toEqual({
    look: 'later',
  })
})
