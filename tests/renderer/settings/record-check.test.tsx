import { act, fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SettingsSheet } from '../../../src/renderer/features/settings/settings-dialog'
import type { RecordCheck } from '../../../src/shared/contract/record-check'
import type { IncidentId } from '../../../src/shared/domain/ids'
import { texts } from '../../../src/shared/texts/texts'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const NOW = 1_700_000_000_000
const { check } = texts.backups

async function openedRow() {
  const link = createFakeLink({ now: () => NOW, board: cannedBoard(NOW), world: { kind: 'real' } })
  await stage(<SettingsSheet asked={check.name} leaveFor={() => undefined} />, link)
  const told = (state: RecordCheck) => act(async () => link.push('recordCheck', state))
  return { link, told, button: await screen.findByRole('button', { name: check.verify }) }
}

it('[IN11] the settings start a check, follow it, keep the focus, and say that the record is whole', async () => {
  const { link, told, button } = await openedRow()
  expect(screen.getByText(check.none)).toBeTruthy()
  button.focus()
  await act(async () => fireEvent.click(button))
  expect(link.calls).toContainEqual(expect.objectContaining({ name: 'record:verify' }))
  await told({ running: { done: 500, all: 12_345 }, last: null })
  expect(screen.getByText('Checking: 500 of 12,345 events')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: check.verifying }))
  await told({ running: null, last: { at: NOW, events: 12_345, unchecked: null, broken: [] } })
  expect(screen.getByText(/^Checked 12,345 events on .*: the record is whole\.$/)).toBeTruthy()
})

it('[IN11] and name the broken place, or why something was not checked, and do not say whole then', async () => {
  const { told } = await openedRow()
  const damage = { what: 'altered', place: 7, missing: 0, provenSeq: 0, provenUntil: null } as const
  const broken = [{ kind: 'damaged', incident: 'i' as IncidentId, title: 'Cards fail', damage }] as const
  await told({ running: null, last: { at: NOW, events: 9, unchecked: null, broken } })
  expect(screen.getByText(/Cards fail: event 7 of its record/)).toBeTruthy()
  expect(screen.queryByText(/whole/, { selector: 'output' })).toBeNull()
  await told({ running: null, last: { at: NOW, events: 9, unchecked: { count: 2, reason: 'crashed' }, broken: [] } })
  expect(screen.getByText('2 incidents could not be checked: the check crashed, see the log file.')).toBeTruthy()
  expect(screen.queryByText(/whole/, { selector: 'output' })).toBeNull()
})
