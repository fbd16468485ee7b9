import { fireEvent, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

/** The pane with an incident and the composer open, as `u` opens it; its template has come. */
async function composing(board = cannedBoard(Date.now())) {
  const link = createFakeLink({ now: Date.now, board })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<CommsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  act(() => cockpit.focus.request('comms'))
  await screen.findByDisplayValue(/We are investigating/)
  const updates = () => cockpit.incident.getState().record?.incident.updates ?? []
  const missing = () => screen.getByRole('textbox', { name: 'What customers see' }) as HTMLInputElement
  return { link, cockpit, updates, missing }
}

const body = () => screen.getByRole('textbox', { name: 'What customers read' }) as HTMLTextAreaElement
const type = (field: Element, value: string) => fireEvent.change(field, { target: { value } })
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.activeElement ?? body(), { key, ...more })

const chip = () => screen.getByRole('combobox', { name: 'Card payments' }).parentElement as HTMLElement

describe('the composer', () => {
  it('says where each value came from, and takes the focus to what is missing', async () => {
    const { missing } = await composing()
    expect(screen.getByText('from page of the incident')).toBeTruthy()
    expect(screen.getByText('missing')).toBeTruthy()
    expect(document.activeElement).toBe(missing())
  })

  it('[TR4] opened by a tree, says what the tree asks for to its writer alone, and only that once', async () => {
    const { cockpit, updates } = await composing()
    press('Escape')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    act(() => void cockpit.focus.offer({ command: 'comms', asks: 'Tell people how it goes' }))
    await screen.findByDisplayValue(/We are investigating/)
    expect(screen.getByRole('note').textContent).toContain('Tell people how it goes')
    type(body(), 'We know more.')
    press('s', { ctrlKey: true })
    await waitFor(() => expect(updates()).toMatchObject([{ content: { body: 'We know more.' } }]))
    expect(JSON.stringify(updates())).not.toContain('how it goes')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    act(() => void cockpit.focus.request('comms'))
    await screen.findByDisplayValue('We know more.')
    expect(screen.queryByRole('note')).toBeNull()
  })

  it('[CM1] Ctrl+Enter on a text with a hole leads to the field that fills it, or to the hole', async () => {
    const { missing } = await composing()
    body().focus()
    press('Enter', { ctrlKey: true })
    await waitFor(() => expect(document.activeElement).toBe(missing()))
    type(body(), 'We look into ⟦what⟧ now.')
    await waitFor(() => expect(missing().hasAttribute('data-error')).toBe(false))
    press('Enter', { ctrlKey: true })
    await waitFor(() => expect(document.activeElement).toBe(body()))
    expect(body().value.slice(body().selectionStart, body().selectionEnd)).toBe('⟦what⟧')
  })

  it('fills the text as fields are typed, and does not review what has holes', async () => {
    const { missing, updates } = await composing()
    press('Enter', { ctrlKey: true })
    expect(screen.getByRole('status').textContent).toBe('Before publishing: fill ⟦What customers see⟧.')
    expect(updates()).toEqual([])
    type(missing(), 'One in four fails.')
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it('[CM23] says why the text was not filled, reviews none that lacks what was typed, and fills it again by one key', async () => {
    const { link, missing, updates } = await composing()
    const slow = { kind: 'refused', message: 'initial took longer than 1,000 ms' } as const
    link.failNext('comms:fill', slow)
    type(missing(), 'One in four fails.')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(slow.message))
    expect(body().value).not.toContain('One in four fails.')
    link.failNext('comms:fill', slow)
    press('Enter', { ctrlKey: true })
    await waitFor(() => expect(document.activeElement?.textContent).toContain(slow.message))
    expect(updates()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
    expect(screen.queryByRole('alert')).toBeNull()
    missing().focus()
    link.failNext('comms:fill', slow)
    press('Enter', { ctrlKey: true })
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(slow.message))
    expect(screen.queryByRole('region', { name: 'Publish this?' })).toBeNull()
    press('Enter', { ctrlKey: true })
    expect(await screen.findByRole('region', { name: 'Publish this?' })).toBeTruthy()
  })

  it('[CM25] who goes on typing while the text is waited for is not led to the review', async () => {
    const { link, updates, missing } = await composing()
    type(missing(), 'One in four fails.')
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
    const { call } = link
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    link.call = (name, input) => (name === 'comms:fill' ? answered.then(() => call(name, input)) : call(name, input))
    press('Enter', { ctrlKey: true })
    type(body(), 'My own words.')
    answer()
    await waitFor(() => expect(updates()).toHaveLength(1))
    expect(screen.queryByRole('region', { name: 'Publish this?' })).toBeNull()
    expect(body().value).toBe('My own words.')
    press('Enter', { ctrlKey: true })
    expect(await screen.findByRole('region', { name: 'Publish this?' })).toBeTruthy()
  })

  it('[CM23] words by hand are reviewed though their template is gone, and what else goes wrong is said beside that', async () => {
    const { link, updates } = await composing()
    const gone = { kind: 'not-found', message: 'No template initial.' } as const
    type(body(), 'My own words.')
    const full = { kind: 'refused', message: 'Not saved: the disk is full.' } as const
    link.failNext('comms:fill', gone)
    link.failNext('comms:draft', full)
    press('Enter', { ctrlKey: true })
    await waitFor(() => expect(document.activeElement?.textContent).toContain(full.message))
    expect(screen.getAllByRole('alert').map(note => note.textContent)).toEqual([
      expect.stringContaining(gone.message),
      expect.stringContaining(full.message),
    ])
    link.failNext('comms:fill', gone)
    press('Enter', { ctrlKey: true })
    expect(await screen.findByRole('region', { name: 'Publish this?' })).toBeTruthy()
    expect(updates()).toMatchObject([{ content: { body: 'My own words.' } }])
  })

  it('[CM23] says nothing of a template that is not used any more, and hides nothing behind it', async () => {
    const { link, missing } = await composing()
    const slow = { kind: 'refused', message: 'initial took longer than 1,000 ms' } as const
    link.failNext('comms:fill', slow)
    type(missing(), 'One in four fails.')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(slow.message))
    fireEvent.click(screen.getByRole('combobox', { name: 'Template' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Works again' }))
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
    const full = { kind: 'refused', message: 'Not saved: the disk is full.' } as const
    link.failNext('comms:draft', full)
    press('Enter', { ctrlKey: true })
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(full.message))
  })

  it('[CM23] closing keeps a text that was not filled as it is, and what was typed in its fields', async () => {
    const { link, updates, missing } = await composing()
    const slow = { kind: 'refused', message: 'initial took longer than 1,000 ms' } as const
    link.failNext('comms:fill', slow)
    type(missing(), 'One in four fails.')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(slow.message))
    link.failNext('comms:fill', slow)
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(updates()).toMatchObject([{ wording: { typed: { impact: 'One in four fails.' } } }]))
    expect(updates()[0]?.content.body).not.toContain('One in four fails.')
  })

  it('leaves words alone that were written by hand, until it is asked to fill them again', async () => {
    const { missing } = await composing()
    type(body(), 'My own words.')
    type(missing(), 'One in four fails.')
    const again = await screen.findByRole('button', { name: 'Fill in again' })
    // What fills no text is not missing.
    expect(screen.queryByText('missing')).toBeNull()
    expect(body().value).toBe('My own words.')
    fireEvent.click(again)
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
  })

  it('offers the page’s own templates, whose brackets are no holes', async () => {
    const { updates } = await composing()
    fireEvent.click(screen.getByRole('combobox', { name: 'Template' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Works again' }))
    expect(body().value).toBe('Payments work again in the [EU].')
    expect(screen.getByRole('radio', { name: 'Resolved' })).toHaveProperty('checked', true)
    expect(screen.getByRole('status').textContent).toBe('')
    press('Enter', { ctrlKey: true })
    await screen.findByRole('region', { name: 'Publish this?' })
    expect(updates()).toMatchObject([{ content: { status: 'resolved', title: 'Card payments are failing' } }])
  })

  it('[SB3] sets components back together with the words that it is over, by one key', async () => {
    const { link, updates } = await composing({ ...cannedBoard(Date.now()), alerts: [] })
    const page = cannedBoard(Date.now()).pages[0]
    if (page === undefined) throw new Error('The canned board has a page')
    const hurt = page.components.map(one => (one.id === 'c1' ? { ...one, status: 'major_outage' as const } : one))
    act(() => link.push('pages', [{ ...page, components: hurt }]))
    expect(screen.queryByRole('button', { name: /^Restore/ })).toBeNull()
    fireEvent.click(screen.getByRole('combobox', { name: 'Template' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Works again' }))
    expect(screen.getByRole('button', { name: /^Restore/ })).toBeTruthy()
    press('b', { ctrlKey: true })
    expect(chip().textContent).toContain('major outage → operational')
    press('s', { ctrlKey: true })
    await waitFor(() => expect(updates()).toHaveLength(1))
    const components = { components: { c1: 'operational' }, before: { c1: 'major_outage' } }
    expect(updates()).toMatchObject([{ content: components }])
  })

  it('[SB4] leaves a component whose alert is open as it is, and says so', async () => {
    const { link } = await composing()
    const page = cannedBoard(Date.now()).pages[0]
    if (page === undefined) throw new Error('The canned board has a page')
    const hurt = page.components.map(one => (one.id === 'c1' ? { ...one, status: 'major_outage' as const } : one))
    act(() => link.push('pages', [{ ...page, components: hurt }]))
    fireEvent.click(screen.getByRole('combobox', { name: 'Template' }))
    fireEvent.click(await screen.findByRole('option', { name: 'Works again' }))
    expect(await screen.findByText(/^Card payments is left as it is\. .*still open: /)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Restore/ })).toBeNull()
  })

  it('keeps what was written when it is closed, and goes on with it at the next u', async () => {
    const { cockpit, updates } = await composing()
    type(body(), 'Half a sentence')
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(updates()).toMatchObject([{ delivery: { state: 'drafted' } }]))
    act(() => cockpit.focus.request('comms'))
    expect(await screen.findByDisplayValue('Half a sentence')).toBeTruthy()
  })

  it('[CM22] brings a draft back that was kept with Ctrl+S with its template and its fields, not as words by hand', async () => {
    const { cockpit, updates, missing } = await composing()
    type(missing(), 'One in four fails.')
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
    press('s', { ctrlKey: true })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(updates()).toMatchObject([{ wording: { template: 'initial', byHand: false } }])
    act(() => cockpit.focus.request('comms'))
    await waitFor(() => expect(missing()).toHaveProperty('value', 'One in four fails.'))
    expect(screen.getByRole('combobox', { name: 'Template' })).toHaveProperty('value', 'First word')
    expect(screen.queryByRole('button', { name: 'Fill in again' })).toBeNull()
    type(missing(), 'One in five fails.')
    await waitFor(() => expect(body().value).toContain('One in five fails.'))
    press('s', { ctrlKey: true })
    await waitFor(() => expect(updates()).toMatchObject([{ wording: { typed: { impact: 'One in five fails.' } } }]))
    expect(updates()).toHaveLength(1)
  })

  it('[CM22] keeps of a draft that was worded by hand the words, and the template beside them', async () => {
    const { cockpit, missing } = await composing()
    type(missing(), 'One in four fails.')
    type(body(), 'My own words.')
    press('s', { ctrlKey: true })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    act(() => cockpit.focus.request('comms'))
    expect(await screen.findByRole('button', { name: 'Fill in again' })).toBeTruthy()
    expect(body().value).toBe('My own words.')
    expect(missing()).toHaveProperty('value', 'One in four fails.')
  })

  it('shows before publishing what is said, where, what changes, and who gets mail', async () => {
    const { missing, updates } = await composing()
    type(missing(), 'One in four fails.')
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
    fireEvent.keyDown(screen.getByRole('combobox', { name: 'Card payments' }), { key: '5' })
    expect(chip().textContent).toContain('Card payments operational → major outage')
    press('Enter', { ctrlKey: true })
    const review = await screen.findByRole('region', { name: 'Publish this?' })
    expect(review.textContent).toContain('status.example.com (public status page)')
    expect(review.textContent).toContain('nothing shown yet → Investigating')
    expect(review.textContent).toContain('Card payments: operational → major outage')
    expect(review.textContent).toContain('Every subscriber of status.example.com')
    expect(review.textContent).toContain('One in four fails.')
    const publish = screen.getByRole('button', { name: /^Publish to status.example.com/ })
    expect(document.activeElement).toBe(publish)
    fireEvent.click(publish)
    await waitFor(() => expect(updates()[0]?.delivery.state).toBe('publishing'))
    expect(updates()[0]?.content.components).toEqual({ c1: 'major_outage' })
  })

  it('stays open with the engine’s words when it is refused', async () => {
    const { link, missing, updates } = await composing()
    type(missing(), 'One in four fails.')
    await waitFor(() => expect(body().value).toContain('One in four fails.'))
    press('Enter', { ctrlKey: true })
    link.failNext('comms:publish', { kind: 'refused', message: 'status.example.com is not connected any more.' })
    fireEvent.click(await screen.findByRole('button', { name: /^Publish to/ }))
    expect((await screen.findByRole('alert')).textContent).toContain('not connected any more')
    expect(updates()[0]?.delivery.state).toBe('drafted')
  })
})

it('says in the last review that the page keeps the title of its public incident', async () => {
  const board = cannedBoard(Date.now())
  const there = { externalId: 'there', name: 'We look into a problem', status: 'investigating', lastUpdate: 'x' }
  const pages = board.pages.map(page => ({ ...page, incidents: [{ ...there, updatedAt: null, url: null }] }))
  const link = createFakeLink({ now: Date.now, board: { ...board, pages } })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<CommsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const write = async (text: string) => {
    act(() => cockpit.focus.request('comms'))
    await screen.findByDisplayValue(/We are investigating/)
    type(body(), text)
    press('Enter', { ctrlKey: true })
    return await screen.findByRole('region', { name: 'Publish this?' })
  }
  const first = await write('Customers cannot pay by card. Next update within the hour.')
  expect(first.textContent).not.toContain('Title stays')
  fireEvent.click(screen.getByRole('button', { name: /^Publish to/ }))
  const out = await waitFor(() => {
    const [update] = cockpit.incident.getState().record?.incident.updates ?? []
    expect(update?.delivery.state).toBe('publishing')
    return update
  })
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  if (out !== undefined) act(() => link.delivered(incident, out.id))
  const second = await write('Customers still cannot pay by card. Next update within the hour.')
  expect(second.textContent).toContain('Title staysWe look into a problem')
})
