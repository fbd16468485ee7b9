import '../../support/browser-gaps'
import { MantineProvider } from '@mantine/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLayouts } from '../../../src/renderer/app/layouts/layouts'
import { createPaneWindows } from '../../../src/renderer/app/layouts/pane-windows'
import { nothingStored } from '../../../src/renderer/app/layouts/stored-layouts'
import { stack } from '../../../src/renderer/app/layouts/tree'
import { useKeymap } from '../../../src/renderer/app/use-keymap'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { RolesPane } from '../../../src/renderer/features/roles/roles-pane'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { CockpitProvider, createCockpit } from '../../../src/renderer/stores/cockpit'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { createFakeLink } from '../../support/fake-link'
import { emptyBoard, settle } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

/** A cockpit whose incident is known, and whose log comes when the test lets it. */
async function beforeTheRecord() {
  const link = createFakeLink({ now: Date.now, board: emptyBoard })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-2', impact: '' })
  link.losePushes(true)
  const cockpit = createCockpit(link)
  const layouts = createLayouts({
    stored: nothingStored,
    first: { name: null, tree: stack('timeline') },
    windows: createPaneWindows(window, 'timeline'),
    notify: () => undefined,
  })
  function Keys() {
    useKeymap(layouts)
    return null
  }
  render(
    <MantineProvider env="test">
      <CockpitProvider cockpit={cockpit}>
        <Keys />
        <IncidentBar />
        <RolesPane />
        <CommsPane />
        <TimelinePane />
      </CockpitProvider>
    </MantineProvider>,
  )
  await settle()
  expect(cockpit.selection.getState().open).toBe(incident)
  expect(cockpit.incident.getState().record).toBeUndefined()
  const press = (...keys: readonly string[]) => {
    for (const key of keys) fireEvent.keyDown(document.activeElement ?? document.body, { key })
  }
  const comes = async () => {
    link.losePushes(false)
    await act(async () => cockpit.incident.catchUp())
    await settle()
  }
  return { cockpit, link, press, comes }
}

const dialog = () => screen.queryByRole('dialog')

describe('[KW1] a key that comes while the record is being read', () => {
  it('waits for it, says nothing, and then acts: `a` assigns', async () => {
    const { cockpit, press, comes } = await beforeTheRecord()
    press('a')
    expect(cockpit.faults.getState()).not.toHaveProperty('keys.message')
    expect(dialog()).toBeNull()
    await comes()
    expect(await screen.findByRole('dialog', { name: 'Assign roles' })).toBeTruthy()
  })

  it.each([
    ['s', 'Change severity'],
    ['t', 'Change status'],
    ['i', 'Set the impact'],
    ['u', 'Update to customers'],
  ])('waits for each key that acts on the record: %s', async (key, name) => {
    const { press, comes } = await beforeTheRecord()
    press(key)
    await comes()
    await waitFor(() => expect(dialog()?.textContent?.toLowerCase()).toContain(name.toLowerCase().split(' ').at(-1)))
  })

  it('puts what was typed behind it into the dialog that it opens', async () => {
    const { press, comes } = await beforeTheRecord()
    press('i', ...'Q42 cards', 'x', 'Backspace')
    await comes()
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Impact' }).value).toBe('Q42 cards'),
    )
  })

  it.each([
    ['Escape', () => fireEvent.keyDown(document.body, { key: 'Escape' })],
    ['a click elsewhere', () => fireEvent.pointerDown(document.body)],
    ['an arrow', () => fireEvent.keyDown(document.body, { key: 'ArrowDown' })],
  ])('is dropped by %s', async (_, meanwhile) => {
    const { press, comes } = await beforeTheRecord()
    press('a')
    meanwhile()
    await comes()
    expect(dialog()).toBeNull()
  })

  it('does not wait for a record that cannot be read, and says why', async () => {
    const { cockpit, press } = await beforeTheRecord()
    act(() => cockpit.incident.setState({ fault: { kind: 'internal', message: 'The log is damaged.' } as never }))
    press('a')
    expect(cockpit.faults.getState().incident?.message).toContain('The log is damaged.')
    expect(cockpit.waitingKeys.getState().keys).toEqual([])
  })

  it('leaves the line to the scribe meanwhile', async () => {
    const { press } = await beforeTheRecord()
    press('/')
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Timeline line' }))
  })
})
