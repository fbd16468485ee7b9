import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { ChatOpenDialog } from '../../../src/renderer/features/outbox/chat-open-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import type { Input } from '../../../src/shared/contract/calls'
import { type ConnectionId, type LinkId, newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)

const Room = openedBy('chat-open', ChatOpenDialog)
const byEngine = { kind: 'engine' } as const
const connection = 'sl' as ConnectionId
const link = (kind: 'ticket' | 'runbook', label: string) =>
  kinds['link-added'].draft(
    { link: { id: newId<LinkId>(), kind, label, url: `https://example.com/${label}` } },
    Date.now(),
    byEngine,
  )
const raised = kinds['severity-changed'].draft({ from: 'SEV-2', to: 'SEV-1', reason: '' }, Date.now(), byEngine)

async function shown(...drafts: readonly EventDraft[]): Promise<Shown & { readonly open: () => Promise<void> }> {
  const all = await show(
    <>
      <IncidentBar />
      <Room />
    </>,
  )
  await act(async () => {
    const batch = all.link.log.append(all.incident, drafts, Date.now())
    all.link.push('log', { incident: all.incident, ...batch })
  })
  await settle()
  const open = async () => {
    await act(async () => void all.cockpit.focus.request('chat-open'))
    await settle()
    await settle()
  }
  return { ...all, open }
}

const sent = ({ link: fake }: Shown) =>
  fake.calls.find(({ name }) => name === 'room:open')?.input as Input<'room:open'> | undefined
const dialog = () => within(screen.getByRole('dialog', { name: /^War room/ }))

it('[WR1] shows all that will happen, leaves out what is unticked, and one key does the rest', async () => {
  const all = await shown(link('ticket', 'T-1'), link('runbook', 'R-1'))
  await all.open()
  const name = dialog().getByRole('textbox', { name: 'Channel' })
  expect(document.activeElement).toBe(name)
  fireEvent.click(dialog().getByRole('checkbox', { name: 'Runbook: R-1' }))
  fireEvent.click(dialog().getByRole('checkbox', { name: 'Line in the incidents channel' }))
  fireEvent.change(dialog().getByRole('textbox', { name: 'Invite people' }), {
    target: { value: 'ann@example.com, bo' },
  })
  fireEvent.change(dialog().getByRole('textbox', { name: 'First message' }), { target: { value: 'All here: ⟦who⟧' } })
  fireEvent.submit(name)
  await settle()
  expect(sent(all)).toBeUndefined()
  expect(dialog().getByText('Fill in or remove ⟦who⟧')).toBeTruthy()
  expect(dialog().getByText(/Not an e-mail address or a Slack id: bo/)).toBeTruthy()

  fireEvent.change(dialog().getByRole('textbox', { name: 'First message' }), { target: { value: 'All here.' } })
  fireEvent.change(dialog().getByRole('textbox', { name: 'Invite people' }), {
    target: { value: 'ann@example.com U012ABCDEF' },
  })
  fireEvent.submit(name)
  await settle()
  const { plan } = sent(all) as Input<'room:open'>
  expect(plan.steps).toMatchObject([
    { kind: 'post', text: 'All here.' },
    { kind: 'pin', text: 'Ticket: T-1 https://example.com/T-1' },
    { kind: 'invite', person: { id: 'ann@example.com' } },
    { kind: 'invite', person: { id: 'U012ABCDEF' } },
  ])
})

it('[WR3] shows how far each step is, why one failed, and tries it again', async () => {
  const [act1, post, invite] = [newId<OutboxItemId>(), newId<OutboxItemId>(), newId<OutboxItemId>()]
  const channel = { id: 'C1', name: 'incident-p' }
  const person = { id: 'bo@example.com', name: 'bo@example.com' }
  const plan = {
    ...{ act: act1, connection },
    steps: [{ kind: 'post', act: post, text: 'x' } as const, { kind: 'invite', act: invite, person } as const],
  }
  const open: VendorRequest = { kind: 'chat-open', connection, name: 'incident-p', private: false }
  const asked: VendorRequest = { kind: 'chat-invite', connection, channel, person }
  const all = await shown(
    kinds['room-planned'].draft({ plan }, Date.now(), byEngine),
    kinds['act-done'].draft(
      { act: act1, what: open, externalId: 'C1', url: 'https://x.slack.com/archives/C1' },
      Date.now(),
      byEngine,
    ),
    kinds['act-failed'].draft({ act: invite, what: asked, reason: 'users_not_found: nobody' }, Date.now(), byEngine),
  )
  await all.open()
  const rows = dialog()
    .getAllByRole('listitem')
    .map(row => row.textContent ?? '')
  expect(rows[0]).toContain('doneOpen channel #incident-p')
  expect(rows[1]).toContain('after the channelFirst message')
  expect(rows[2]).toContain('failedInvite bo@example.com users_not_found: nobody')
  fireEvent.click(dialog().getByRole('button', { name: 'Try again' }))
  await settle()
  expect(all.link.calls.find(({ name }) => name === 'acts:settle')?.input).toMatchObject({
    act: invite,
    word: 'send-again',
  })
  fireEvent.click(dialog().getByRole('radio', { name: /Everything, both ways/ }))
  await settle()
  expect(all.link.calls.find(({ name }) => name === 'room:set')?.input).toMatchObject({ mirror: 'all' })
})

it('[WR4] is offered on the bar of a SEV-1, until somebody says that none is needed', async () => {
  const all = await shown()
  const strip = () => screen.queryByRole('complementary', { name: 'War room' })
  expect(strip()).toBeNull()
  await act(async () => {
    const batch = all.link.log.append(all.incident, [raised], Date.now())
    all.link.push('log', { incident: all.incident, ...batch })
  })
  await settle()
  expect((await screen.findByRole('complementary', { name: 'War room' })).textContent).toContain(
    'SEV-1: always with a war room.',
  )
  expect(document.activeElement).toBe(document.body)
  fireEvent.click(screen.getByRole('button', { name: 'Not needed' }))
  await settle()
  expect(all.link.calls.find(({ name }) => name === 'room:set')?.input).toMatchObject({ declined: true })
})
