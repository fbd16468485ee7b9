import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { LeadsDialog } from '../../../src/renderer/features/roles/leads-dialog'
import { RolesPane } from '../../../src/renderer/features/roles/roles-pane'
import { newId, type TeamId } from '../../../src/shared/domain/ids'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const form = () => within(screen.getByRole('dialog'))

async function opened(...names: readonly string[]) {
  let closed = 0
  const shown = await show(
    <>
      <LeadsDialog opened onClose={() => (closed += 1)} />
      <RolesPane />
    </>,
  )
  for (const name of names)
    await shown.link.call('teams:set', {
      ...{ incident: shown.incident, team: newId<TeamId>(), name, lead: `${name} lead`, members: [] },
    })
  await settle()
  const sent = () => shown.link.calls.filter(({ name }) => name === 'strategy:put').map(({ input }) => input)
  return { ...shown, sent, closed: () => closed }
}

it('[RC8] teaches where there is no sub-team', async () => {
  await opened()
  expect(form().getByText('No sub-teams yet')).toBeTruthy()
})

it('[RC8] Enter alone says that the team that is due first has nothing new; words are its report', async () => {
  const { sent, closed, link, cockpit } = await opened('Payments', 'Network')
  expect(form().getAllByRole('radio')[0]).toHaveProperty('checked', true)
  fireEvent.click(form().getByRole('button', { name: /^Nothing new from Payments/ }))
  await settle()
  expect(sent()).toMatchObject([{ item: { kind: 'lead', text: '' } }])
  expect(closed()).toBe(1)
  expect(cockpit.incident.getState().record?.incident.leadReports[0]?.reports).toMatchObject([{ text: '' }])
  fireEvent.click(form().getAllByRole('radio')[1] as HTMLElement)
  fireEvent.change(form().getByLabelText(/^What the lead reports/), { target: { value: 'link is up' } })
  fireEvent.click(form().getByRole('button', { name: /^Add report/ }))
  await settle()
  expect(sent().at(-1)).toMatchObject({ item: { kind: 'lead', text: 'link is up' } })
  expect(form().getByText(/ago: link is up/)).toBeTruthy()
  expect(link.calls.length).toBeGreaterThan(0)
})
