import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Dialogs } from '../../../src/renderer/app/dialogs'
import { createLayouts } from '../../../src/renderer/app/layouts/layouts'
import { nothingStored } from '../../../src/renderer/app/layouts/stored-layouts'
import { followLink, IncidentSubject, rememberShown, useWhichIncident } from '../../../src/renderer/app/which-incident'
import { CheckpointPane } from '../../../src/renderer/features/checkpoint/checkpoint-pane'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { FactsDialog } from '../../../src/renderer/features/facts/facts-dialog'
import { HandoffPane } from '../../../src/renderer/features/handoff/handoff-pane'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { NoIncident } from '../../../src/renderer/features/timeline/no-incident'
import { createSelectionStore, withIncidents } from '../../../src/renderer/stores/selection-store'
import type { IncidentSummary } from '../../../src/shared/contract/incidents'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { type Shown, settle, show } from '../../support/shown'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

const windows = { open: () => false, isOwn: () => false, ask: () => undefined }

function Cockpit() {
  const [layouts] = useState(() => createLayouts({ stored: nothingStored, windows, notify: () => undefined }))
  useWhichIncident()
  return (
    <IncidentSubject>
      <IncidentBar />
      <NoIncident />
      <Dialogs layouts={layouts} />
    </IncidentSubject>
  )
}

/** A cockpit that comes to two open incidents: “Cards fail”, SEV-2, and “Search is slow”, SEV-3. */
async function twoOpen(): Promise<Shown & { readonly second: IncidentId }> {
  const second = newId<IncidentId>()
  const shown = await show(<Cockpit />, link => {
    void link.call('incident:declare', { incident: second, title: 'Search is slow', severity: 'SEV-3', impact: '' })
  })
  return { ...shown, second }
}

describe('[SN1] a screen that comes to several open incidents', () => {
  it('asks which one it is for, and says nowhere that none is open', async () => {
    const { cockpit, second } = await twoOpen()
    expect(cockpit.selection.getState().open).toBeNull()
    const question = await screen.findByRole('dialog', { name: 'Which incident?' })
    expect(document.body.textContent).not.toContain('No incident open')
    expect(screen.getByRole('region', { name: 'Incident' }).textContent).toContain('2 incidents are open')
    fireEvent.click(within(question).getByRole('option', { name: /Search is slow/ }))
    await settle()
    expect(cockpit.selection.getState().open).toBe(second)
  })

  it('leaves the choice in sight when the question is closed', async () => {
    const { cockpit, incident } = await twoOpen()
    const question = await screen.findByRole('dialog', { name: 'Which incident?' })
    fireEvent.keyDown(question, { key: 'Escape' })
    await settle()
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: /SEV-2 Cards fail/ }))
    await settle()
    expect(cockpit.selection.getState().open).toBe(incident)
  })
})

describe('[SN1] panes and dialogs of a screen that shows none of two open incidents', () => {
  it('ask to choose one of them, and say nowhere that none is open', async () => {
    const panes = (
      <>
        <CommsPane />
        <HandoffPane />
        <CheckpointPane />
        <FactsDialog opened onClose={() => undefined} />
      </>
    )
    const { cockpit } = await show(panes, link => {
      const incident = newId<IncidentId>()
      void link.call('incident:declare', { incident, title: 'Search is slow', severity: 'SEV-3', impact: '' })
    })
    expect(screen.getAllByText('Choose one of 2 open incidents (o).')).toHaveLength(4)
    expect(document.body.textContent).not.toMatch(/No incident/)
    await act(() => cockpit.commands.send('incident', 'incident:state-impact', { impact: 'x' }))
    expect(cockpit.faults.getState().incident?.message).toBe('Choose one of 2 open incidents (o).')
  })
})

describe('[SN1] the incident that a screen begins with', () => {
  const summary = (id: string, severity: IncidentSummary['severity'], status: IncidentSummary['status']) =>
    ({ id, severity, status, title: id, drill: false, declaredAt: 0, ic: null }) as unknown as IncidentSummary
  const a = summary('a', 'SEV-3', 'investigating')
  const b = summary('b', 'SEV-1', 'investigating')
  const over = summary('over', 'SEV-1', 'resolved')
  const opened = (shownLast: string | null, ...incidents: readonly IncidentSummary[]) =>
    withIncidents({ open: null, shownLast: shownLast as IncidentId | null, incidents: [] }, incidents).open

  it.each([
    ['none where none is open', null, [over], null],
    ['the only one that is open', null, [over, a], 'a'],
    ['the only one that is open, whatever was shown before', 'over', [over, a], 'a'],
    ['the one that this browser showed last', 'a', [b, a], 'a'],
    ['none where that one is over', 'over', [b, a, over], null],
    ['none where that one is not of this engine', 'elsewhere', [b, a], null],
    ['none where nothing was shown', null, [b, a], null],
  ] as const)('is %s', (_what, shownLast, incidents, expected) => {
    expect(opened(shownLast, ...incidents)).toBe(expected)
  })

  it('stays the one that is shown when another is declared', () => {
    const before = withIncidents({ open: null, shownLast: null, incidents: [] }, [a])
    expect(withIncidents(before, [a, b]).open).toBe('a')
  })

  it('is remembered for the browser’s next window, and not lost by one without a choice', () => {
    const selection = createSelectionStore()
    const stop = rememberShown(selection, localStorage)
    selection.setState({ open: 'a' as IncidentId })
    selection.setState({ open: null })
    stop()
    const next = createSelectionStore()
    rememberShown(next, localStorage)
    expect(next.getState().shownLast).toBe('a')
  })
})

describe('[SN2] other open incidents', () => {
  it('are always in sight beside the one that is shown, the worst by name', async () => {
    const { cockpit, incident, link } = await twoOpen()
    act(() => cockpit.selection.setState({ open: incident }))
    await settle()
    const bar = screen.getByRole('region', { name: 'Incident' })
    expect(within(bar).getByRole('button', { name: /\+1 open/ }).textContent).toContain('Search is slow')
    await act(async () => {
      await link.call('incident:declare', { incident: newId(), title: 'Login fails', severity: 'SEV-1', impact: '' })
    })
    await settle()
    expect(within(bar).getByRole('button', { name: /\+2 open/ }).textContent).toContain('Login fails')
  })

  it('[SN4] say which clock of theirs has been overdue for longest, and whose it is in the hint', async () => {
    const { cockpit, incident, second } = await twoOpen()
    act(() => cockpit.selection.setState({ open: incident }))
    await settle()
    const others = () =>
      within(screen.getByRole('region', { name: 'Incident' })).getByRole('button', { name: /\+1 open/ })
    expect(others().textContent).not.toContain('overdue')
    const due = (ago: number) => Date.now() - ago * 60_000
    const deadlines = [
      { kind: 'update', dueAt: due(3) },
      { kind: 'checkpoint', dueAt: due(12.5) },
      { kind: 'task', dueAt: due(-5) },
    ] as const
    act(() =>
      cockpit.selection.setState(({ incidents }) => ({
        incidents: incidents.map(one => (one.id === second ? { ...one, deadlines } : one)),
      })),
    )
    expect(others().textContent).toMatch(/Checkpoint overdue by 1[12] min/)
    expect(others().title).toMatch(/Search is slow: Checkpoint overdue by 1[12] min/)
  })

  it('that are resolved are not among them', async () => {
    const { cockpit, incident, second, link } = await twoOpen()
    act(() => cockpit.selection.setState({ open: incident }))
    await act(async () => {
      await link.call('incident:change-status', { incident: second, to: 'resolved', reason: '' })
    })
    await settle()
    expect(screen.queryByRole('button', { name: /open$/ })).toBeNull()
  })
})

describe('[SN3] the head of a dialog', () => {
  it('names the incident that it changes, and none where it changes none', async () => {
    const { cockpit, second } = await twoOpen()
    act(() => cockpit.selection.setState({ open: second }))
    await settle()
    act(() => cockpit.focus.request('severity'))
    const severity = await screen.findByRole('dialog', { name: 'Change the severity' })
    expect(severity.textContent).toContain('SEV-3 Search is slow')
    fireEvent.keyDown(severity, { key: 'Escape' })
    act(() => cockpit.focus.request('me'))
    const me = await screen.findByRole('dialog', { name: 'Your name' })
    expect(me.textContent).not.toContain('Search is slow')
  })
})

describe('a link to an incident', () => {
  const page = (hash: string) => {
    window.history.replaceState(null, '', `/${hash}`)
    return window
  }

  it.each(['#incident=4711', '#incident=', `#incident=${newId()}`, '#incident=%3Cb%3E'])(
    'that is not here is said: %s',
    async hash => {
      const { cockpit } = await twoOpen()
      act(() => followLink(cockpit, page(hash)))
      expect(cockpit.faults.getState().incident?.kind).toBe('not-found')
      expect(window.location.hash).toBe('')
    },
  )

  it('opens it, in capitals too', async () => {
    const { cockpit, second } = await twoOpen()
    act(() => followLink(cockpit, page(`#incident=${second.toUpperCase()}`)))
    expect(cockpit.selection.getState().open).toBe(second)
    expect(cockpit.faults.getState().incident).toBeUndefined()
  })
})
