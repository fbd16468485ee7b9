import '../../support/browser-gaps'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Boundary } from '../../../src/renderer/app/boundary'
import { BeganDialog } from '../../../src/renderer/features/began/began-dialog'
import { ConnectionsPage } from '../../../src/renderer/features/connections/connections-page'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { AssignForm } from '../../../src/renderer/features/roles/assign-dialog'
import { engineSettings } from '../../../src/renderer/features/settings/engine-settings'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})
beforeEach(() => localStorage.clear())

const type = (into: Element, value: string) => fireEvent.change(into, { target: { value } })
const textbox = (name: string | RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name })
const restored = /Not sent yet: you typed this at/

/** Draws a part that the button shows and takes away, as a closed dialog is. */
function Closable({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setShown(!shown)}>
        turn
      </button>
      {shown && children}
    </>
  )
}
const turn = () => fireEvent.click(screen.getByRole('button', { name: 'turn' }))

describe('[TX1] what is half typed', () => {
  it('of a new connection comes back without its token, and no secret is stored or sent to be', async () => {
    const { link } = await show(
      <Closable>
        <ConnectionsPage onDone={() => undefined} />
      </Closable>,
    )
    fireEvent.click(await screen.findByRole('button', { name: 'Add a connection' }))
    type(await textbox(/^Name/), 'PagerDuty EU')
    type(await textbox(/^Address/), 'https://admin:hunter2@pd.example.com')
    type(screen.getByLabelText(/^Token/), 'secret-token')
    expect((await textbox(/^Address/)).value).toBe('https://admin:hunter2@pd.example.com')
    turn()
    turn()
    fireEvent.click(await screen.findByRole('button', { name: 'Add a connection' }))
    expect((await textbox(/^Name/)).value).toBe('PagerDuty EU')
    expect((screen.getByLabelText(/^Token/) as HTMLInputElement).value).toBe('')
    expect(screen.getByText(restored)).toBeTruthy()
    expect(screen.getByText(/paste it again/)).toBeTruthy()
    const disks = JSON.stringify([{ ...localStorage }, link.calls.filter(({ name }) => name === 'typed-text:write')])
    expect(disks).toContain('PagerDuty EU')
    expect(disks).not.toMatch(/hunter2|secret-token|admin/)
  })

  it('of the default name comes back, and is over once the engine has it', async () => {
    const Part = engineSettings.find(({ id }) => id === 'default-name')?.Part
    if (Part === undefined) throw new Error('The setting has gone')
    const part = (
      <Closable>
        <span id="l">Default</span>
        <Part labelledBy="l" leaveFor={() => undefined} />
      </Closable>
    )
    const { link } = await show(part)
    type(await textbox('Default'), 'Night shift')
    turn()
    turn()
    expect((await textbox('Default')).value).toBe('Night shift')
    expect(screen.getByText(restored)).toBeTruthy()
    type(await textbox('Default'), 'x'.repeat(81))
    fireEvent.keyDown(await textbox('Default'), { key: 'Enter' })
    await settle()
    expect(link.calls.filter(({ name }) => name === 'settings:change')).toEqual([])
    type(await textbox('Default'), 'Night shift 2')
    fireEvent.keyDown(await textbox('Default'), { key: 'Enter' })
    await settle()
    expect(link.calls).toContainEqual({ name: 'settings:change', input: { me: 'Night shift 2', was: { me: null } } })
    await waitFor(() => expect(localStorage.getItem('quarterdeck.typed.none.default-name')).toContain('"text":""'))
  })

  it('in the line that assigns is offered, and not put where the next Enter would assign it', async () => {
    const { link } = await show(
      <Closable>
        <AssignForm only={null} onCall={{ people: [], problem: '' } as never} onDone={() => undefined} />
      </Closable>,
    )
    const line = () => screen.getByRole<HTMLInputElement>('combobox')
    type(line(), 'Mei')
    turn()
    turn()
    expect(line().value).toBe('')
    fireEvent.keyDown(line(), { key: 'Enter' })
    await settle()
    expect(link.calls.filter(({ name }) => name === 'roles:assign')).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Continue with it' }))
    expect(line().value).toBe('Mei')
    expect(document.activeElement).toBe(line())
  })

  it('of when it began comes back', async () => {
    const Began = openedBy('began' as never, BeganDialog)
    const { cockpit } = await show(<Began />)
    await act(async () => void cockpit.focus.request('began' as never))
    const field = async () => (await screen.findAllByRole<HTMLInputElement>('textbox'))[0] as HTMLInputElement
    type(await field(), '14:0')
    fireEvent.keyDown(await field(), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await act(async () => void cockpit.focus.request('began' as never))
    expect((await field()).value).toBe('14:0')
    expect(screen.getByText(restored)).toBeTruthy()
  })

  it('of a declaration goes on whichever incident is looked at meanwhile', async () => {
    const Declare = openedBy('declare', DeclareDialog)
    const { cockpit } = await show(<Declare />)
    await act(async () => void cockpit.focus.request('declare'))
    type(await textbox('Title'), 'Logins fail')
    fireEvent.keyDown(await textbox('Title'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    act(() => cockpit.selection.setState({ open: null }))
    await act(async () => void cockpit.focus.request('declare'))
    expect((await textbox('Title')).value).toBe('Logins fail')
  })

  it('in the place of a part that had stopped is offered by the line after a reload', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const Broken = () => {
      throw new Error('It broke')
    }
    await show(
      <Boundary says="Stopped: {problem}" frame={stopped => stopped}>
        <Broken />
      </Boundary>,
    )
    type(await screen.findByRole('textbox'), 'Pool is full since 14:03')
    cleanup()
    await show(<TimelinePane />)
    expect(screen.getByText(/typed at|Typed at/i).textContent).toContain('Pool is full since 14:03')
    const line = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Timeline line' })
    type(line, 'Rolled back')
    fireEvent.click(screen.getByRole('button', { name: 'Insert' }))
    expect(line.value).toBe('Rolled back\nPool is full since 14:03')
    expect(screen.queryByRole('button', { name: 'Insert' })).toBeNull()
    cleanup()
    await show(<TimelinePane />)
    expect(screen.queryByRole('button', { name: 'Insert' })).toBeNull()
  })
})
