import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ReadingDialog } from '../../../src/renderer/features/comms/reading-dialog'
import type { EngineLink } from '../../../src/shared/contract/link'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import {
  type ConnectionId,
  type IncidentId,
  newId,
  type OutboxItemId,
  type UpdateId,
} from '../../../src/shared/domain/ids'
import { type Responder, responderNamed } from '../../../src/shared/domain/people'
import { type EditRequest, editHash } from '../../../src/shared/domain/proposed-edit'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { ok } from '../../../src/shared/lib/reply'
import { cannedBoard } from '../../support/canned-board'
import { cannedChannels } from '../../support/fake-answers'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const board = cannedBoard(Date.now())
const room: Channel = { vendor: 'slack', connection: 'sl' as ConnectionId, target: 'C1', label: '#lead' }
const [page = room] = cannedChannels
const content: UpdateContent = {
  ...{ stage: 'progress', channel: page, title: 'Payments fail', body: 'One in four fails.', status: 'investigating' },
  ...{ components: {}, notify: false, nextUpdateAt: null },
}

/** Mia asked for the approval of a message to two channels; Ada sits here, and commands or does not. */
async function deskWith(events: readonly EventDraft[], commander = 'Ada Park') {
  const link = createFakeLink({ now: Date.now, board, me: 'Mia Chen' })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  await link.call('roles:assign', { incident, role: 'ic', name: commander })
  await link.call('session:hello', { name: 'Ada Park', screen: 'here' })
  link.log.append(incident, events, Date.now())
  const close = vi.fn()
  const cockpit = await stage(<ReadingDialog opened onClose={close} />, withApproval(link))
  await waitFor(() => expect(cockpit.incident.getState().record?.incident.proposedEdits).toHaveLength(1))
  return { link, close }
}

/** A SEV-1 needs an approval. */
function withApproval(link: ReturnType<typeof createFakeLink>): EngineLink {
  const settings = {
    ...{ me: null, cancelWindow: 5_000, cadence: defaultCadence, methodCadence: defaultCadence },
    ...{ approvalFor: ['SEV-1'] as const, holdingApproval: false },
  }
  const call: EngineLink['call'] = (name, input) =>
    name === 'settings:read' ? (Promise.resolve(ok(settings)) as never) : link.call(name, input)
  return { ...link, call }
}

async function reading({ commander = 'Ada Park', asked = true, because = '', body = 'One in four fails.' } = {}) {
  const link = createFakeLink({ now: Date.now, board, me: 'Mia Chen' })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  await link.call('roles:assign', { incident, role: 'ic', name: commander })
  const update = newId<UpdateId>()
  const also = [{ update: newId<UpdateId>(), content: { ...content, channel: room, body: 'For us: one in four.' } }]
  const draft = (body: string) => link.call('comms:draft', { incident, update, content: { ...content, body }, also })
  expect(await draft(body)).toMatchObject({ ok: true })
  if (asked) expect(await link.call('comms:ask-approval', { incident, update, because })).toMatchObject({ ok: true })
  await link.call('session:hello', { name: 'Ada Park', screen: 'here' })
  const close = vi.fn()
  const cockpit = await stage(<ReadingDialog opened onClose={close} />, withApproval(link))
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const sent = () => link.calls.flatMap(({ name, input }) => (/approve$|send-back/.test(name) ? [{ name, input }] : []))
  const askFor = (reason: string) => link.call('comms:ask-approval', { incident, update, because: reason })
  return { draft, sent, close, askFor }
}

const press = (key: string, ctrlKey = false) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ctrlKey })

describe('[AP6] the text that waits for approval', () => {
  it('is shown whole in the words of each channel, and approved with one key', async () => {
    const { sent, close } = await reading()
    const parts = await screen.findAllByRole('region', { name: /, to / })
    expect(parts.map(part => part.getAttribute('aria-label'))).toEqual([
      `${page.label}, to customers`,
      '#lead, to colleagues',
    ])
    expect(within(parts[0] as HTMLElement).getByText('One in four fails.')).toBeTruthy()
    expect(within(parts[1] as HTMLElement).getByText(/For us: one in four\./)).toBeTruthy()
    expect(screen.getByText(/recorded, not proven/).textContent).toContain('Mia Chen requested approval')
    // Enter is pressed by habit: it approves nothing.
    press('Enter')
    expect(sent()).toEqual([])
    press('y')
    await waitFor(() => expect(close).toHaveBeenCalled())
    expect(sent().map(({ name }) => name)).toEqual(['comms:approve'])
  })

  it('[AP8] stands with what the check finds, why it is to be published anyway, and what customers see', async () => {
    // A time to come, whatever the hour is: of one that is over nothing is said.
    const soon = new Date(Date.now() + 60 * 60_000).toISOString().slice(11, 16)
    const body = `db-prod-03.internal fails. Next update at ${soon} UTC.`
    await reading({ body, because: 'No time to reword' })
    const found = await screen.findByRole('group', { name: 'Check of the text' })
    expect(found.getAttribute('data-level')).toBe('blocks')
    expect(found.textContent).toContain('The check stops this text')
    expect(found.textContent).toContain('db-prod-03.internal')
    expect(found.textContent).toContain('Mia Chen wants to publish it anyway, because: “No time to reword”')
    const [toCustomers] = await screen.findAllByRole('region', { name: /, to customers/ })
    const notes = within(toCustomers as HTMLElement).getAllByRole('note')
    expect(notes.map(({ textContent }) => textContent).join()).toContain(soon)
    expect(within(toCustomers as HTMLElement).getByRole('region')).toBeTruthy()
  })

  it('[AP10] a reason that changes while it is read is read again first, and is approved with the text', async () => {
    const { sent, askFor } = await reading({ body: 'db-prod-03.internal fails.', because: 'No time to reword' })
    await screen.findByText(/No time to reword/)
    expect(screen.getByText(/Who is on a mailing list/)).toBeTruthy()
    await act(async () => void (await askFor('Legal wants it so')))
    expect(await screen.findByRole('alert')).toBeTruthy()
    press('y')
    expect(sent()).toEqual([])
    press('n')
    expect(screen.queryByRole('alert')).toBeNull()
    press('y')
    await waitFor(() =>
      expect(sent()).toMatchObject([{ name: 'comms:approve', input: { because: 'Legal wants it so' } }]),
    )
  })

  it('[AP11] says who changed the text while it was read, and that the request fell with it', async () => {
    const { draft, sent } = await reading()
    await screen.findAllByRole('region', { name: /, to / })
    expect(screen.queryByRole('alert')).toBeNull()
    await act(async () => void (await draft('One in three fails.')))
    const said = await screen.findByRole('alert')
    expect(said.textContent).toMatch(/^.+ changed “Payments fail” while you were reading/)
    expect(said.textContent).toContain('the request for approval fell with it')
    expect(screen.getByText('Nothing waits for approval')).toBeTruthy()
    press('y')
    expect(sent()).toEqual([])
  })

  it('[AP8] says that nobody gave a reason yet, where the check stops it', async () => {
    await reading({ body: 'db-prod-03.internal fails.' })
    expect((await screen.findByRole('group', { name: 'Check of the text' })).textContent).toContain(
      'Nobody has said why',
    )
  })

  it('goes back to its writer with a note', async () => {
    const { sent, close } = await reading()
    await screen.findAllByRole('region')
    press('b')
    const note = screen.getByRole('textbox', { name: 'What to change' })
    expect(document.activeElement).toBe(note)
    fireEvent.change(note, { target: { value: 'Say since when.' } })
    // A letter of the note is no key.
    press('y')
    expect(sent()).toEqual([])
    press('Enter', true)
    await waitFor(() => expect(close).toHaveBeenCalled())
    expect(sent()).toMatchObject([{ name: 'comms:send-back', input: { note: 'Say since when.' } }])
  })

  it('is read again where it changed meanwhile', async () => {
    const { draft, sent } = await reading()
    await screen.findAllByRole('region')
    await draft('All fail.')
    // It no longer waits: it was asked for with other words.
    expect(await screen.findByText('Nothing waits for approval')).toBeTruthy()
    press('y')
    expect(sent()).toEqual([])
  })

  it('[AP4] is read by others too, who are told whose word it needs', async () => {
    const { sent } = await reading({ commander: 'Grace Hopper' })
    expect((await screen.findByText(/these approve/)).textContent).toContain('Grace Hopper')
    press('y')
    press('b')
    press('Enter', true)
    expect(sent()).toEqual([])
  })

  it('says where drafts are while nothing waits', async () => {
    await reading({ asked: false })
    expect(await screen.findByText('Nothing waits for approval')).toBeTruthy()
  })
})

describe('[PE5] an edit that waits for approval', () => {
  const out = { ...content, body: 'One in four card payments fails.' }

  /** Mia proposed it at her window; Ada, in command, has hers open. */
  async function waiting(change: Partial<EditRequest> = {}, by = 'Mia Chen', commander = 'Ada Park') {
    const update = newId<UpdateId>()
    const published = Date.now()
    const said = { update, content: out, audience: 'customers', externalId: 'x1', url: null } as const
    const engine = { kind: 'engine' } as const
    const what: EditRequest = {
      ...{ kind: 'update-edit', connection: page.connection, publicIncident: { id: 'x1', name: 'Payments fail' } },
      ...{ update, published, before: out.body, body: 'One in five card payments fails.', why: 'a wrong figure' },
      ...change,
    }
    const mia = { kind: 'person', responder: responderNamed(by) as Responder } as const
    const edit = newId<OutboxItemId>()
    const { link, close } = await deskWith(
      [
        kinds['update-drafted'].draft({ update, content: out, audience: 'customers' }, published, engine),
        kinds['update-published'].draft(said, published, engine),
        kinds['edit-proposed'].draft({ edit, what }, published, mia),
      ],
      commander,
    )
    const judged = () => link.calls.flatMap(({ name, input }) => (name === 'comms:judge-edit' ? [input] : []))
    return { judged, close, edit, what }
  }

  it('is read with what it changes marked, and let go with one key', async () => {
    const { judged, edit, what } = await waiting()
    const words = await screen.findByRole('region', { name: /what would change/ })
    expect(words.querySelector('del')?.textContent?.trim()).toBe('four')
    expect(words.querySelector('ins')?.textContent?.trim()).toBe('five')
    expect(screen.getByText(/proposed at/).textContent).toContain('Mia Chen')
    expect(screen.getByText('a wrong figure')).toBeTruthy()
    press('Enter')
    expect(judged()).toEqual([])
    press('y')
    await waitFor(() => expect(judged()).toMatchObject([{ edit, verdict: 'approved', text: editHash(what) }]))
  })

  it('is taken back by who proposed it, though another person approves', async () => {
    const { judged, edit } = await waiting({}, 'Ada Park', 'Grace Hopper')
    fireEvent.click(await screen.findByRole('button', { name: /Take it back/ }))
    await waitFor(() => expect(judged()).toMatchObject([{ edit, verdict: 'sent-back' }]))
    press('y')
    expect(judged()).toHaveLength(1)
  })

  it('says why the check is to be passed over, and goes back with a note', async () => {
    const { judged } = await waiting({ anyway: { overrode: ['internal-host'], reason: 'Partners know the name' } })
    expect((await screen.findByText(/The check stops the new text/)).textContent).toContain('“Partners know the name”')
    press('b')
    fireEvent.change(screen.getByRole('textbox', { name: 'What to change' }), { target: { value: 'Since when?' } })
    press('Enter', true)
    await waitFor(() => expect(judged()).toMatchObject([{ verdict: 'sent-back', note: 'Since when?' }]))
  })
})
