import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Wallboard } from '../../../src/renderer/features/wallboard/wallboard'
import { wallboardTimes } from '../../../src/renderer/features/wallboard/wallboard-times'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { type ConnectionId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { type CannedBoard, cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const now = Date.UTC(2026, 10, 20, 18)
const source = (id: string, rest: Partial<FeedStatus> = {}): FeedStatus => ({
  ...{ id: `${id}/alerts`, connection: id as ConnectionId, name: id, vendor: 'pagerduty', what: 'alerts' },
  ...{ answer: 'good', trueAt: now, lateAfter: 10 * MINUTE, reason: '', ...rest },
})
const [one] = cannedBoard(now).alerts
const firing = { ...one, state: 'firing' } as AlertRow

async function wall(feeds: readonly FeedStatus[], alerts: readonly AlertRow[] = []) {
  const board: CannedBoard = { ...cannedBoard(now), feeds, alerts }
  const link = createFakeLink({ now: () => now, board })
  await stage(<Wallboard onLeave={() => undefined} />, link)
  await screen.findByRole('heading', { name: 'No incident open' })
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Connected'))
  return link
}
/** Elements that the wall draws in the green of "all is well". */
const calm = () => [...document.querySelectorAll('[data-calm="true"]')].map(({ textContent }) => textContent)

describe('[WA1] a wall without an incident', () => {
  it.each([
    ['nothing connected', [], 'Alerts unknown: no source is connected'],
    [
      'only metrics and a status page connected',
      cannedBoard(now).feeds.filter(({ what }) => what !== 'alerts'),
      'Alerts unknown: no source is connected',
    ],
    ['its source down', [source('pd', { answer: 'failed' })], 'Alerts unknown: no source has current data'],
    ['its source refused', [source('pd', { answer: 'refused' })], 'Alerts unknown: no source has current data'],
    ['its source late', [source('pd', { trueAt: now - 11 * MINUTE })], 'Alerts unknown: no source has current data'],
    [
      'its source not read yet',
      [source('pd', { answer: 'none-yet', trueAt: null })],
      'Alerts unknown: no source has current data',
    ],
    [
      'one of three sources down',
      [source('pd'), source('am'), source('prom', { answer: 'failed' })],
      'No alerts firing; 1 of 3 alert sources unknown',
    ],
    [
      'a part of its source unread',
      [source('pd'), source('am', { reason: '1 of 2 alerts could not be read' })],
      'No alerts firing; 1 of 2 alert sources partial',
    ],
    [
      'alerts that could not be read',
      [source('pd', { reason: '2 of 9 could not be read', unread: 2 }), source('am', { reason: 'odd', unread: 1 })],
      'No alerts firing; 3 alerts could not be read',
    ],
    [
      'its only source read in part',
      [source('am', { reason: 'store-2 could not be reached' })],
      'No alerts firing; 1 of 1 alert sources partial',
    ],
  ] as const)('with %s says so, and nothing in green', async (_, feeds, said) => {
    await wall(feeds)
    expect(screen.getByText(said)).toBeDefined()
    expect(calm()).toEqual([])
  })
  it('with all sources current says in green that nothing fires', async () => {
    await wall([source('pd'), source('am')])
    expect(calm()).toEqual(['No incident open', 'No alerts firing'])
  })
  it('counts what fires, and still says what is unknown', async () => {
    await wall([source('pd'), source('am', { answer: 'failed' })], [firing])
    expect(screen.getByText('1 alert firing; 1 of 2 alert sources unknown')).toBeDefined()
    expect(calm()).toEqual([])
  })
  it('that has lost the engine knows of no alerts either', async () => {
    const link = await wall([source('pd')])
    act(() => link.setState('lost'))
    await screen.findByText('Alerts unknown: no connection to the engine')
    expect(calm()).toEqual([])
    expect(screen.getByRole('status').textContent).toMatch(/^No connection for \d+ s$/)
  })
})

describe('[WA2] the line on top', () => {
  it('says of its own line and of the data what is so, in words that agree', async () => {
    await wall([source('pd', { trueAt: now - 49 * SECOND })])
    expect(screen.getByRole('banner').textContent).toMatch(/^ConnectedOldest data (49|5\d) s$/)
  })
  it('[FR3] counts the alerts that could not be read, rather than say how old the others are', async () => {
    await wall([source('pd', { reason: '“NoState”: “status” is missing', unread: 1 }), source('am')])
    expect(screen.getByRole('banner').textContent).toBe('Connected1 alert could not be read')
  })
  it('[FR3] names the source that was read in part', async () => {
    await wall([source('am'), source('pd', { reason: 'its silences could not be read' })])
    expect(screen.getByRole('banner').textContent).toBe('Connectedpd alerts live, partial')
  })
  it('names the source that is late', async () => {
    await wall([source('pd', { trueAt: now - 11 * MINUTE })])
    expect(screen.getByRole('banner').textContent).toMatch(/^Connectedpd .* late · 11 min old$/)
  })
})

describe('[WA3] time on the wall', () => {
  it('is that of everybody and that of the room, once where they are the same', () => {
    expect(wallboardTimes(now, { hours: '24', zone: 'Asia/Kolkata' })).toEqual([
      { time: '18:00', zone: 'UTC' },
      { time: '23:30', zone: 'UTC+5:30' },
    ])
    expect(wallboardTimes(now, { hours: '12', zone: 'America/New_York' })[1]).toEqual({
      time: '1:00 pm',
      zone: 'UTC−5',
    })
    expect(wallboardTimes(now, { hours: '24', zone: 'Africa/Abidjan' })).toEqual([{ time: '18:00', zone: 'UTC' }])
  })
  it('stands beside how long an incident has been open, which says what it is', async () => {
    const link = createFakeLink({ now: () => now, board: cannedBoard(now) })
    const incident = newId<IncidentId>()
    await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-2', impact: '' })
    await stage(<Wallboard onLeave={() => undefined} />, link)
    await screen.findByText('open for')
    expect(screen.getByText('open for').parentElement?.textContent).toMatch(/^open for\d\d:\d\d$/)
    expect(screen.getByRole('timer', { name: 'Time now' }).textContent).toContain('18:00 UTC')
  })
})
