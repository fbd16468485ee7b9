import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { StatusDialog } from '../../../src/renderer/features/incident-bar/edit-dialogs'
import { Figures } from '../../../src/renderer/features/incident-bar/figures'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { EARLY_LIMIT } from '../../../src/renderer/ui/early-reason'
import type { IncidentGate } from '../../../src/shared/contract/gate'
import { type IncidentId, newId, type OutboxItemId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import { awaitsResolution, type Update } from '../../../src/shared/domain/update'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink, type FakeLink } from '../../support/fake-link'
import * as story from '../../support/folded-incident'
import { stage } from '../../support/pane-stage'

function Cockpit() {
  const incident = useRecord(record => record.incident)
  return (
    <>
      {incident !== undefined && <Figures incident={incident} />}
      {incident !== undefined && (
        <StatusDialog incident={incident} opened={incident.status !== 'resolved'} onClose={() => undefined} />
      )}
      <CommsPane />
    </>
  )
}

const openGate = (incident: IncidentId): IncidentGate => ({
  criteria: [{ id: 'c', group: 'health', text: 'C', state: 'say', evidence: [], until: null }],
  ...{ incident, green: 0, until: null },
})

async function cockpit(page = <CommsPane />) {
  const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const stores = await stage(page, link)
  await waitFor(() => expect(stores.incident.getState().record).toBeDefined())
  const publish = async (content: Parameters<typeof story.updateContent>[0], settled = true) => {
    const update = newId<UpdateId>()
    await act(() => link.call('comms:draft', { incident, update, content: story.updateContent(content) }))
    await act(() => link.call('comms:publish', { incident, update }))
    if (settled) act(() => link.delivered(incident, update))
  }
  const head = () => stores.incident.getState().record?.incident as Incident
  const open = () => act(() => stores.focus.request('comms'))
  return { link, incident, stores, publish, head, open }
}

describe('a composer that nobody typed into', () => {
  it('[CM20] leaves no draft when it is closed; the next one has its template and fields', async () => {
    const { head, open } = await cockpit()
    for (const _ of ['first', 'again']) {
      open()
      await screen.findByDisplayValue(/We are investigating/)
      expect(screen.getByRole('combobox', { name: 'Template' })).toHaveProperty('value', 'First word')
      expect(screen.getByRole('textbox', { name: 'What customers see' })).toBeTruthy()
      fireEvent.click(screen.getByRole('button', { name: 'Close' }))
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    }
    expect(head().updates).toEqual([])
  })
})

describe('[CM24] one key that there is nothing new', () => {
  const templates = (link: FakeLink) =>
    link.calls.flatMap(({ name, input }) => (name === 'comms:fill' ? [(input as { template: string }).template] : []))

  it('opens the composer with the words for it, and leaves no draft when it is closed', async () => {
    const { link, stores, head, publish } = await cockpit()
    await publish({})
    act(() => stores.focus.request('nothing-new'))
    await screen.findByDisplayValue(/We are investigating/)
    expect(new Set(templates(link))).toEqual(new Set(['nothing-new']))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(head().updates).toHaveLength(1)
  })

  it('opens the first notice while customers were told nothing', async () => {
    const { link, stores } = await cockpit()
    act(() => stores.focus.request('nothing-new'))
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: 'Template' })).toHaveProperty('value', 'First word'),
    )
    expect(templates(link)).not.toContain('nothing-new')
  })

  it('opens it with the resolution once the incident is resolved', async () => {
    const { link, incident, stores } = await cockpit()
    await act(() => link.call('incident:change-status', { incident, to: 'resolved', reason: '' }))
    act(() => stores.focus.request('nothing-new'))
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Template' })).toHaveProperty('value', 'Resolved'))
    expect(templates(link)).not.toContain('nothing-new')
  })
})

describe('the last look', () => {
  it('[CM19] says that the text names another time than the promise', async () => {
    const { head, open, link, incident } = await cockpit()
    const [soon, later] = [Date.now() + 30 * 60_000, Date.now() + 40 * 60_000]
    const body = `We will write again by ${new Date(soon).toISOString().slice(11, 16)} UTC.`
    const content = story.updateContent({ body, nextUpdateAt: later })
    await act(() => link.call('comms:draft', { incident, update: newId<UpdateId>(), content }))
    open()
    await screen.findByDisplayValue(body)
    fireEvent.keyDown(screen.getByDisplayValue(body), { key: 'Enter', ctrlKey: true })
    const review = await screen.findByRole('region', { name: 'Publish this?' })
    const notes = within(review)
      .getAllByRole('note')
      .map(({ textContent }) => textContent)
    expect(notes.join()).toMatch(/The text names \d\d:\d\d UTC, but the next update is promised by \d\d:\d\d UTC/)
    expect(head().updates).toHaveLength(1)
  })
})

describe('an update that waits to leave', () => {
  it('[CM13] is above all else with its seconds and its cancel button before its text', async () => {
    const { publish } = await cockpit()
    await publish({ title: 'Out already' })
    await publish(
      { title: 'On its way', body: `Long. Payments fail. Next update within the hour.${' Long.'.repeat(200)}` },
      false,
    )
    const held = await screen.findByRole('list', { name: 'Updates that need your decision' })
    const timer = within(held).getByRole('timer')
    expect(timer.compareDocumentPosition(within(held).getByText(/^Long\./))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(within(held).queryByText('Out already')).toBeNull()
  })
})

describe('the end', () => {
  it('[CM21] the step to resolved says that customers were not told, and u resolves and writes it', async () => {
    const { publish, head } = await cockpit(<Cockpit />)
    fireEvent.click(await screen.findByRole('radio', { name: /Resolved/ }))
    expect(screen.queryByText(/No resolution published to customers/)).toBeNull()
    await publish({ stage: 'initial', status: 'investigating' })
    expect(screen.getByText(/No resolution published to customers/)).toBeTruthy()
    fireEvent.keyDown(screen.getByRole('textbox', { name: /Why/ }), { key: 'u' })
    expect(head().status).not.toBe('resolved')
    fireEvent.keyDown(screen.getByRole('radio', { name: /Resolved/ }), { key: 'u' })
    await waitFor(() => expect(head().status).toBe('resolved'))
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Template' })).toHaveProperty('value', 'Resolved'))
    expect(screen.getByText('resolution not published')).toBeTruthy()
    await publish({ stage: 'resolution', status: 'resolved' })
    expect(screen.queryByText('resolution not published')).toBeNull()
  })

  it('[CM21] [DG5] u with an open gate says why it waits, and does both once a reason is there that fits', async () => {
    const { publish, head, link, incident, stores } = await cockpit(<Cockpit />)
    await publish({ stage: 'initial', status: 'investigating' })
    act(() => link.push('gates', [openGate(incident)]))
    const radio = await screen.findByRole('radio', { name: /Resolved/ })
    fireEvent.click(radio)
    fireEvent.keyDown(radio, { key: 'u' })
    const why = screen.getByRole('textbox', { name: /Why/ })
    await waitFor(() => expect(why.getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getByText('A reason, because the gate is not complete')).toBeTruthy()
    expect(document.activeElement).toBe(why)
    fireEvent.change(why, { target: { value: 'x'.repeat(EARLY_LIMIT + 1) } })
    fireEvent.keyDown(radio, { key: 'u' })
    expect(document.activeElement).toBe(why)
    expect(link.calls.filter(({ name }) => name === 'incident:change-status')).toEqual([])
    fireEvent.change(why, { target: { value: 'the night shift ends' } })
    const went: unknown[] = []
    stores.focus.subscribe(({ requested }) => requested !== null && went.push(requested))
    fireEvent.keyDown(radio, { key: 'u' })
    await waitFor(() => expect(head().status).toBe('resolved'))
    await waitFor(() => expect(went).toEqual(['comms']))
  })

  it('[CM21] Enter after u that was held back resolves and no more', async () => {
    const { publish, head, link, incident, stores } = await cockpit(<Cockpit />)
    await publish({ stage: 'initial', status: 'investigating' })
    act(() => link.push('gates', [openGate(incident)]))
    const radio = await screen.findByRole('radio', { name: /Resolved/ })
    fireEvent.click(radio)
    fireEvent.keyDown(radio, { key: 'u' })
    const why = screen.getByRole('textbox', { name: /Why/ })
    fireEvent.change(why, { target: { value: 'the night shift ends' } })
    const went: unknown[] = []
    stores.focus.subscribe(({ requested }) => requested !== null && went.push(requested))
    fireEvent.submit(why)
    await waitFor(() => expect(head().status).toBe('resolved'))
    expect(went).toEqual([])
  })

  it('[CM21] is told by the update that was published last, and never owed where nothing was told', () => {
    const out = (at: number, content: Parameters<typeof story.updateContent>[0]): Update => ({
      id: newId<UpdateId>(),
      message: newId<UpdateId>(),
      audience: 'customers',
      content: story.updateContent(content),
      delivery: { state: 'published', at, externalId: '', url: null },
    })
    const [first, end] = [out(1, { stage: 'initial' }), out(2, { stage: 'resolution', status: 'resolved' })]
    const draft: Update = {
      ...end,
      delivery: { state: 'failed', act: newId<OutboxItemId>(), reason: '', inDoubt: false },
    }
    expect(awaitsResolution([])).toBe(false)
    expect(awaitsResolution([first])).toBe(true)
    expect(awaitsResolution([first, draft])).toBe(true)
    expect(awaitsResolution([end, first])).toBe(false)
    expect(awaitsResolution([first, end, out(3, { stage: 'progress' })])).toBe(true)
  })
})
