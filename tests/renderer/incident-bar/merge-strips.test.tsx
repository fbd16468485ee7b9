import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MergeStrips } from '../../../src/renderer/features/incident-bar/merge-strips'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import type { EventId, ResponderId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

function Strips() {
  const incident = useRecord(record => record.incident)
  return incident === undefined ? null : <MergeStrips incident={incident} />
}

const by = (name: string) => ({ kind: 'person', responder: { id: name.toLowerCase() as ResponderId, name } }) as const
const claim = (name: string, value: 'SEV-1' | 'SEV-3', counter: number) => ({
  ...{ event: `${name}.0` as EventId, stamp: { origin: name, counter }, at: 1_000 * counter, by: by(name), value },
})

async function withHead(change: (incident: Incident) => Partial<Incident>) {
  const shown = await show(<Strips />)
  const { incident: store } = shown.cockpit
  await act(async () => {
    const { record } = store.getState()
    if (record === undefined) throw new Error('No incident is open')
    store.setState({ record: { ...record, incident: { ...record.incident, ...change(record.incident) } } })
  })
  await settle()
  return shown
}

it('[CF5] names what differs with both sides, and its key opens the choice', async () => {
  const { cockpit } = await withHead(({ claims }) => ({
    claims: { ...claims, severity: [claim('Ada', 'SEV-1', 1), claim('Bo', 'SEV-3', 1)] },
  }))
  const strip = screen.getByRole('complementary', { name: 'Conflicts' })
  expect(strip.textContent).toMatch(/was set differently on two machines.*Ada.*Bo/)
  const opened = vi.spyOn(cockpit.focus, 'request')
  fireEvent.click(screen.getByRole('button', { name: /Settle/ }))
  expect(opened).toHaveBeenCalledWith('conflicts')
})

it('[CF6] tells a person what they did for nothing, and nobody else, until they have seen it', async () => {
  const unfolded = (name: string) => ({
    ...{ event: `${name}.1` as EventId, kind: 'role-assigned', at: 1, by: by(name) },
    because: { as: 'void', reason: 'role-gone' } as const,
  })
  const { cockpit } = await withHead(() => ({ unfolded: [unfolded('Somebody else')] }))
  expect(screen.queryByRole('complementary', { name: 'Without effect' })).toBeNull()
  const me = cockpit.session.getState().me?.name ?? ''
  await act(async () => {
    const { record } = cockpit.incident.getState()
    if (record === undefined) throw new Error('No incident is open')
    const incident = { ...record.incident, unfolded: [unfolded(me)] }
    cockpit.incident.setState({ record: { ...record, incident } })
  })
  await settle()
  expect(screen.getByRole('complementary', { name: 'Without effect' }).textContent).toMatch(/no longer has that role/)
  const opened = vi.spyOn(cockpit.focus, 'request')
  fireEvent.click(screen.getByRole('button', { name: /Do it again/ }))
  expect(opened).toHaveBeenCalledWith('assign')
  expect(screen.queryByRole('complementary', { name: 'Without effect' })).toBeNull()
  cleanup()
  expect(localStorage.getItem('quarterdeck.void-seen')).toContain('.1')
})
