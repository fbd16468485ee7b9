import { screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { byPriority } from '../../../src/renderer/features/alerts/alert-order'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { groupTitleText } from '../../../src/renderer/features/alerts/group-text'
import { packAlerts, unpackAlerts } from '../../../src/shared/contract/alert-list'
import { firstAlerts } from '../../../src/shared/contract/alert-questions'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const alert = (id: string, change: Partial<AlertRow> = {}): AlertRow => ({
  ...(board.alerts[0] as AlertRow),
  ...{ id: `pd/${id}`, externalId: id, title: id, startedAt: null, service: null, cause: null },
  ...change,
})

describe('[AL12] an alert that does not say when it began', () => {
  it('says “unknown” in its row, and no number of days', async () => {
    await stage(<AlertsPane />, createFakeLink({ now: () => now, board: { ...board, alerts: [alert('Odd')] } }))
    const [, row] = screen.getAllByRole('row')
    expect(within(row as HTMLElement).getByText('unknown')).toBeTruthy()
    expect(row?.textContent).not.toMatch(/\d d|NaN|Invalid/)
  })

  it('comes last among its equals in every order, however they came', () => {
    const rows = [alert('A'), alert('New', { startedAt: now }), alert('B'), alert('Old', { startedAt: now - 9_000 })]
    for (const list of [rows, rows.toReversed()]) {
      const newest = firstAlerts(list, { order: 'newest', limit: 9 }, () => false)
      expect(newest.rows.map(({ title }) => title)).toEqual(['New', 'Old', 'A', 'B'])
      expect(list.toSorted(byPriority).map(({ title }) => title)).toEqual(['New', 'Old', 'A', 'B'])
    }
  })

  it('stays unknown on its way to the screen', () => {
    expect(unpackAlerts(packAlerts([alert('A')]))[0]?.startedAt).toBeNull()
  })

  it('began at the same time as no other: no burst, no dependency, and its group says so', () => {
    const spread = ['a', 'b', 'c', 'd'].map(service => alert(service, { service, cause: 'Same' }))
    expect(
      cannedAlerts(spread)
        .groups.map(({ id }) => id)
        .toSorted(),
    ).toEqual(['service:a', 'service:b', 'service:c', 'service:d'])
    const [group] = cannedAlerts([alert('A'), alert('B')]).groups
    expect(group).toMatchObject({ firstSeen: null, lastSeen: null })
    expect(group && groupTitleText(group.title)).toBe('Alerts without a start time')
    const [mixed] = cannedAlerts([alert('A', { service: 's' }), alert('B', { service: 's', startedAt: now })]).groups
    expect(mixed).toMatchObject({ firstSeen: now, lastSeen: now })
  })
})
