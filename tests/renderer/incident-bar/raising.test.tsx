import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SeverityDialog } from '../../../src/renderer/features/incident-bar/edit-dialogs'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { useCommand } from '../../../src/renderer/stores/use-command'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const opened: string[] = []

function Bar() {
  const incident = useRecord(record => record.incident)
  useCommand('comms', () => opened.push('comms'))
  if (incident === undefined) return null
  return <SeverityDialog incident={incident} opened onClose={() => opened.push('closed')} />
}

async function stage(): Promise<Shown> {
  opened.length = 0
  const shown = await show(<Bar />)
  await settle()
  return shown
}

const choose = (severity: RegExp) => {
  const radio = screen.getByRole('radio', { name: severity })
  fireEvent.click(radio)
  return radio
}
const note = () => screen.queryAllByRole('note').find(({ textContent }) => textContent?.includes('customer update'))
const changes = ({ link }: Shown) => link.calls.filter(({ name }) => name === 'incident:change-severity')

it('[SV3] raising says by when the update will be due, and one press raises and leads to it', async () => {
  const shown = await stage()
  expect(note()).toBeUndefined()
  choose(/SEV-1/)
  expect(note()?.textContent).toMatch(/The next customer update will be due by \d\d:\d\d/)
  fireEvent.click(screen.getByRole('button', { name: /^Raise and write the update/ }))
  await settle()
  expect(changes(shown).map(({ input }) => input)).toMatchObject([{ to: 'SEV-1', was: 'SEV-2' }])
  expect(opened).toEqual(['closed', 'comms'])
})

it('[SV3] the key of updates does the same, and the button of the form only raises', async () => {
  const shown = await stage()
  fireEvent.keyDown(choose(/SEV-1/), { key: 'u' })
  await settle()
  expect(changes(shown)).toHaveLength(1)
  expect(opened).toEqual(['closed', 'comms'])
  cleanup()
  const other = await stage()
  choose(/SEV-1/)
  fireEvent.submit(screen.getByRole('button', { name: /^Change to SEV-1/ }))
  await settle()
  expect(changes(other)).toHaveLength(1)
  expect(opened).toEqual(['closed'])
})

it('[SV3] what brings no update nearer offers none: lowering, and a resolved incident', async () => {
  const shown = await stage()
  const radio = choose(/SEV-3/)
  expect(note()).toBeUndefined()
  fireEvent.keyDown(radio, { key: 'u' })
  await settle()
  expect(changes(shown)).toEqual([])
  const { link, incident } = shown
  await act(() => link.call('incident:change-status', { incident, to: 'resolved', reason: '' }))
  await settle()
  choose(/SEV-1/)
  expect(note()).toBeUndefined()
})
