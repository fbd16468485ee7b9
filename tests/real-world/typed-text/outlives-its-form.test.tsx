import '../../support/browser-gaps'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommandId } from '../../../src/renderer/commands/command-list'
import { CheckpointPane } from '../../../src/renderer/features/checkpoint/checkpoint-pane'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { ChatPostDialog } from '../../../src/renderer/features/outbox/chat-post-dialog'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import type { FakeLink } from '../../support/fake-link'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})
beforeEach(() => localStorage.clear())

const Declare = openedBy('declare', DeclareDialog)
const ChatPost = openedBy('chat-post', ChatPostDialog)

type Field = HTMLInputElement | HTMLTextAreaElement
const field = (name: string) => screen.findByRole<Field>('textbox', { name })
const type = (into: Field, value: string) => fireEvent.change(into, { target: { value } })
const pressEscape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

/** A form, how it is asked for, and a field of it. */
const forms: readonly (readonly [string, ReactNode, CommandId, string])[] = [
  ['an answer of the checkpoint', <CheckpointPane key="c" />, 'checkpoint', 'What are we trying now?'],
  ['the impact', <IncidentBar key="i" />, 'impact', 'Impact'],
  ['a new title', <IncidentBar key="n" />, 'title', 'Title'],
  ['the reason for a severity', <IncidentBar key="s" />, 'severity', 'Why (optional)'],
  ['the reason for a status', <IncidentBar key="t" />, 'status', 'Why (optional)'],
  ['the title of a declaration', <Declare key="d" />, 'declare', 'Title'],
  ['a post to Slack', <ChatPost key="p" />, 'chat-post', 'What responders should know'],
]

async function open(part: ReactNode, place: CommandId) {
  const shown = await show(part)
  await act(async () => void shown.cockpit.focus.request(place))
  return shown
}

const again = (cockpit: Awaited<ReturnType<typeof open>>['cockpit'], place: CommandId) =>
  act(async () => void cockpit.focus.request(place))

describe('[TX1] what was typed into a form and not sent', () => {
  it.each(forms)('is offered again after Esc: %s', async (_, part, place, name) => {
    const { cockpit } = await open(part, place)
    type(await field(name), 'Rollback 日本語 🙂')
    pressEscape()
    await closed()
    await again(cockpit, place)
    expect((await field(name)).value).toBe('Rollback 日本語 🙂')
    expect(screen.getByText(/Not sent yet: you typed this at/)).toBeTruthy()
  })

  it('is offered again after a reload, and `Start over` empties it for good', async () => {
    const { link, incident } = await open(<IncidentBar />, 'impact')
    type(await field('Impact'), 'One in four')
    cleanup()
    expect(localStorage.getItem(`quarterdeck.typed.${incident}.impact`)).toContain('One in four')
    expect(link.calls).toContainEqual({
      name: 'typed-text:write',
      input: expect.objectContaining({ incident, field: 'impact', text: '{"impact":"One in four"}' }),
    })
  })

  it('begins anew with `Start over`, and after it was sent', async () => {
    const { cockpit } = await open(<IncidentBar />, 'impact')
    type(await field('Impact'), 'One in four')
    pressEscape()
    await closed()
    await again(cockpit, 'impact')
    fireEvent.click(await screen.findByRole('button', { name: 'Start over' }))
    expect((await field('Impact')).value).toBe('')
    type(await field('Impact'), 'One in five')
    fireEvent.submit((await field('Impact')).closest('form') as HTMLFormElement)
    await closed()
    await again(cockpit, 'impact')
    expect((await field('Impact')).value).toBe('One in five')
    expect(screen.queryByText(/Not sent yet/)).toBeNull()
  })

  it('stays when the engine refuses it', async () => {
    const { link, cockpit } = await open(<IncidentBar />, 'impact')
    type(await field('Impact'), 'One in four')
    link.failNext('incident:state-impact', { kind: 'storage-unknown', message: 'disk error' })
    fireEvent.submit((await field('Impact')).closest('form') as HTMLFormElement)
    await settle()
    pressEscape()
    await closed()
    await again(cockpit, 'impact')
    expect((await field('Impact')).value).toBe('One in four')
  })

  it('comes from the engine where a killed browser lost it, unless somebody types by then', async () => {
    const prepare = (link: FakeLink) => {
      const { call } = link
      Object.assign(link, {
        call: (name: never, input: { readonly field?: string }) =>
          name === 'typed-text:read' && input.field === 'impact'
            ? Promise.resolve({ ok: true, value: { text: '{"impact":"From the disk"}', at: Date.now() } })
            : call(name, input as never),
      })
    }
    const { cockpit } = await show(<IncidentBar />, prepare)
    await again(cockpit, 'impact')
    expect((await field('Impact')).value).toBe('From the disk')
  })

  it.each(['not JSON', '[]', 'null', '{"impact":7}', '{"other":"x"}'])(
    'is as at the start where what was stored cannot be read: %s',
    async stored => {
      vi.spyOn(console, 'warn').mockReturnValue()
      const { cockpit, incident } = await show(<IncidentBar />)
      localStorage.setItem(`quarterdeck.typed.${incident}.impact`, JSON.stringify({ text: stored, at: 5 }))
      await again(cockpit, 'impact')
      expect((await field('Impact')).value).toBe('')
    },
  )

  it('types on where the browser stores nothing', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue()
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await open(<IncidentBar />, 'impact')
    type(await field('Impact'), 'One in four')
    expect((await field('Impact')).value).toBe('One in four')
    expect(warned).toHaveBeenCalled()
  })
})

describe('[TX1] an update', () => {
  it('without a channel is kept over Esc, with its words', async () => {
    const shown = await show(<CommsPane />)
    act(() => shown.cockpit.board.setState({ channels: [] }))
    await again(shown.cockpit, 'comms')
    const body = await field('What customers read')
    await waitFor(() => expect(body.readOnly).toBe(false))
    type(body, 'Card payments fail for some of you')
    pressEscape()
    await closed()
    await again(shown.cockpit, 'comms')
    expect((await field('What customers read')).value).toBe('Card payments fail for some of you')
  })
})

describe('[TX1] a correction', () => {
  it('that was left is offered again for its own line, and for no other', async () => {
    await show(<TimelinePane />)
    const line = () => screen.getByRole<Field>('textbox', { name: /line$/ })
    const enter = async (text: string) => {
      type(line(), text)
      fireEvent.keyDown(line(), { key: 'Enter' })
      await settle()
    }
    await enter('Pool is ful')
    fireEvent.keyDown(line(), { key: 'ArrowUp' })
    expect(line().value).toBe('Pool is ful')
    type(line(), 'Pool is full since 14:03')
    fireEvent.keyDown(line(), { key: 'Escape' })
    expect(line().value).toBe('')
    fireEvent.keyDown(line(), { key: 'ArrowUp' })
    expect(line().value).toBe('Pool is full since 14:03')
    fireEvent.click(screen.getByRole('button', { name: 'revert' }))
    expect(line().value).toBe('Pool is ful')
    fireEvent.keyDown(line(), { key: 'Escape' })
    await enter('Another')
    fireEvent.keyDown(line(), { key: 'ArrowUp' })
    expect(line().value).toBe('Another')
  })
})
