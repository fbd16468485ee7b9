import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { displayedTime } from '../../../src/renderer/features/comms/status-page/displayed-time'
import {
  type ConnectionId,
  type IncidentId,
  newId,
  type OutboxItemId,
  type UpdateId,
} from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { cannedBoard } from '../../support/canned-board'
import { cannedChannels } from '../../support/fake-answers'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const now = Date.UTC(2026, 10, 20, 12)
const engine = { kind: 'engine' } as const
const [page, ...others] = cannedChannels
const content: UpdateContent = {
  ...{ stage: 'progress', channel: page as UpdateContent['channel'], title: 'Problems with payments' },
  ...{ body: 'One in four card payments fails.', status: 'identified', components: {}, notify: true },
  nextUpdateAt: null,
}

async function staged(channel = content.channel, more: (update: UpdateId) => readonly EventDraft[] = () => []) {
  const link = createFakeLink({ now: () => now, board: cannedBoard(now) })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const update = newId<UpdateId>()
  const said = { ...content, channel }
  const out = { update, content: said, audience: 'customers', externalId: 'x1', url: null } as const
  link.log.append(
    incident,
    [
      kinds['update-drafted'].draft({ update, content: said, audience: 'customers' }, now, engine),
      kinds['update-published'].draft(out, now, engine),
      ...more(update),
    ],
    now,
  )
  const cockpit = await stage(<CommsPane />, link)
  act(() => cockpit.selection.setState({ open: incident }))
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const asked = () => link.calls.flatMap(({ name, input }) => (name === 'comms:edit' ? [input] : []))
  const filled = () => link.calls.flatMap(({ name, input }) => (name === 'comms:fill' ? [input] : [])).slice(-1)
  return { asked, filled, update }
}

const type = (name: string | RegExp, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

describe('an update that is out', () => {
  it('[PE1] is edited where it stands, with why and the time that is displayed with it', async () => {
    const { asked, update } = await staged()
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
    await screen.findByDisplayValue('One in four card payments fails.')
    type('What customers read', 'One in five card payments fails.')
    type(/^Displayed time/, '11:30')
    type(/^Why/, 'a wrong figure')
    fireEvent.click(screen.getByRole('button', { name: /Edit published text/ }))
    await waitFor(() => expect(asked()).toHaveLength(1))
    expect(asked()).toMatchObject([
      {
        what: {
          ...{ kind: 'update-edit', update, publicIncident: { id: 'x1', name: 'Problems with payments' } },
          ...{ before: 'One in four card payments fails.', body: 'One in five card payments fails.' },
          ...{ displayedAt: now - 30 * 60_000, why: 'a wrong figure' },
        },
      },
    ])
    expect(await screen.findByText('An edit is being sent.')).toBeTruthy()
  })

  it('[PE1] is retracted by one press, and asks for nothing without a reason or with a time to come', async () => {
    const { asked } = await staged()
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Replace by a retraction' }))
    expect(screen.getByDisplayValue(/has been retracted/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /Edit published text/ }))
    type(/^Why/, 'not ours')
    type(/^Displayed time/, '25:99')
    fireEvent.click(screen.getByRole('button', { name: /Edit published text/ }))
    expect(await screen.findByText(/Not a time that has passed/)).toBeTruthy()
    expect(asked()).toEqual([])
  })

  it('[PE2] shows the words that it had, and why it was edited', async () => {
    await staged(content.channel, update => {
      const what = {
        ...({ kind: 'update-edit', connection: content.channel.connection, update, published: now } as const),
        ...{ publicIncident: { id: 'x1', name: 'Problems' }, why: 'a wrong figure' },
        ...{ before: content.body, body: 'One in five card payments fails.' },
      }
      const body = { act: newId<OutboxItemId>(), what, externalId: 'x1', url: null }
      return [kinds['act-done'].draft(body, now, engine)]
    })
    expect(screen.getByText('One in five card payments fails.')).toBeTruthy()
    expect(screen.getByText('One in four card payments fails.').tagName).toBe('DEL')
    expect(screen.getByText(/^Edited .*: a wrong figure$/)).toBeTruthy()
  })

  it('[PE7] in Slack is edited where it stands, with no time of ours', async () => {
    const room = others.find(({ vendor }) => vendor === 'slack')
    if (room === undefined) throw new Error('The canned channels have a room')
    const { asked, update } = await staged(room)
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }))
    await screen.findByDisplayValue('One in four card payments fails.')
    expect(screen.queryByRole('textbox', { name: /^Displayed time/ })).toBeNull()
    type('What colleagues read', 'One in five card payments fails.')
    type(/^Why/, 'a wrong figure')
    fireEvent.click(screen.getByRole('button', { name: /Edit published text/ }))
    await waitFor(() => expect(asked()).toHaveLength(1))
    expect(asked()).toMatchObject([{ what: { kind: 'update-edit', connection: room.connection, update } }])
  })

  it('[PE4] is corrected by another one that names it, also where none can be edited', async () => {
    const hook = { vendor: 'teams', connection: 'ops' as ConnectionId, target: 'teams', label: 'Operations' } as const
    const { filled } = await staged(hook)
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull()
    expect(
      screen.getByTitle('What was sent to Operations cannot be edited: a correction is another message.'),
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Correct' }))
    expect(await screen.findByRole('combobox', { name: 'Template' })).toBeTruthy()
    await waitFor(() => expect(filled()).toMatchObject([{ template: 'correction', fields: { wrong: content.body } }]))
  })
})

describe('[PE1] the displayed time', () => {
  it.each([
    ['', undefined],
    ['11:30', now - 30 * 60_000],
    ['12:30 UTC', now - 23.5 * 3_600_000],
    ['2026-11-19 09:05', Date.UTC(2026, 10, 19, 9, 5)],
    ['2026-11-21 09:05', 'unreadable'],
    ['noon', 'unreadable'],
  ])('%j is %j', (typed, at) => expect(displayedTime(typed, now)).toBe(at))
})
