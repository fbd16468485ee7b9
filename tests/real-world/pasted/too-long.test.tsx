import '../../support/browser-gaps'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandId } from '../../../src/renderer/commands/command-list'
import { SuppressGroupDialog } from '../../../src/renderer/features/alerts/suppression/suppress-group-dialog'
import { CheckpointPane } from '../../../src/renderer/features/checkpoint/checkpoint-pane'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { MeDialog } from '../../../src/renderer/features/me/me-dialog'
import { ChatPostDialog } from '../../../src/renderer/features/outbox/chat-post-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import type { CallName } from '../../../src/shared/contract/calls'
import type { AlertGroup } from '../../../src/shared/domain/alerts/group'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

type Field = HTMLInputElement | HTMLTextAreaElement
const field = (name: string) => screen.findByRole<Field>('textbox', { name })
const type = (into: Field, value: string) => fireEvent.change(into, { target: { value } })
const sendByKeys = (from: Element) => fireEvent.keyDown(from, { key: 'Enter', ctrlKey: true })
/** What a screen reader says of a field besides its name. */
const described = (one: Field) =>
  (one.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map(id => document.getElementById(id)?.textContent ?? '')
    .join(' ')

const Declare = openedBy('declare', DeclareDialog)
const ChatPost = openedBy('chat-post', ChatPostDialog)
const group = { id: 'g', title: { about: 'alert', title: 'Errors' }, why: [] } as unknown as AlertGroup

async function open(part: ReactNode, place: CommandId | null) {
  const shown = await show(part)
  if (place !== null) await act(async () => void shown.cockpit.focus.request(place))
  return shown
}

/** A form, how it is asked for, a field of it, the most that fits in, and the call that must not be made. */
const forms: readonly (readonly [string, ReactNode, CommandId | null, string, number, CallName | null])[] = [
  ['the title of a declaration', <Declare key="d" />, 'declare', 'Title', 255, 'incident:declare'],
  ['a new title', <IncidentBar key="n" />, 'title', 'Title', 255, 'incident:rename'],
  ['the impact', <IncidentBar key="i" />, 'impact', 'Impact', 10_000, 'incident:state-impact'],
  [
    'the reason for a severity',
    <IncidentBar key="s" />,
    'severity',
    'Why (optional)',
    10_000,
    'incident:change-severity',
  ],
  ['an answer', <CheckpointPane key="c" />, 'checkpoint', 'What are we trying now?', 10_000, 'checkpoint:hold'],
  ['a post to Slack', <ChatPost key="p" />, 'chat-post', 'What responders should know', 4_000, 'acts:ask'],
  ['a name', <MeDialog key="m" opened onClose={() => undefined} />, null, 'Your name', 80, null],
  [
    'why a group is hidden',
    <SuppressGroupDialog key="h" opened group={group} onClose={() => undefined} />,
    null,
    'Why suppress',
    10_000,
    'alerts:hide',
  ],
]

describe('[TX2] a text that is too long', () => {
  it.each(forms)('stays whole, says by how much, and is not sent: %s', async (_, part, place, name, most, call) => {
    const { link } = await open(part, place)
    const pasted = `${'x'.repeat(most)}${'y'.repeat(37)}`
    type(await field(name), pasted)
    expect((await field(name)).value).toBe(pasted)
    expect(described(await field(name))).toContain(`Too long by 37 characters: ${most.toLocaleString('en')} at most.`)
    expect((await field(name)).getAttribute('aria-invalid')).toBe('true')
    act(() => (document.activeElement as HTMLElement | null)?.blur())
    sendByKeys(await field(name))
    fireEvent.submit((await field(name)).closest('form') as HTMLFormElement)
    await settle()
    expect(document.activeElement).toBe(await field(name))
    expect(screen.getByRole('dialog')).toBeTruthy()
    expect(link.calls.filter(one => one.name === call)).toHaveLength(call === 'incident:declare' ? 1 : 0)
  })

  it('is sent once it fits: to the last character, without the spaces around it', async () => {
    const { link } = await open(<IncidentBar />, 'title')
    const title = await field('Title')
    type(title, 'x'.repeat(256))
    expect(described(title)).toContain('Too long by 1 character: 255 at most.')
    type(title, `  ${'x'.repeat(255)} `)
    expect(described(title)).not.toContain('Too long')
    sendByKeys(title)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(link.calls.filter(({ name }) => name === 'incident:rename')).toHaveLength(1)
  })

  it('is counted as the engine counts it: an emoji is one', async () => {
    await open(<IncidentBar />, 'title')
    const title = await field('Title')
    type(title, '🙂'.repeat(256))
    expect(described(title)).toContain('Too long by 1 character')
    type(title, '🙂'.repeat(255))
    expect(described(title)).not.toContain('Too long')
  })

  it('of ten times too much is still there after Esc', async () => {
    const { cockpit } = await open(<IncidentBar />, 'title')
    type(await field('Title'), 'z'.repeat(2_550))
    fireEvent.keyDown(await field('Title'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await act(async () => void cockpit.focus.request('title'))
    expect((await field('Title')).value).toBe('z'.repeat(2_550))
  })

  it('in an update keeps it from being reviewed and kept, and stays when the composer closes', async () => {
    const { link, cockpit } = await open(<CommsPane />, 'comms')
    const body = await field('What customers read')
    await waitFor(() => expect(body.readOnly).toBe(false))
    type(await field('Title'), 'Card payments')
    type(body, 'x'.repeat(25_037))
    expect(described(body)).toContain('Too long by 37 characters: 25,000 at most.')
    expect(screen.getByText(/^Before publishing: .*shorten the text/)).toBeTruthy()
    for (const key of ['Enter', 's']) {
      fireEvent.keyDown(await field('Title'), { key, ctrlKey: true })
      await settle()
      expect(document.activeElement).toBe(body)
    }
    fireEvent.keyDown(body, { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(link.calls.filter(({ name }) => name === 'comms:draft')).toEqual([])
    await act(async () => void cockpit.focus.request('comms'))
    expect((await field('What customers read')).value).toBe('x'.repeat(25_037))
  })
})
