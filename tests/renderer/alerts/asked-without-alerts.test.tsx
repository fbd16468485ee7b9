import { act, screen, waitFor } from '@testing-library/react'
import { beforeAll, expect, it } from 'vitest'
import { createLayouts } from '../../../src/renderer/app/layouts/layouts'
import { nothingStored } from '../../../src/renderer/app/layouts/stored-layouts'
import { go } from '../../../src/renderer/app/use-keymap'
import { commandRows, type GlobalCommandId } from '../../../src/renderer/commands/command-list'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { faultText } from '../../../src/renderer/ui/fault-text'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { t } from '../../../src/shared/texts/t'
import { texts } from '../../../src/shared/texts/texts'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

beforeAll(loadTables)

const NOW = 1_700_000_000_000
const board = cannedBoard(NOW)

async function staged() {
  const link = createFakeLink({ now: () => NOW, board: { ...board, alerts: [] } })
  const cockpit = await stage(<AlertsPane />, link)
  const windows = { open: () => undefined, focus: () => undefined, close: () => undefined, ask: () => undefined }
  const layouts = createLayouts({ stored: nothingStored, windows: windows as never, notify: () => undefined })
  const press = (key: string, request: GlobalCommandId) => act(() => go({ key, goes: { request } }, cockpit, layouts))
  const told = () => {
    const { keys } = cockpit.faults.getState()
    return keys && faultText(keys)
  }
  return { link, cockpit, press, told }
}

it('S and C without alerts say that there are none, and nothing takes the keyboard when they come', async () => {
  const { link, press, told } = await staged()
  press('C', 'alert-columns')
  expect(told()).toBe(t(texts.keymap.noAlerts, { key: 'C', does: texts.keymap.asks['alert-columns'] }))
  press('S', 'alert-filter')
  expect(told()).toBe(t(texts.keymap.noAlerts, { key: 'S', does: texts.keymap.asks['alert-filter'] }))
  act(() => link.push('alerts', cannedAlerts(board.alerts)))
  await screen.findByText('Payments: error rate above 5 % for 2 minutes')
  expect(screen.queryByLabelText(texts.alerts.filter)).toBeNull()
  press('S', 'alert-filter')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(texts.alerts.filter)))
  act(() => link.push('alerts', cannedAlerts([])))
  await waitFor(() => expect(screen.queryByLabelText(texts.alerts.filter)).toBeNull())
  act(() => link.push('alerts', cannedAlerts(board.alerts)))
  await screen.findByText('Payments: error rate above 5 % for 2 minutes')
  expect(screen.queryByLabelText(texts.alerts.filter)).toBeNull()
})

it('what asks for an incident is said in one place at a time, and is gone when one is open', async () => {
  const { link, cockpit, press, told } = await staged()
  await cockpit.commands.send('handoff', 'handoff:write', { handoff: newId() })
  expect(cockpit.faults.getState().handoff).toBeDefined()
  press('c', 'checkpoint')
  expect(told()).toBe(t(texts.keymap.needsIncident, { key: 'c', does: texts.keymap.asks.checkpoint }))
  expect(cockpit.faults.getState().handoff).toBeUndefined()
  await cockpit.commands.send('handoff', 'handoff:write', { handoff: newId() })
  expect(told()).toBeUndefined()
  const incident = newId<IncidentId>()
  await act(() => link.call('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-1', impact: '' }))
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  expect(cockpit.faults.getState().handoff).toBeUndefined()
})

it('a fault of something else stays when an incident opens', async () => {
  const { link, cockpit, press, told } = await staged()
  press('c', 'checkpoint')
  cockpit.faults.setState({ keys: { kind: 'refused', message: 'something else' } })
  const incident = newId<IncidentId>()
  await act(() => link.call('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-1', impact: '' }))
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  expect(told()).toBe('something else')
})

it('every key that is refused says what it is for', async () => {
  const { link, cockpit, press, told } = await staged()
  const ofIncident = commandRows.filter(row => row.waitsFor === 'record' && row.keys.length > 0)
  expect(ofIncident.length).toBeGreaterThan(15)
  for (const { id, does, keys } of ofIncident) {
    press(keys[0] ?? '', id)
    expect(told()).toContain(does)
  }
  await act(() => link.call('incident:declare', { incident: newId(), title: 'Cards', severity: 'SEV-1', impact: '' }))
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  press('b', 'set-back')
  expect(told()).toBe('“b” restores components once the incident is resolved. It is still open.')
  press('y', 'proposal-accept')
  expect(told()).toContain('no message is proposed now')
  for (const place of ['severity-offer', 'severity-not-now'] as const) {
    press('D y', place)
    expect(told()).toContain('none is offered now')
  }
})
