import { act, screen } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const withAlerts = (change: Partial<FeedStatus>) =>
  board.feeds.map(feed => (feed.what === 'alerts' ? { ...feed, ...change } : feed))
/** Of the rows of a source, those whose state is drawn as of another time. */
const outdated = () => document.querySelectorAll('tbody td [data-state][data-outdated]').length

it.each([
  ['was last read before the engine started', { answer: 'none-yet', trueAt: now - 1_000 }],
  ['does not answer', { answer: 'failed', trueAt: now - 60_000, reason: 'refused the connection' }],
] as const)('[KN1] alerts of a source that %s are grey, until it is read', async (_, health) => {
  const link = createFakeLink({ now: () => now, board: { ...board, feeds: withAlerts(health) } })
  await stage(<AlertsPane />, link)
  const rows = screen.getAllByRole('row').length - 1
  expect(rows).toBe(board.alerts.length)
  expect(outdated()).toBe(board.alerts.filter(({ connection }) => connection === 'pd').length)
  expect(outdated()).toBeGreaterThan(0)
  act(() => link.push('feeds', withAlerts({ answer: 'good', trueAt: now, reason: '' })))
  expect(outdated()).toBe(0)
})
