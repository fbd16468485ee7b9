import '../../support/browser-gaps'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandId } from '../../../src/renderer/commands/command-list'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import type { CommandName } from '../../../src/shared/contract/calls'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

type Field = HTMLInputElement | HTMLTextAreaElement
const field = (name: string) => screen.findByRole<Field>('textbox', { name })
const type = (into: Field, value: string) => fireEvent.change(into, { target: { value } })
const ask = ({ cockpit }: Shown, place: CommandId) => act(async () => void cockpit.focus.request(place))
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
const pressKeepTheirs = async () => fireEvent.click(await screen.findByRole('button', { name: 'Keep theirs' }))

/** A dialog, a field of it, what a colleague sends meanwhile, and what the field holds at its next opening. */
const edits: readonly (readonly [CommandId, string, CommandName, object, string])[] = [
  ['impact', 'Impact', 'incident:state-impact', { impact: 'All cards fail' }, 'All cards fail'],
  ['title', 'Title', 'incident:rename', { title: 'All cards fail' }, 'All cards fail'],
  ['severity', 'Why (optional)', 'incident:change-severity', { to: 'SEV-1', reason: '' }, ''],
  ['status', 'Why (optional)', 'incident:change-status', { to: 'identified', reason: '' }, ''],
]

describe('[TX1] where a colleague’s change is kept', () => {
  it.each(edits)('what was typed is not offered again: %s', async (place, name, call, change, then) => {
    const shown = await show(<IncidentBar />)
    await ask(shown, place)
    type(await field(name), 'One in four')
    await act(async () => void (await shown.link.call(call, { incident: shown.incident, ...change } as never)))
    await pressKeepTheirs()
    await closed()
    await ask(shown, place)
    expect((await field(name)).value).toBe(then)
    expect(screen.queryByText(/Not sent yet/)).toBeNull()
  })

  it('a draft is theirs from there on, and nothing of it was typed here', async () => {
    const shown = await show(<CommsPane />)
    await ask(shown, 'comms')
    const body = () => field('What customers read')
    await waitFor(async () => expect((await body()).readOnly).toBe(false))
    type(await field('Title'), 'Card payments')
    type(await body(), 'Some cards fail')
    fireEvent.keyDown(await body(), { key: 's', ctrlKey: true })
    await closed()
    const drafted = shown.link.calls.find(({ name }) => name === 'comms:draft')?.input as {
      readonly update: never
      readonly content: UpdateContent
    }
    await ask(shown, 'comms')
    type(await body(), 'Some cards fail since 14:03')
    const { incident, link } = shown
    const content = { ...drafted.content, body: 'All cards fail' }
    await act(async () => void (await link.call('comms:draft', { incident, update: drafted.update, content })))
    await pressKeepTheirs()
    expect((await body()).value).toBe('All cards fail')
    // A reload or a crash at this moment must not offer their words as typed here.
    expect(localStorage.getItem(`quarterdeck.typed.${incident}.update:${drafted.update}`)).toContain('"text":""')
    fireEvent.keyDown(await body(), { key: 'Escape' })
    await closed()
    await settle()
    await ask(shown, 'comms')
    expect((await body()).value).toBe('All cards fail')
    expect(screen.queryByText(/Not sent yet/)).toBeNull()
  })
})
