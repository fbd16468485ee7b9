import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parseCall } from '../../../src/main/engine/sessions/dispatch'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { FaultNote } from '../../../src/renderer/ui/fault-note'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

afterEach(cleanup)

function said(name: string, input: unknown): string {
  const parsed = parseCall(name, input)
  render(<FaultNote fault={parsed.ok ? null : parsed.fault} />)
  return screen.getByRole('alert').textContent
}

const connection = { id: 'c1', vendor: 'slack', name: 'Slack', baseUrl: 'nonsense' }

describe('a field that was filled wrongly', () => {
  it('is called once, as people call it', () => {
    expect(said('connections:test', { connection, token: null })).toBe(
      'Address: must be an https:// or http:// address without a user name',
    )
  })
  it.each([
    [{ ...connection, baseUrl: 'https://slack.com', publicUrl: 'x' }, 'Public address: '],
    [{ ...connection, baseUrl: 'https://slack.com', everySeconds: 0 }, 'Polling interval (seconds): '],
    [{ ...connection, baseUrl: 'https://slack.com', services: [''] }, 'Services: '],
    [null, 'Connection: '],
  ])('never shows the call’s own name for it (%#)', (typed, start) => {
    const words = said('connections:save', { connection: typed, token: null })
    expect(words.startsWith(start)).toBe(true)
    expect(words).not.toMatch(/connection\.|[a-z][A-Z]/)
  })
  it('that is the whole input has no name', () => {
    render(<FaultNote fault={{ kind: 'invalid-input', field: '', message: 'This is more than is taken at once.' }} />)
    expect(screen.getByRole('alert').textContent).toBe('This is more than is taken at once.')
  })
})

const now = Date.UTC(2026, 10, 20, 12)

it('[FR1] a source that was connected just now is waiting, and is not blamed', async () => {
  const board = cannedBoard(now)
  const feeds = board.feeds
    .filter(({ what }) => what === 'alerts')
    .map((feed): FeedStatus => ({ ...feed, name: 'Alertmanager', answer: 'none-yet', trueAt: null, reason: '' }))
  await stage(<AlertsPane />, createFakeLink({ now: () => now, board: { ...board, alerts: [], feeds } }))
  expect(screen.getByText('No alerts loaded yet: waiting for the sources.')).toBeTruthy()
  expect(screen.getAllByText(/Alertmanager: waiting/).length).toBeGreaterThan(0)
  expect(screen.queryByText(/silent/)).toBeNull()
})
