import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ConflictsDialog } from '../../../src/renderer/features/conflicts/conflicts-dialog'
import type { EventId, ResponderId } from '../../../src/shared/domain/ids'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const by = (name: string) => ({ kind: 'person', responder: { id: name.toLowerCase() as ResponderId, name } }) as const
const claim = (name: string, value: 'SEV-1' | 'SEV-3') => ({
  ...{ event: `${name}.0` as EventId, stamp: { origin: name, counter: 1 }, at: 1_000, by: by(name), value },
})

it('[CF5] settles for the side that a person chose, and for none by Enter alone', async () => {
  const { cockpit, link } = await show(<ConflictsDialog opened onClose={() => undefined} />)
  await act(async () => {
    const { record } = cockpit.incident.getState()
    if (record === undefined) throw new Error('No incident is open')
    const claims = { ...record.incident.claims, severity: [claim('Ada', 'SEV-1'), claim('Bo', 'SEV-3')] }
    cockpit.incident.setState({ record: { ...record, incident: { ...record.incident, claims } } })
  })
  await settle()
  const asked = () => link.calls.filter(({ name }) => name === 'conflict:settle').map(({ input }) => input)
  const form = () => screen.getByRole('textbox').closest('form') as HTMLFormElement
  fireEvent.submit(form())
  await settle()
  expect(asked()).toEqual([])
  expect(screen.getByRole('alert').textContent).toBe('Choose which of them holds: it will hold on every machine.')
  fireEvent.click(screen.getByRole('radio', { name: /SEV-3/ }))
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.submit(form())
  await settle()
  expect(asked()).toMatchObject([{ about: 'severity', chosen: 'Bo.0' }])
})
