import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { MaintenanceDialog } from '../../../src/renderer/features/comms/status-page/maintenance-dialog'
import { PostmortemDialog } from '../../../src/renderer/features/comms/status-page/postmortem-dialog'
import { StatusPageDialog } from '../../../src/renderer/features/comms/status-page/status-page-dialog'

import type { StatusPage } from '../../../src/shared/contract/status-pages'
import { HOUSE_LOG } from '../../../src/shared/domain/house-log'
import { type IncidentId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import type { UpdateContent } from '../../../src/shared/domain/update'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { HOUR } from '../../../src/shared/lib/time'
import { cannedBoard } from '../../support/canned-board'
import { cannedChannels } from '../../support/fake-answers'
import { createFakeLink, type FakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const now = Date.UTC(2026, 10, 20, 12)
const engine = { kind: 'engine' } as const
const board = cannedBoard(now)
const hurt = (page: StatusPage, maintenances: StatusPage['maintenances'] = []): StatusPage => ({
  ...page,
  components: page.components.map(one => (one.id === 'c1' ? { ...one, status: 'major_outage' } : one)),
  maintenances,
})
const asked = (link: FakeLink) => link.calls.flatMap(({ name, input }) => (name === 'acts:ask' ? [input] : []))

const content: UpdateContent = {
  stage: 'progress',
  channel: cannedChannels[0] as UpdateContent['channel'],
  title: 'Problems with payments',
  body: 'One in four card payments fails.',
  status: 'identified',
  components: { c1: 'major_outage' },
  before: { c1: 'degraded_performance' },
  notify: true,
  nextUpdateAt: null,
}

/** The pane or dialog over an incident that published `content`, and is resolved if `resolved`. */
async function staged(
  part: Parameters<typeof stage>[0],
  resolved: boolean,
  pages = board.pages,
  alerts: typeof board.alerts = [],
  said = content,
) {
  const link = createFakeLink({ now: () => now, board: { ...board, pages, alerts } })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: 'Cards fail' })
  const update = newId<UpdateId>()
  const published = kinds['update-published'].draft(
    { update, content: said, audience: 'customers', externalId: 'x1', url: null },
    now,
    engine,
  )
  const over = kinds['status-changed'].draft({ from: 'investigating', to: 'resolved', reason: '' }, now, engine)
  const drafts: EventDraft[] = [kinds['update-drafted'].draft({ update, content: said }, now, engine), published]
  link.log.append(incident, resolved ? [...drafts, over] : drafts, now)
  const cockpit = await stage(part, link)
  act(() => cockpit.selection.setState({ open: incident }))
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  return { link, cockpit, incident }
}

describe('[SB2] components are offered to be set back', () => {
  const pages = board.pages.map(page => hurt(page))
  const offer = () => screen.queryByRole('region', { name: 'Restore components' })

  it('once it is resolved, to what they were before it, by one key', async () => {
    const { link, cockpit } = await staged(<CommsPane />, true, pages)
    expect(offer()?.textContent).toContain('Card payments major outage → degraded')
    act(() => void cockpit.focus.request('set-back'))
    await waitFor(() => expect(offer()).toBeNull())
    expect(asked(link)).toMatchObject([
      {
        what: {
          kind: 'components-set',
          components: [{ id: 'c1', name: 'Card payments', status: 'degraded_performance', before: 'major_outage' }],
        },
      },
    ])
  })

  it('not while it goes on, and not where customers see it already', async () => {
    const { cockpit } = await staged(<CommsPane />, false, pages)
    expect(offer()).toBeNull()
    expect(cockpit.focus.request('set-back')).toBe(false)
  })

  it('not where it is better now than it was before', async () => {
    const better = board.pages.map(page => ({
      ...page,
      components: page.components.map(one => ({ ...one, status: 'operational' as const })),
    }))
    await staged(<CommsPane />, true, better)
    expect(offer()).toBeNull()
  })

  it('is asked for once, however often the key is hit', async () => {
    const { link, cockpit } = await staged(<CommsPane />, true, pages)
    act(() => {
      cockpit.focus.request('set-back')
      cockpit.focus.request('set-back')
    })
    await waitFor(() => expect(offer()).toBeNull())
    expect(asked(link)).toHaveLength(1)
  })

  it('[SB4] not ticked while an alert of its service is open, which is named, until a person ticks it', async () => {
    const { link, cockpit } = await staged(<CommsPane />, true, pages, board.alerts)
    const box = screen.getByRole<HTMLInputElement>('checkbox', { name: /Card payments/ })
    expect(box.checked).toBe(false)
    expect(offer()?.textContent).toMatch(/still open: /)
    expect(cockpit.focus.request('set-back')).toBe(false)
    expect(asked(link)).toEqual([])
    fireEvent.click(box)
    expect(box.checked).toBe(true)
    act(() => void cockpit.focus.request('set-back'))
    await waitFor(() => expect(offer()).toBeNull())
    expect(asked(link)).toHaveLength(1)
  })

  it('[SB4] not ticked where somebody made it worse than the incident left it', async () => {
    const worse = pages.map(page => ({
      ...page,
      components: page.components.map(one => (one.id === 'c1' ? { ...one, status: 'major_outage' as const } : one)),
    }))
    const mild = { ...content, components: { c1: 'partial_outage' as const } }
    await staged(<CommsPane />, true, worse, [], mild)
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /Card payments/ }).checked).toBe(false)
    expect(offer()?.textContent).toContain('Worsened since: the incident left it at ')
  })
})

describe('[HL2] without an incident', () => {
  it('components are set, and the stream of the data folder has it', async () => {
    const link = createFakeLink({ now: () => now, board })
    await stage(<StatusPageDialog opened onClose={() => undefined} />, link)
    const checkout = await screen.findByRole('button', { name: /Checkout/ })
    fireEvent.keyDown(checkout, { key: '4' })
    fireEvent.keyDown(checkout, { key: 'Enter' })
    expect(await screen.findByText('Sending to the status page.')).toBeTruthy()
    const components = [{ id: 'c2', name: 'Checkout', status: 'partial_outage', before: 'operational' }]
    expect(asked(link)).toMatchObject([{ incident: HOUSE_LOG, what: { kind: 'components-set', components } }])
  })
})

describe('the status page beside the cockpit', () => {
  const sheet = <StatusPageDialog opened onClose={() => undefined} />
  const component = (name: RegExp) => screen.getByRole('button', { name })

  it('sets what a digit and the side arrows chose, all in one act, with what it was before', async () => {
    const { link } = await staged(sheet, false)
    fireEvent.keyDown(component(/Card payments/), { key: '5' })
    fireEvent.keyDown(component(/Checkout/), { key: 'ArrowRight' })
    expect(component(/Card payments/).textContent).toContain('operational → major outage')
    fireEvent.keyDown(component(/Checkout/), { key: 'Enter' })
    fireEvent.keyDown(component(/Checkout/), { key: 'Enter' })
    expect(await screen.findByText('Sending to the status page.')).toBeTruthy()
    const components = [
      { id: 'c1', name: 'Card payments', status: 'major_outage', before: 'operational' },
      { id: 'c2', name: 'Checkout', status: 'under_maintenance', before: 'operational' },
    ]
    expect(asked(link)).toMatchObject([{ what: { kind: 'components-set', components } }])
    expect(asked(link)).toHaveLength(1)
  })

  it('sends nothing where nothing was chosen', async () => {
    const { link } = await staged(sheet, false)
    fireEvent.keyDown(component(/Checkout/), { key: 'Enter' })
    fireEvent.keyDown(component(/Checkout/), { key: '1' })
    fireEvent.keyDown(component(/Checkout/), { key: 'Enter' })
    expect(asked(link)).toEqual([])
  })

  it('starts an announced maintenance from its row, with its words and whether anybody is mailed', async () => {
    const announced = {
      ...{ externalId: 'm1', name: 'New pool', status: 'scheduled', from: now + HOUR, to: now + 2 * HOUR, url: null },
      components: [{ id: 'c2', name: 'Checkout' }],
    }
    const { link } = await staged(
      sheet,
      false,
      board.pages.map(page => hurt(page, [announced])),
    )
    const row = screen.getByText('New pool').closest('li') as HTMLElement
    expect(row.textContent).toContain('20 Nov 13:00–14:00 UTC · Checkout')
    fireEvent.keyDown(row, { key: 's' })
    const field = await screen.findByRole('textbox', { name: 'What customers read' })
    expect(field).toHaveProperty('value', 'The maintenance has begun.')
    fireEvent.click(screen.getByRole('checkbox'))
    fireEvent.submit(field.closest('form') as HTMLFormElement)
    await waitFor(() => expect(asked(link)).toHaveLength(1))
    expect(asked(link)).toMatchObject([
      {
        what: {
          ...{
            kind: 'maintenance-move',
            to: 'in_progress',
            maintenance: { id: 'm1', name: 'New pool' },
            notify: false,
          },
          components: [{ id: 'c2', name: 'Checkout' }],
        },
      },
    ])
  })
})

describe('scheduling a maintenance', () => {
  const dialog = <MaintenanceDialog opened onClose={() => undefined} />
  const field = (name: string) => screen.getByRole('textbox', { name })
  const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })
  const submit = () => act(async () => fireEvent.submit(field('Title').closest('form') as HTMLFormElement))

  it('[MW1] says at its field what is wrong, and sends nothing', async () => {
    const { link } = await staged(dialog, false)
    type('Starts (UTC)', '2026-11-20 11:00')
    await submit()
    expect(screen.getByText('In the past: it is 12:00 UTC now.')).toBeTruthy()
    expect(screen.getByText('Enter a title: customers read it first.')).toBeTruthy()
    type('Starts (UTC)', '23:30')
    type('Ends (UTC, or a duration)', '2026-11-20 23:00')
    expect(screen.getByText('The end must be after the start.')).toBeTruthy()
    type('Ends (UTC, or a duration)', 'soon')
    expect(screen.getByText(/^Write 22:00/)).toBeTruthy()
    expect(asked(link)).toEqual([])
  })

  it('shows how the window is read, and asks for it with what is concerned', async () => {
    const { link } = await staged(dialog, false)
    type('Title', 'New database pool')
    type('Starts (UTC)', '23:30')
    type('Ends (UTC, or a duration)', '+90m')
    expect(screen.getByText('20 Nov 23:30–21 Nov 01:00 UTC')).toBeTruthy()
    type('What customers will notice', 'Nothing, most likely.')
    fireEvent.click(screen.getByRole('checkbox', { name: 'Checkout' }))
    await submit()
    const from = Date.UTC(2026, 10, 20, 23, 30)
    expect(asked(link)).toMatchObject([
      {
        what: {
          ...{ kind: 'maintenance-schedule', title: 'New database pool', body: 'Nothing, most likely.' },
          ...{ from, until: from + 1.5 * HOUR, components: [{ id: 'c2', name: 'Checkout' }], notify: true },
        },
      },
    ])
  })
})

describe('[PM1] the postmortem', () => {
  const dialog = <PostmortemDialog opened onClose={() => undefined} />

  it('waits until the incident is resolved', async () => {
    await staged(dialog, false)
    expect(screen.getByText(/^A postmortem needs a resolved incident/)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('begins with what the record knows, is kept while it is written, and is published for the public incident', async () => {
    const { link, incident } = await staged(dialog, true)
    const text = screen.getByRole('textbox', { name: 'What customers read' })
    expect(text).toHaveProperty('value', expect.stringContaining('12:00 to 12:00 UTC. Cards fail'))
    expect(text).toHaveProperty('value', expect.stringContaining('- 12:00 identified: Problems with payments'))
    fireEvent.change(text, { target: { value: 'It burned.' } })
    expect(localStorage.getItem(`quarterdeck.typed.${incident}.postmortem`)).toContain('It burned.')
    fireEvent.submit(text.closest('form') as HTMLFormElement)
    await waitFor(() => expect(asked(link)).toHaveLength(1))
    const publicIncident = { id: 'x1', name: 'Problems with payments' }
    const what = { kind: 'postmortem-publish', publicIncident, body: 'It burned.', notify: false }
    expect(asked(link)).toMatchObject([{ what }])
    expect(localStorage.getItem(`quarterdeck.typed.${incident}.postmortem`)).not.toContain('It burned.')
  })
})
