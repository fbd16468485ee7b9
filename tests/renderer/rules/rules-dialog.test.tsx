import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { FailingRulesChip } from '../../../src/renderer/features/alerts/alert-chips'
import { RulesDialog } from '../../../src/renderer/features/rules/rules-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import type { FeedStatus } from '../../../src/shared/contract/feeds'
import type { AlertRule, RuleBook } from '../../../src/shared/contract/rules'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { show } from '../../support/shown'

const connection = 'gf' as ConnectionId
const feed: FeedStatus = {
  ...{ id: 'gf/rules', connection, name: 'Grafana', vendor: 'grafana', what: 'rules', answer: 'good' },
  ...{ trueAt: Date.now(), lateAfter: 60_000, reason: '' },
}
const rule = (name: string, change: Partial<AlertRule> = {}): AlertRule => ({
  ...{ id: `gf/${name}`, connection, name, place: 'Payments', state: 'inactive', health: 'ok', problem: '', url: null },
  ...change,
})
const blind = rule('Logs', { health: 'failing', problem: 'deadline exceeded', url: 'https://gf.example/x' })
const book: RuleBook = {
  ...{ feed: feed.id, connection, total: 400, blind: 1 },
  rules: [blind, rule('Errors', { state: 'firing' }), rule('Quiet')],
}
const Opened = openedBy('rules', RulesDialog)

async function shown(books: readonly RuleBook[], feeds: readonly FeedStatus[] = [feed]) {
  const { cockpit } = await show(
    <>
      <FailingRulesChip />
      <Opened />
    </>,
  )
  cockpit.board.setState({ rules: books, feeds })
  return cockpit
}

afterEach(cleanup)

describe('alert rules', () => {
  it('[RU1] that cannot see are counted beside the alerts, and lead to the list', async () => {
    await shown([book])
    fireEvent.click(await screen.findByRole('button', { name: '1 rule failing' }))
    const section = await screen.findByRole('region', { name: 'Rules of Grafana' })
    expect(section.textContent).toContain('the first 3 of 400 rules, 1 failing (no data or errors)')
    const [first, second, third] = within(section).getAllByRole('listitem')
    expect(first?.textContent).toBe('failingLogsPaymentsdeadline exceeded')
    expect(
      within(first as HTMLElement)
        .getByRole('link')
        .getAttribute('href'),
    ).toBe('https://gf.example/x')
    expect(second?.textContent).toBe('firingErrorsPayments')
    expect(third?.textContent).toBe('normalQuietPayments')
  })

  it('[RU5] are found by any part of their name, place and error', async () => {
    const cockpit = await shown([book])
    cockpit.focus.request('rules')
    fireEvent.change(await screen.findByLabelText('Find a rule'), { target: { value: 'pay DEADLINE' } })
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
    fireEvent.change(screen.getByLabelText('Find a rule'), { target: { value: 'nothing' } })
    expect(await screen.findByText('No rule matches.')).toBeTruthy()
  })

  it('[RU5] that a token may not read say so, and an empty list teaches', async () => {
    const refused: FeedStatus = { ...feed, answer: 'refused', trueAt: null, reason: 'Permissions needed' }
    const cockpit = await shown([], [refused])
    cockpit.focus.request('rules')
    expect((await screen.findByRole('region', { name: 'Rules of Grafana' })).textContent).toContain(
      'Permissions needed',
    )
    expect(screen.queryByRole('button', { name: /rules? failing/ })).toBeNull()
    cockpit.board.setState({ feeds: [] })
    expect(await screen.findByText(/Alert rules of Grafana and Prometheus/)).toBeTruthy()
  })
})
