import { fireEvent, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { type ConnectionId, type IncidentId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import type { Channel, ComponentStatus } from '../../../src/shared/domain/update'
import { cannedBoard } from '../../support/canned-board'
import { cannedChannels } from '../../support/fake-answers'
import { createFakeLink } from '../../support/fake-link'
import * as story from '../../support/folded-incident'
import { stage } from '../../support/pane-stage'

const alert = {
  ...{ id: 'pd/P1', connection: 'pd' as ConnectionId, externalId: 'P1', origin: 'page' as const, title: 'Errors' },
  ...{ service: 'payments-api', urgency: 'high' as const, state: 'firing' as const, startedAt: 1, url: null },
}

async function pane() {
  const board = cannedBoard(Date.now())
  const [page] = board.pages
  if (page === undefined) throw new Error('The canned board has a page')
  const names = ['Card payments', 'Payments API', 'Web shop']
  const components = names.map((name, index) => ({ id: `c${index}`, name, status: 'operational' as ComponentStatus }))
  const link = createFakeLink({ now: Date.now, board: { ...board, alerts: [alert], pages: [{ ...page, components }] } })
  const incident = newId<IncidentId>()
  await link.call('incident:take', { incident, alert: alert.id, severity: 'SEV-1' })
  const cockpit = await stage(<CommsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const updates = () => cockpit.incident.getState().record?.incident.updates ?? []
  const open = async () => {
    act(() => cockpit.focus.request('comms'))
    await screen.findByDisplayValue(/We are investigating/)
  }
  const draft = (id: string, content: Parameters<typeof story.updateContent>[0]) =>
    act(() => link.call('comms:draft', { incident, update: id as UpdateId, content: story.updateContent(content) }))
  return { link, cockpit, incident, updates, open, draft }
}

const body = () => screen.getByRole('textbox', { name: 'What customers read' }) as HTMLTextAreaElement
const type = (field: Element, value: string) => fireEvent.change(field, { target: { value } })
const symptom = () => screen.getByRole('textbox', { name: 'What customers see' })
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? body(), { key, ctrlKey: true })
const status = (name: string) => screen.getByRole('combobox', { name }) as HTMLSelectElement

describe('components', () => {
  it('[CM10] of the failing service are proposed with what a SEV-1 means; one press takes them', async () => {
    const { open } = await pane()
    await open()
    fireEvent.click(screen.getByRole('button', { name: 'Set Card payments and Payments API to major outage' }))
    expect([status('Card payments').value, status('Payments API').value, status('Web shop').value]).toEqual([
      'major_outage',
      'major_outage',
      'operational',
    ])
    expect(screen.queryByRole('button', { name: /^Set Card payments/ })).toBeNull()
  })

  it('[CM11] the last look says that the page stays green under a SEV-1, and not when something changes', async () => {
    const { open } = await pane()
    await open()
    type(symptom(), 'One in four fails.')
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
    press('Enter')
    expect((await screen.findByRole('note')).textContent).toMatch(/stays green.*SEV-1/)
    fireEvent.click(screen.getByRole('button', { name: /^Back/ }))
    fireEvent.click(await screen.findByRole('button', { name: /^Set Card payments/ }))
    press('Enter')
    await screen.findByRole('region', { name: 'Publish this?' })
    expect(screen.queryByRole('note')).toBeNull()
  })

  it('[CM5] are chosen from a list or by a digit, never stepped through blindly', async () => {
    const { open } = await pane()
    await open()
    const select = status('Web shop')
    expect([...select.options].map(({ text }) => text)).toEqual([
      '1 operational',
      '2 maintenance',
      '3 degraded',
      '4 partial outage',
      '5 major outage',
    ])
    fireEvent.click(select)
    expect(select.value).toBe('operational')
    for (const [digit, chosen] of [
      ['4', 'partial_outage'],
      ['1', 'operational'],
      ['3', 'degraded_performance'],
    ] as const) {
      fireEvent.keyDown(select, { key: digit })
      expect(select.value).toBe(chosen)
    }
    fireEvent.keyDown(select, { key: '6' })
    fireEvent.keyDown(select, { key: '1', ctrlKey: true })
    expect(select.value).toBe('degraded_performance')
  })
})

describe('drafts', () => {
  it('[CM14] are kept without a channel, and ask for one before they leave', async () => {
    const { cockpit, open, updates } = await pane()
    act(() => cockpit.board.setState({ channels: [] }))
    await open()
    type(symptom(), 'One in four fails.')
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
    press('s')
    await waitFor(() => expect(updates()).toHaveLength(1))
    expect(screen.getByText('No channel yet')).toBeTruthy()
    act(() => cockpit.board.setState({ channels: cannedChannels as Channel[] }))
    fireEvent.click(screen.getByRole('button', { name: 'Continue editing' }))
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Before publishing: connect a channel.'))
    expect(body().value).toContain('One in four fails.')
  })

  it('[CM9] after it was resolved, u begins the resolution and not the old “we are still working”', async () => {
    const { link, incident, open, draft } = await pane()
    await draft('old', { stage: 'progress', body: 'We are still working on it.' })
    await act(() => link.call('incident:change-status', { incident, to: 'resolved', reason: '' }))
    await open()
    expect(screen.queryByDisplayValue('We are still working on it.')).toBeNull()
    expect(screen.getByRole('combobox', { name: 'Template' })).toHaveProperty('value', 'Resolved')
    expect(screen.getByText('We are still working on it.')).toBeTruthy()
  })

  it('[CM9] a draft of the resolution is gone on with after the end, and any draft before it', async () => {
    const { link, cockpit, incident, draft } = await pane()
    await draft('old', { stage: 'progress', body: 'We are still working on it.' })
    act(() => cockpit.focus.request('comms'))
    await screen.findByDisplayValue('We are still working on it.')
    await draft('end', { stage: 'resolution', body: 'It is over.' })
    await act(() => link.call('incident:change-status', { incident, to: 'resolved', reason: '' }))
    act(() => cockpit.focus.request('comms'))
    await screen.findByDisplayValue('It is over.')
  })
})

describe('what was published and what nobody knows', () => {
  const long = `${'Card payments are declined for one in four customers. '.repeat(6)}\nWe will write again.`

  it('[CM12] is whole at one press where the pane is low, and short texts have no button', async () => {
    const { draft } = await pane()
    await draft('long', { body: long })
    await draft('short', { body: 'Short.' })
    const text = screen.getByText(/^Card payments are declined/)
    expect(text.hasAttribute('data-whole')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
    expect(text.hasAttribute('data-whole')).toBe(true)
    expect(screen.getByText('Short.').hasAttribute('data-whole')).toBe(true)
  })
})
