import { screen } from '@testing-library/react'
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

it('[RP3] a count of what was cut is "at least", and the source says why', async () => {
  const { length } = board.alerts
  const feeds = board.feeds.map(
    (feed): FeedStatus =>
      feed.what === 'alerts' ? { ...feed, answer: 'good', trueAt: now, reason: 'there are more', more: true } : feed,
  )
  await stage(<AlertsPane />, createFakeLink({ now: () => now, board: { ...board, feeds } }))
  expect(screen.getByText(`${length}+ open`)).toBeTruthy()
  expect(screen.getAllByTitle(/there are more/).length).toBeGreaterThan(0)
})

it('[RP3] nothing is called quiet while a source could read only a part', async () => {
  const feeds = board.feeds.map(
    (feed): FeedStatus =>
      feed.what === 'alerts' ? { ...feed, answer: 'good', trueAt: now, reason: 'store-2 is missing' } : feed,
  )
  await stage(<AlertsPane />, createFakeLink({ now: () => now, board: { ...board, alerts: [], feeds } }))
  expect(screen.getByText('No open alerts known, but not every source responds.')).toBeTruthy()
  expect(screen.getByText(/store-2 is missing/)).toBeTruthy()
})
