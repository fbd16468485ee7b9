import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import type { PlaceClues } from '../../../src/main/engine/outbox/types'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import type { IncidentId, UpdateId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { allInEnglish, inEnglish } from '../../support/in-english'
import { sendJson } from '../../support/open-loopback'
import { type Playing, play, START } from '../drill/playing'
import { never, startLoopback } from '../http/loopback'
import { accountAt, outgoing } from './accounts'

const clues: PlaceClues = { titles: ['Payments fail'], since: START }
const ours = 'inc-1'
let playing: Playing

beforeEach(async () => {
  playing = await play()
})
afterEach(() => playing.stop())

/** Opens a public incident past us, as a person does on the page; `mark` is the incident that marked it. */
async function opened(name: string, mark?: string, status = 'investigating'): Promise<string> {
  const metadata = mark === undefined ? {} : { quarterdeck: { incident: mark, update: 'u0' } }
  const json = { incident: { name, status, body: 'We look.', metadata } }
  return (await playing.call('drill-statuspage', 'POST', '/v1/pages/drillshop001/incidents', { json })).body.id
}

function find(known: PlaceClues = clues) {
  const connection = playing.drill.connections.find(({ id }) => id === 'drill-statuspage')
  if (connection === undefined) throw new Error('The drill has no status page')
  const { updates } = openAccount(connection, playing.drill.secrets.read(connection.id), createHttpClient())
  const update = { ...outgoing('statuspage'), incident: ours as IncidentId, update: 'u1' as UpdateId }
  return updates?.findPlace?.(update, known, never)
}

describe('the public incident whose id we were never told', () => {
  it('[UP5] is known by our mark, whatever it is called now, open or over', async () => {
    await opened('Payments fail')
    const marked = await opened('Checkout is slow', ours, 'resolved')
    expect(await find()).toMatchObject({ place: 'found', by: 'marker', publicIncident: { externalId: marked } })
  })

  it('[UP5] is never taken by its name and time alone: what has them is offered first', async () => {
    await opened('Search is slow')
    const named = await opened('payments  FAIL')
    await opened('Mail is late')
    expect(allInEnglish(await find())).toMatchObject({
      place: 'open',
      reason: expect.stringContaining('an open public incident there has its name, and not our mark'),
      candidates: [{ externalId: named, openedAt: START }, {}, {}],
    })
  })

  it('[UP5] is none that another incident marked, that is over, or that was open long before', async () => {
    await opened('Payments fail', 'another')
    await opened('Payments fail', undefined, 'resolved')
    expect(await find()).toMatchObject({ place: 'open', candidates: [{ name: 'Payments fail' }] })
    const reason = async (since: number) => {
      const found = await find({ ...clues, since })
      return inEnglish(found?.place === 'open' ? found.reason : '')
    }
    await opened('Payments fail')
    expect(await reason(START + 6 * MINUTE)).not.toContain('its name')
    expect(await reason(START + 4 * MINUTE)).toContain('its name')
  })

  it('[UP6] is a person’s to choose where several fit', async () => {
    const two = [await opened('Payments fail'), await opened('Payments fail')]
    const named = await find()
    expect(allInEnglish(named)).toMatchObject({
      place: 'open',
      reason: expect.stringContaining('2 open public incidents'),
    })
    expect(named?.place === 'open' && named.candidates.map(({ externalId }) => externalId).sort()).toEqual(two.sort())
    await opened('One', ours)
    await opened('Two', ours)
    expect(await find()).toMatchObject({ place: 'open', candidates: [{ name: 'Two' }, { name: 'One' }] })
  })

  it('[UP6] is a person’s to tell where none fits; planned work is never offered', async () => {
    expect(await find()).toMatchObject({ place: 'open', candidates: [] })
    await opened('Move of the database', undefined, 'in_progress')
    await opened('Search is slow')
    expect(await find()).toMatchObject({ place: 'open', candidates: [{ name: 'Search is slow' }] })
  })

  it.each([
    [403, true],
    [500, false],
  ])('[UP6] cannot be told after %i (for good: %s)', async (status, forGood) => {
    const server = await startLoopback((_, response) => response.writeHead(status).end())
    const found = await accountAt('statuspage', server.origin).updates?.findPlace?.(
      outgoing('statuspage'),
      clues,
      never,
    )
    expect(found).toMatchObject({ place: 'unknown', forGood })
  })

  it('[UP5] is not looked for where each update stands for itself', async () => {
    const server = await startLoopback((_, response) => sendJson(response, { ok: true }))
    expect(accountAt('slack', server.origin).updates?.findPlace).toBe(undefined)
  })
})
