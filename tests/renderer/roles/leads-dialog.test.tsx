import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
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

it('[TX5] what is typed while a report is on its way stays with the team that it was typed for, and can be sent', async () => {
  const { sent, closed, link } = await opened('Payments', 'Network')
  const { call } = link
  let answer: () => void = () => undefined
  const slow = async (...asked: Parameters<typeof call>) => {
    if (asked[0] === 'strategy:put') await new Promise<void>(resolve => (answer = resolve))
    return call(...asked)
  }
  vi.spyOn(link, 'call').mockImplementation(slow as typeof call)
  const words = () => form().getByLabelText(/^What the lead reports/) as HTMLInputElement
  const type = (value: string) => fireEvent.change(words(), { target: { value } })
  const add = () => fireEvent.click(form().getByRole('button', { name: /^Add report/ }))
  fireEvent.click(form().getAllByRole('radio')[1] as HTMLElement)
  type('link is up')
  add()
  type('link is up and warm')
  answer()
  await waitFor(() => expect(words().value).toBe(' and warm'))
  expect(form().getAllByRole('radio')[1]).toHaveProperty('checked', true)
  expect(closed()).toBe(0)
  add()
  answer()
  await waitFor(() => expect(closed()).toBe(1))
  const [first, second] = sent() as { readonly item: { readonly team: TeamId } }[]
  expect(second?.item.team).toBe(first?.item.team)
})
