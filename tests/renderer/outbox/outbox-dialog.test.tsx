import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { ChatPostDialog } from '../../../src/renderer/features/outbox/chat-post-dialog'
import { OutboxChip } from '../../../src/renderer/features/outbox/outbox-chip'
import { OutboxDialog } from '../../../src/renderer/features/outbox/outbox-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { type ConnectionId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

const Outbox = openedBy('outbox', OutboxDialog)
const Post = openedBy('chat-post', ChatPostDialog)
const byEngine = { kind: 'engine' } as const
const page = { connection: 'pd' as ConnectionId, page: { id: 'Q3', name: 'pool exhausted' } }
const resolve: VendorRequest = { kind: 'page-resolve', ...page, resolution: '' }
const note: VendorRequest = { kind: 'page-note', ...page, text: 'Looking' }

async function running(...drafts: readonly EventDraft[]) {
  const shown = await show(
    <>
      <OutboxChip />
      <Outbox />
      <Post />
    </>,
  )
  const { link, incident, cockpit } = shown
  act(() => {
    const { after, events } = link.log.append(incident, drafts, Date.now())
    link.push('log', { incident, after, events })
  })
  return { ...shown, open: () => act(() => void cockpit.focus.request('outbox')) }
}

const unknown = (id: OutboxItemId) =>
  kinds['act-unknown'].draft({ act: id, what: resolve, reason: 'timed out after 10 s' }, Date.now(), byEngine)
const failed = () =>
  kinds['act-failed'].draft({ act: newId<OutboxItemId>(), what: note, reason: '403: scope' }, Date.now(), byEngine)
const rows = () => within(screen.getByRole('list', { name: 'Outbox' })).getAllByRole('listitem')

it('is a chip only while something is open', async () => {
  const id = newId<OutboxItemId>()
  const { link, incident } = await running(unknown(id), failed())
  expect(screen.getByRole('button', { name: 'Outbox 1 unknown 1 failed' })).toBeTruthy()
  await act(async () => {
    await link.call('acts:settle', { incident, act: id, word: 'it-is-done' })
    await link.call('acts:ask', { incident, act: newId<OutboxItemId>(), what: note })
  })
  expect(screen.getByRole('button', { name: 'Outbox 1 waiting' })).toBeTruthy()
})

it('[AC2] has the unknown on top with both facts, and takes a person’s word by key', async () => {
  const id = newId<OutboxItemId>()
  const { link, incident, open } = await running(unknown(id), failed())
  open()
  expect(document.activeElement).toBe(rows()[0])
  expect(rows()[0]?.textContent).toContain('timed out after 10 s')
  expect(rows()[0]?.textContent).toContain('no open incident with this title')
  fireEvent.keyDown(rows()[0] as Element, { key: 'd' })
  await settle()
  expect(link.calls.at(-1)).toEqual({ name: 'acts:settle', input: { incident, act: id, word: 'it-is-done' } })
  expect(rows().map(row => row.dataset.state)).toEqual(['failed', 'done'])
})

it('[OB20] has a failed act tried again with w, the same one, and moves with the arrows', async () => {
  const { link, open } = await running(unknown(newId<OutboxItemId>()), failed())
  open()
  fireEvent.keyDown(rows()[0] as Element, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(rows()[1])
  fireEvent.keyDown(rows()[1] as Element, { key: 'w' })
  await settle()
  expect(link.calls.at(-1)).toMatchObject({ name: 'acts:settle', input: { word: 'send-again' } })
})

it('[UP6] asks which public incident an update goes on with, and takes the one that a digit chose, by Enter', async () => {
  const candidate = { externalId: 'p1', name: 'Cards', status: 'identified', openedAt: 1, lastUpdate: 'We look.' }
  const candidates = [candidate, { ...candidate, externalId: 'p2', name: 'Search' }]
  const [update, id] = [newId<UpdateId>(), newId<OutboxItemId>()]
  const channel = { vendor: 'statuspage', connection: 'sp' as ConnectionId, target: 'page', label: 'Shop' } as const
  const content: UpdateContent = {
    ...{ stage: 'progress', channel, title: 'Payments fail', body: 'We know more.', status: 'identified' },
    ...{ components: {}, notify: false, nextUpdateAt: null },
  }
  const { link, incident, open } = await running(
    kinds['update-drafted'].draft({ update, content }, Date.now(), byEngine),
    kinds['update-asking'].draft({ update, act: id, reason: 'two fit', candidates }, Date.now(), byEngine),
  )
  expect(screen.getByRole('button', { name: 'Outbox 1 needs your decision' })).toBeTruthy()
  open()
  fireEvent.keyDown(rows()[0] as Element, { key: '3' })
  fireEvent.keyDown(rows()[0] as Element, { key: '2' })
  await settle()
  expect(link.calls.filter(({ name }) => name === 'comms:place')).toEqual([])
  expect(document.activeElement?.textContent).toContain('Search')
  fireEvent.click(document.activeElement as Element)
  await settle()
  const word = { say: 'this', externalId: 'p2' }
  expect(link.calls.filter(({ name }) => name === 'comms:place')).toEqual([
    { name: 'comms:place', input: { incident, update, word } },
  ])
  expect(rows()[0]?.dataset.state).toBe('waiting')
})

it('leads to a post to Slack by key', async () => {
  const { link, open } = await running()
  open()
  fireEvent.keyDown(screen.getByRole('button', { name: /Post to Slack/ }), { key: 'p' })
  const field = await screen.findByRole('textbox', { name: 'What responders should know' })
  fireEvent.change(field, { target: { value: 'War room is open' } })
  fireEvent.submit(field.closest('form') as HTMLFormElement)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(link.calls.findLast(({ name }) => name === 'acts:ask')).toMatchObject({
    name: 'acts:ask',
    input: { what: { kind: 'chat-post', channel: { id: 'C1', name: 'incidents' }, text: 'War room is open' } },
  })
})
