import { fireEvent, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { InternalClock } from '../../../src/renderer/features/incident-bar/internal-clock'
import { WallboardClocks } from '../../../src/renderer/features/wallboard/clocks'
import { useNow, useRecord } from '../../../src/renderer/stores/cockpit'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

function Screens() {
  const incident = useRecord(record => record.incident)
  const now = useNow()
  return (
    <>
      {incident !== undefined && <InternalClock incident={incident} />}
      {incident !== undefined && <WallboardClocks incident={incident} now={now} />}
      <CommsPane />
    </>
  )
}

/** The composer with a Slack channel chosen and words by hand in it. */
async function writingToRoom() {
  const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<Screens />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  act(() => cockpit.focus.request('comms'))
  await screen.findByDisplayValue(/We are investigating/)
  expect(screen.queryByRole('textbox', { name: 'Who reads it' })).toBeNull()
  fireEvent.click(screen.getByRole('combobox', { name: 'To' }))
  fireEvent.click(await screen.findByRole('option', { name: /Slack/ }))
  type('What colleagues read', 'No data is lost.')
  fireEvent.click(screen.getByRole('radio', { name: '30 min' }))
  const updates = () => cockpit.incident.getState().record?.incident.updates ?? []
  return { link, incident, updates }
}

const field = (name: string) => screen.getByRole('textbox', { name })
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ctrlKey: true })

describe('[UP9] an update for a group of colleagues', () => {
  it('is named where it is written, looked at and listed, and sets the clock of that group', async () => {
    const { link, incident, updates } = await writingToRoom()
    type('Who reads it', 'Legal and ')
    expect(field('Who reads it')).toHaveProperty('value', 'Legal and ')
    type('Who reads it', 'Legal and PR')
    press('Enter')
    const look = await screen.findByRole('region', { name: 'Publish this?' })
    expect(look.textContent).toContain('AudienceLegal and PR')
    fireEvent.click(screen.getByRole('button', { name: /^Publish to/ }))
    await waitFor(() => expect(updates()).toMatchObject([{ audience: 'named:Legal and PR' }]))
    const [update] = updates()
    if (update === undefined) throw new Error('Nothing was published')
    act(() => link.delivered(incident, update.id))
    const clock = await screen.findByRole('button', { name: /^Update to Legal and PR/ })
    expect(clock.textContent).toMatch(/(29|30):\d\d$/)
    expect(screen.getByText(/^Update to Legal and PR in (29|30):\d\d$/)).toBeTruthy()
    expect(screen.getByText('Legal and PR', { selector: 'bdi' })).toBeTruthy()
  })

  it('is offered by the names that the incident has', async () => {
    const { updates } = await writingToRoom()
    type('Who reads it', 'Leadership')
    press('s')
    await waitFor(() => expect(updates()).toHaveLength(1))
    fireEvent.click(await screen.findByRole('button', { name: 'Continue editing' }))
    await waitFor(() => expect(field('Who reads it')).toHaveProperty('value', 'Leadership'))
    type('Who reads it', '')
    fireEvent.click(screen.getByRole('button', { name: 'Leadership' }))
    expect(field('Who reads it')).toHaveProperty('value', 'Leadership')
  })
})
