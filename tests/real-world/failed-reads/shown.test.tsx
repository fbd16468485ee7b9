import { act, fireEvent, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { beforeAll, describe, expect, it } from 'vitest'
import { AlertDetailsDialog } from '../../../src/renderer/features/alerts/alert-details-dialog'
import { loadTables } from '../../../src/renderer/features/alerts/alert-list'
import { AlertsPane } from '../../../src/renderer/features/alerts/alerts-pane'
import { CreateIncidentDialog } from '../../../src/renderer/features/alerts/pagerduty/create-incident-dialog'
import { SilencesDialog } from '../../../src/renderer/features/alerts/silences-dialog'
import { SuppressionRules } from '../../../src/renderer/features/alerts/suppression/suppression-dialog'
import { ConnectionsPage } from '../../../src/renderer/features/connections/connections-page'
import { DependenciesForm } from '../../../src/renderer/features/connections/dependencies-form'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { PanelsPage } from '../../../src/renderer/features/panels/panels-page'
import { engineSettings } from '../../../src/renderer/features/settings/engine-settings'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import type { CallName } from '../../../src/shared/contract/calls'
import { MINUTE } from '../../../src/shared/lib/time'
import { texts } from '../../../src/shared/texts/texts'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { createFakeLink, type FakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { settle, show } from '../../support/shown'

beforeAll(loadTables)

const now = Date.UTC(2026, 10, 20, 12)
const board = cannedBoard(now)
const page = board.alerts[0] as AlertRow
const alert: AlertRow = { ...page, id: 'prom/1', origin: 'alert' }
const broken = { kind: 'internal', message: 'The engine stumbled.' } as const
const nothing = () => undefined

const settingOf = (id: string) => {
  const Part = engineSettings.find(setting => setting.id === id)?.Part
  if (Part === undefined) throw new Error(`There is no setting ${id}`)
  return <Part labelledBy="x" leaveFor={nothing} />
}

const reads: readonly (readonly [CallName, string, ReactNode])[] = [
  ['alerts:read', 'an alert', <AlertDetailsDialog key="" opened row={alert} onClose={nothing} />],
  ['alerts:read', 'a PagerDuty incident', <AlertDetailsDialog key="" opened row={page} onClose={nothing} />],
  ['pages:details', 'its notes and history', <AlertDetailsDialog key="" opened row={page} onClose={nothing} />],
  ['alerts:rules', 'rules that are over', <SuppressionRules key="" onWrite={nothing} onNew={nothing} />],
  ['alerts:silences', 'silences', <SilencesDialog key="" opened onClose={nothing} />],
  ['pages:directory', 'who can be paged', <CreateIncidentDialog key="" opened onClose={nothing} />],
  ['connections:list', 'connections', <ConnectionsPage key="" onDone={nothing} />],
  ['connections:list', 'who reads panels', <PanelsPage key="" />],
  ['alerts:dependencies', 'which service needs which', <DependenciesForm key="" onDone={nothing} />],
  ['settings:read', 'the settings of the engine', settingOf('cancel-window')],
]

const link = () => createFakeLink({ now: () => now, board })
const asked = ({ calls }: FakeLink, name: CallName) => calls.filter(call => call.name === name).length
const again = () => screen.getByRole('button', { name: texts.ui.tryAgain })

describe('[RF1] a read that fails', () => {
  it.each(reads)('of %s is said where %s would stand, until another try brings it', async (name, _, screenPart) => {
    const fake = link()
    await fake.call('incident:declare', { incident: 'i' as never, title: 'Cards', severity: 'SEV-2', impact: '' })
    let isBroken = true
    const call: typeof fake.call = (called, input) => {
      if (called === name && isBroken) fake.failNext(name, broken)
      return fake.call(called, input)
    }
    await stage(screenPart, { ...fake, call })
    await settle()
    expect(screen.getAllByText(broken.message)).toHaveLength(1)
    isBroken = false
    const before = asked(fake, name)
    fireEvent.click(again())
    await settle()
    expect(asked(fake, name)).toBe(before + 1)
    expect(screen.queryByText(broken.message)).toBeNull()
  })

  it('of the members of a group does not pretend that they are on their way', async () => {
    const storm = Array.from({ length: 40 }, (_, at): AlertRow => ({ ...page, id: `pd/${at}`, externalId: `${at}` }))
    const fake = createFakeLink({ now: () => now, board: { ...board, alerts: storm } })
    await stage(<AlertsPane />, fake)
    fake.failNext('alerts:group', broken)
    const row = screen.getAllByRole('row')[1] as HTMLElement
    act(() => row.focus())
    fireEvent.keyDown(row, { key: 'ArrowRight' })
    await settle()
    expect(screen.getAllByText(broken.message)).toHaveLength(1)
    expect(screen.queryByText(/loading/)).toBeNull()
    expect(asked(fake, 'alerts:group')).toBe(1)
    fireEvent.click(again())
    await settle()
    expect(screen.queryByText(broken.message)).toBeNull()
  })

  it('of the rest of a storm is said above the loudest, which stay', async () => {
    const fake = link()
    fake.failNext('alerts:rows', broken)
    await stage(<AlertsPane />, fake)
    act(() => fake.push('alerts', { ...cannedAlerts(board.alerts), open: 5_000 }))
    await settle()
    fireEvent.click(screen.getByRole('button', { name: /^Ungroup/ }))
    await settle()
    expect(screen.getAllByText(broken.message)).toHaveLength(1)
    fireEvent.click(again())
    await settle()
    expect(screen.queryByText(broken.message)).toBeNull()
  })

  it('of what was written meanwhile is said beside the record that is there', async () => {
    const { cockpit, link: fake } = await show(<IncidentBar />)
    fake.failNext('log:follow', broken)
    act(() => cockpit.incident.catchUp())
    await settle()
    expect(screen.getByRole('alert').textContent).toContain(broken.message)
    fireEvent.click(again())
    await settle()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

/** As a person opens it: after the greeting. */
function OpenedLater() {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Details
      </button>
      <AlertDetailsDialog opened={opened} row={opened ? page : null} onClose={nothing} />
    </>
  )
}

describe('[RF1] what was read once', () => {
  it('before the engine’s clock was known is as old as it is, in a drill that began another day too', async () => {
    const fake = createFakeLink({ now: () => now, board })
    await stage(<AlertDetailsDialog opened row={page} onClose={nothing} />, fake)
    await settle()
    await settle()
    expect(screen.getByText('Loaded 0 s ago')).toBeTruthy()
  })

  it('says how old it is, and stays where asking again fails', async () => {
    let at = now
    const fake = createFakeLink({ now: () => at, board })
    await stage(<OpenedLater />, fake)
    fireEvent.click(screen.getByRole('button', { name: 'Details' }))
    await settle()
    await settle()
    expect(screen.getByText('Loaded 0 s ago')).toBeTruthy()
    at += 3 * MINUTE
    // The engine's clock, and not the store of now, which ticks on each second.
    act(() => fake.push('clock', { now: at, rate: 1 }))
    expect(screen.getByText('Loaded 3 min ago')).toBeTruthy()
    fake.failNext('pages:details', broken)
    fireEvent.click(screen.getByRole('button', { name: texts.ui.readAgain }))
    await settle()
    expect(screen.getByText(broken.message)).toBeTruthy()
    expect(screen.getByText('Loaded 3 min ago')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: texts.ui.readAgain }))
    await settle()
    expect(screen.getByText('Loaded 0 s ago')).toBeTruthy()
  })

  it('of an alert follows what the engine knows of it, also that it is over', async () => {
    const fake = link()
    let known: object | null = { ...alert, state: 'firing', about: null }
    const call: typeof fake.call = (name, input) =>
      // The compiler cannot follow a name to its answer.
      name === 'alerts:read' ? (Promise.resolve({ ok: true, value: known }) as never) : fake.call(name, input)
    await stage(<AlertDetailsDialog opened row={alert} onClose={nothing} />, { ...fake, call })
    await settle()
    known = { ...alert, state: 'suppressed', about: null }
    act(() => fake.push('alerts', cannedAlerts(board.alerts)))
    await settle()
    expect(screen.getByText(texts.alerts.states.suppressed)).toBeTruthy()
    known = null
    act(() => fake.push('alerts', cannedAlerts([])))
    await settle()
    expect(screen.getByText(texts.pages.details.over)).toBeTruthy()
  })
})
