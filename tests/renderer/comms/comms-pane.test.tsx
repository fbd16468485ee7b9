import { fireEvent, act as inAct, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { type IncidentId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Update, UpdateContent } from '../../../src/shared/domain/update'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { type CannedBoard, cannedBoard } from '../../support/canned-board'
import { cannedChannels } from '../../support/fake-answers'
import { createFakeLink, type FakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const engine = { kind: 'engine' } as const
const act = newId<OutboxItemId>()
const content: UpdateContent = {
  stage: 'progress',
  channel: cannedChannels[0] as UpdateContent['channel'],
  title: 'Problems with payments',
  body: 'One in four card payments fails.',
  status: 'identified',
  components: { c1: 'major_outage' },
  notify: true,
  nextUpdateAt: null,
}

interface Staged {
  readonly link: FakeLink
  readonly incident: IncidentId
  readonly update: UpdateId
  readonly delivery: () => Update['delivery'] | undefined
  readonly sent: (name: string) => readonly unknown[]
}

/** The pane with one drafted update, and what `then` brings about after it. */
async function staged(
  then: (update: UpdateId, now: number) => readonly EventDraft[] = () => [],
  board: CannedBoard = cannedBoard(Date.now()),
): Promise<Staged> {
  const now = Date.now()
  const link = createFakeLink({ now: Date.now, board })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const update = newId<UpdateId>()
  link.log.append(
    incident,
    [kinds['update-drafted'].draft({ update, content }, now, engine), ...then(update, now)],
    now,
  )
  const cockpit = await stage(<CommsPane />, link)
  const delivery = () => cockpit.incident.getState().record?.incident.updates.find(({ id }) => id === update)?.delivery
  await waitFor(() => expect(delivery()).toBeDefined())
  return { link, incident, update, delivery, sent: name => link.calls.filter(call => call.name === name) }
}

const publishing = (seconds: number) => (update: UpdateId, now: number) => [
  kinds['update-publishing'].draft(
    { update, act, cancelUntil: now + seconds * SECOND, channel: content.channel },
    now,
    engine,
  ),
]

describe('what became of an update', () => {
  it('can be called back with Esc while the window is open', async () => {
    const { delivery } = await staged(publishing(60))
    expect(screen.getByRole('timer').textContent).toMatch(/^Sending in \d\d s$/)
    fireEvent.keyDown(document.body, { key: 'Escape' })
    await waitFor(() => expect(delivery()?.state).toBe('drafted'))
  })
  it('[CW4] counts nothing down and offers no cancel while the engine is not heard, and goes on when it is back', async () => {
    const { link, sent } = await staged(publishing(60))
    inAct(() => link.setState('lost'))
    expect(screen.queryByRole('timer')).toBeNull()
    expect(screen.queryByRole('button', { name: /Cancel/ })).toBeNull()
    expect(screen.getByText(/^No connection to the engine: cannot be cancelled now/)).toBeTruthy()
    expect(screen.getByText('was publishing')).toBeTruthy()
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(sent('comms:cancel')).toEqual([])
    inAct(() => link.setState('open'))
    await waitFor(() => expect(screen.getByRole('timer').textContent).toMatch(/^Sending in \d\d s$/))
  })
  it('cannot be called back after it', async () => {
    await staged(publishing(-1))
    expect(screen.queryByRole('button', { name: /Cancel/ })).toBeNull()
    expect(screen.getByText(/Can no longer be cancelled/)).toBeTruthy()
  })
  it('says why it is not out, and offers to publish it again', async () => {
    await staged((update, now) => [kinds['update-failed'].draft({ update, act, reason: '422: no title' }, now, engine)])
    expect(screen.getByText('422: no title')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Publish again' }))
    expect(await screen.findByDisplayValue(content.body)).toBeTruthy()
  })
  it('links to what is out, but never to what is no web address', async () => {
    const out = (url: string) => (update: UpdateId, now: number) => [
      kinds['update-published'].draft({ update, content, audience: 'customers', externalId: 'p1', url }, now, engine),
    ]
    await staged(out('https://status.example.com/p1'))
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://status.example.com/p1')
    await staged(out('javascript:alert(1)'))
    expect(screen.getAllByRole('link')).toHaveLength(1)
  })
  it.each([
    ['Already published', 'it-is-out'],
    ['Send again', 'send-again'],
    ['Stop retrying (it may be out)', 'give-up'],
  ])('lets a person say “%s” of what nobody can tell', async (name, word) => {
    const { sent, update, incident } = await staged((id, now) => [
      kinds['update-unknown'].draft({ update: id, act, reason: 'no answer within 10 s' }, now, engine),
    ])
    expect(screen.getByText('no answer within 10 s')).toBeTruthy()
    expect(screen.getByText(/status.example.com shows no open incident \(polled \d min ago\)/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name }))
    await waitFor(() => expect(sent('comms:settle')).toMatchObject([{ input: { incident, update, word } }]))
  })
})

describe('[CM13] an update that only a person can settle', () => {
  it('is above what customers see and all other updates, its buttons before its text', async () => {
    await staged((update, now) => [
      kinds['update-unknown'].draft({ update, act, reason: 'no answer within 10 s' }, now, engine),
      kinds['update-drafted'].draft({ update: newId(), content: { ...content, title: 'Next' } }, now, engine),
    ])
    const decide = await screen.findByRole('list', { name: 'Updates that need your decision' })
    const [others, button, text] = [
      screen.getByText('Next'),
      within(decide).getByRole('button', { name: 'Already published' }),
      within(decide).getByText(content.body),
    ]
    const precedes = (first: Element, second: Element) =>
      (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
    expect(precedes(decide, others)).toBe(true)
    expect(screen.getAllByRole('list')[0]).toBe(decide)
    expect(precedes(button, text)).toBe(true)
  })
})

describe('an update that is held back', () => {
  const candidates = [{ externalId: 'p1', name: 'Cards', status: 'identified', openedAt: 1, lastUpdate: 'We look.' }]
  it.each([
    [/^Cards/, { say: 'this', externalId: 'p1' }],
    ['Open a new one', { say: 'new' }],
    ['Check again', { say: 'look-again' }],
  ])('[UP6] shows both sides’ facts and takes “%s”', async (name, word) => {
    const { sent, update, incident } = await staged((id, now) => [
      kinds['update-asking'].draft({ update: id, act, reason: 'none of them bears our mark', candidates }, now, engine),
    ])
    expect(screen.getByText('none of them bears our mark')).toBeTruthy()
    expect(screen.getByText(/^1 open public incident, checked/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name }))
    await waitFor(() => expect(sent('comms:place')).toMatchObject([{ input: { incident, update, word } }]))
  })

  it('[UP6] can be a draft again', async () => {
    const { delivery } = await staged((id, now) => [
      kinds['update-asking'].draft({ update: id, act, reason: 'none', candidates: [] }, now, engine),
    ])
    expect(screen.getByText(/^No open public incident known, checked/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Back to a draft' }))
    await waitFor(() => expect(delivery()?.state).toBe('drafted'))
  })
})

describe('status page', () => {
  it('is said to be old when the page does not answer', async () => {
    await staged()
    expect(screen.getByRole('heading', { name: 'Customers last saw on status.example.com' })).toBeTruthy()
    expect(screen.getByText('503 Service Unavailable')).toBeTruthy()
  })
  it('names the components that are not well, and the open incidents', async () => {
    const now = Date.now()
    const board = cannedBoard(now)
    const feeds = board.feeds.map(feed => ({ ...feed, answer: 'good' as const, trueAt: now, reason: '' }))
    const shown = { externalId: 'p1', name: 'Payments fail', status: 'identified', url: null }
    const pages = board.pages.map(page => ({
      ...page,
      components: page.components.map(one => (one.id === 'c1' ? { ...one, status: 'major_outage' as const } : one)),
      incidents: [{ ...shown, lastUpdate: 'We roll back.', updatedAt: now - 5 * MINUTE }],
    }))
    await staged(() => [], { ...board, feeds, pages })
    const view = within(screen.getByRole('region', { name: 'What customers see' }))
    expect(view.getByRole('listitem').textContent).toBe('Card payments: major outage')
    expect(view.getByText('We roll back.')).toBeTruthy()
    expect(view.getByText('5 min ago')).toBeTruthy()
  })
})
