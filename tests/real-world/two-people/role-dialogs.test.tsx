import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { RolesPane } from '../../../src/renderer/features/roles/roles-pane'
import { newId, type TeamId } from '../../../src/shared/domain/ids'
import { texts } from '../../../src/shared/texts/texts'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)

const team = newId<TeamId>()
const database = { team, name: 'Database', lead: 'Jonas', members: ['Mei'] }

async function opened(place: 'assign' | 'crew-add', title: string): Promise<Shown> {
  const shown = await show(<RolesPane />)
  act(() => shown.cockpit.focus.request(place))
  await screen.findByRole('dialog', { name: title })
  return shown
}

async function colleague({ link, incident }: Shown, name: 'roles:assign' | 'teams:set', input: object) {
  await act(async () => {
    await link.call(name, { incident, ...input } as never)
  })
  await settle()
}

const inDialog = () => within(screen.getByRole('dialog'))
const sent = ({ link }: Shown, name: string) => link.calls.filter(call => call.name === name).map(({ input }) => input)

describe('[ED2] a dialog of the roles pane while a colleague does the same', () => {
  const typeName = (name: string) => {
    const field = screen.getByRole('combobox', { name: texts.assigning.field })
    fireEvent.change(field, { target: { value: name } })
    fireEvent.keyDown(field, { key: 'Enter' })
  }

  it('names whom they assigned, and reassigns only when the user confirms', async () => {
    const shown = await opened('assign', texts.assigning.title)
    await colleague(shown, 'roles:assign', { role: 'ic', name: 'Bo Lind' })
    expect(inDialog().getByRole('alert').textContent).toContain('Bo Lind')
    typeName('Mira Osei')
    await settle()
    expect(sent(shown, 'roles:assign')).toHaveLength(1)
    expect(document.activeElement).toBe(inDialog().getByRole('alert'))
    fireEvent.keyDown(inDialog().getByRole('alert'), { key: 'm' })
    expect(inDialog().queryByRole('alert')).toBeNull()
    typeName('Mira Osei')
    await settle()
    expect(sent(shown, 'roles:assign').at(-1)).toMatchObject({ role: 'ic', name: 'Mira Osei', was: 'Bo Lind' })
  })

  it('keeps a colleague’s choice and goes on to the next gap, without the typed name', async () => {
    const shown = await opened('assign', texts.assigning.title)
    const field = screen.getByRole('combobox', { name: texts.assigning.field })
    fireEvent.change(field, { target: { value: 'Mira' } })
    await colleague(shown, 'roles:assign', { role: 'ic', name: 'Bo Lind' })
    fireEvent.click(screen.getByRole('button', { name: texts.colleagues.takeTheirs }))
    expect((field as HTMLInputElement).value).toBe('')
    expect(screen.getByRole('heading', { level: 3 }).textContent).not.toContain('Incident commander')
    expect(inDialog().queryByRole('alert')).toBeNull()
  })

  it('does not warn about the user’s own assignment', async () => {
    const shown = await opened('assign', texts.assigning.title)
    typeName('mira  osei')
    await settle()
    typeName('ic Bo Lind')
    await settle()
    expect(inDialog().queryByRole('alert')).toBeNull()
    expect(sent(shown, 'roles:assign')).toHaveLength(2)
  })

  it('shows a colleague’s new sub-team of the same name, and can still add', async () => {
    const shown = await opened('crew-add', texts.crewAdding.title)
    const field = screen.getByRole('textbox', { name: texts.crewAdding.field })
    fireEvent.change(field, { target: { value: 'Database: Lin' } })
    await colleague(shown, 'teams:set', database)
    expect(screen.getByRole('button', { name: texts.crewAdding.add })).toBeTruthy()
    expect(inDialog().getByRole('alert').textContent).toContain('Database: Jonas, Mei')
    fireEvent.click(screen.getByRole('button', { name: texts.colleagues.keepMine }))
    fireEvent.submit(screen.getByRole('button', { name: texts.crewAdding.change }).closest('form') as HTMLFormElement)
    await settle()
    const { team: _, ...was } = database
    expect(sent(shown, 'teams:set').at(-1)).toMatchObject({ team, lead: 'Lin', was })
  })
})
