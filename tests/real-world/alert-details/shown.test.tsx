import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it, onTestFinished, vi } from 'vitest'
import { AlertDetailsDialog } from '../../../src/renderer/features/alerts/alert-details-dialog'
import type { AlertAbout } from '../../../src/shared/contract/alert-about'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const page: AlertRow = { ...(board.alerts[0] as AlertRow), incidentNumber: 4711, url: 'https://pd.example.com/P1' }
const about: AlertAbout = {
  description: 'Cards <b>fail</b>.',
  impact: 'Customers cannot pay',
  value: '93.2',
  threshold: '80',
  facts: [{ name: 'near', text: 'http://10.0.0.7/', refused: true }],
  links: [
    { kind: 'runbook', name: 'runbook_url', url: 'https://wiki.example.com/r' },
    { kind: 'dashboard', name: 'dashboard_url', url: 'https://grafana.example.com/d' },
    { kind: 'other', name: 'Ticket', url: 'https://tickets.example.com/1' },
  ],
}

async function shown(row: AlertRow, answers: Readonly<Record<string, unknown>>) {
  const fake = createFakeLink({ now: () => now, board })
  const call: typeof fake.call = (name, input) =>
    // The compiler cannot follow a name to its answer.
    name in answers ? (Promise.resolve({ ok: true, value: answers[name] }) as never) : fake.call(name, input)
  await stage(<AlertDetailsDialog opened row={row} onClose={() => undefined} />, { ...fake, call })
  const followed = vi.fn((event: MouseEvent) => {
    event.preventDefault()
    return (event.target as Element).closest('a')?.href
  })
  document.addEventListener('click', followed)
  onTestFinished(() => document.removeEventListener('click', followed))
  const press = (key: string) => act(() => void fireEvent.keyDown(document.activeElement as Element, { key }))
  return { press, opened: () => followed.mock.results.map(({ value }) => value) }
}

it('[AL14][AL15] a PagerDuty incident shows its number, what its alerts told, and opens each link by its letter', async () => {
  const alerts = [{ at: now, title: 'Down', state: 'triggered', severity: '', url: null, about }]
  const details = { notes: [], steps: [], alerts, problem: '' }
  const { press, opened } = await shown(page, { 'pages:details': details, 'alerts:read': { ...page, about: null } })
  await screen.findByText('Cards <b>fail</b>.')
  expect(screen.getByText(/#4711/)).toBeTruthy()
  for (const told of ['Customers cannot pay', '93.2', '80']) expect(screen.getByText(told)).toBeTruthy()
  for (const key of ['o', 'r', 'd', 'a', 'q']) press(key)
  expect(opened()).toEqual([page.url, ...about.links.map(({ url }) => url)])
  for (const link of screen.getAllByRole('link')) {
    expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer'])
  }
  expect(screen.getByRole('link', { name: /Open in PagerDuty/ })).toBeTruthy()
  expect(screen.getByText(/not a link here/)).toBeTruthy()
})

it('[AL14] an alert far down in the list of a storm shows all of it too, and keeps other keys alone', async () => {
  const listed: AlertRow = { ...page, id: 'prom/9999', origin: 'alert', url: null }
  delete (listed as { labels?: unknown }).labels
  const { press, opened } = await shown(listed, { 'alerts:read': { ...listed, labels: { pod: 'a' }, about } })
  await screen.findByText('Cards <b>fail</b>.')
  expect(screen.getByText('pod')).toBeTruthy()
  act(() => void fireEvent.keyDown(document.activeElement as Element, { key: 'r', ctrlKey: true }))
  expect(opened()).toEqual([])
  press('r')
  expect(opened()).toEqual(['https://wiki.example.com/r'])
})
