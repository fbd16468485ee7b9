import { screen } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { FeedLights } from '../../../src/renderer/features/incident-bar/feed-lights'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const why = '1 of 2 alerts could not be read (“NoState”: “status” is missing or not an object)'

/** The pane and the lights, where each source of alerts answered so. */
async function shown(answer: Partial<FeedStatus>) {
  const feeds = board.feeds.map(
    (feed): FeedStatus =>
      feed.what === 'alerts' ? { ...feed, answer: 'good', trueAt: now, reason: '', ...answer } : feed,
  )
  const page = (
    <>
      <FeedLights />
      <AlertsPane />
    </>
  )
  await stage(page, createFakeLink({ now: () => now, board: { ...board, feeds } }))
  return feeds.filter(feed => feed.what === 'alerts').length
}

describe('[FR3] an alert that could not be read', () => {
  it('is counted beside those that could, and named', async () => {
    const sources = await shown({ reason: why, unread: 1 })
    const said = sources === 1 ? '1 alert could not be read' : `${sources} alerts could not be read`
    const chip = screen.getByText(said)
    expect(chip.getAttribute('aria-label')).toContain('“NoState”')
    expect(screen.getAllByText('live, partial').length).toBeGreaterThan(0)
  })
  it('is still counted while its source no longer answers', async () => {
    const sources = await shown({ answer: 'failed', reason: 'nothing listens there', unread: 40 })
    expect(screen.getByText(`${40 * sources} alerts could not be read`)).toBeTruthy()
  })
  it('is not spoken of where all were read, nor where the list merely goes on', async () => {
    await shown({ reason: 'there are more', more: true })
    expect(screen.queryByText(/could not be read/)).toBeNull()
    expect(screen.queryByText('live, partial')).toBeNull()
  })
})
