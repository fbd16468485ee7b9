import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import type { OtherEditor } from '../../../src/shared/contract/pushes'
import { type IncidentId, newId, type UpdateId } from '../../../src/shared/domain/ids'
import { responderNamed } from '../../../src/shared/domain/people'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import * as story from '../../support/folded-incident'
import { stage } from '../../support/pane-stage'

const body = () => screen.getByRole('textbox', { name: 'What customers read' }) as HTMLTextAreaElement
const type = (field: Element, value: string) => fireEvent.change(field, { target: { value } })
const press = (key: string, more: object = { ctrlKey: true }) =>
  fireEvent.keyDown(document.activeElement ?? body(), { key, ...more })

async function writing() {
  const board = cannedBoard(Date.now())
  const link = createFakeLink({ now: Date.now, board })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<CommsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  const updates = () => cockpit.incident.getState().record?.incident.updates ?? []
  const open = async () => {
    act(() => cockpit.focus.request('comms'))
    await screen.findByDisplayValue(/We are investigating/)
    type(body(), 'Mine: payments fail. Next update within the hour.')
  }
  const draft = (id: string, title: string) =>
    act(() => link.call('comms:draft', { incident, update: id as UpdateId, content: story.updateContent({ title }) }))
  const publish = (id: string) => act(() => link.call('comms:publish', { incident, update: id as UpdateId }))
  const published = () => link.calls.filter(({ name }) => name === 'comms:publish')
  const editing = (what: string, name = 'Ben Ito') => {
    const who = responderNamed(name)
    if (who === undefined) throw new Error('Nobody')
    act(() => link.push('editors', [{ incident, what, who, screen: '' }] satisfies OtherEditor[]))
  }
  return { link, incident, cockpit, updates, open, draft, publish, published, editing }
}

describe('two people write to customers at once', () => {
  it('[CM18] each composer says that the other is writing, be it another update or this draft', async () => {
    const { open, editing } = await writing()
    await open()
    editing('update:somewhere-else')
    expect(await screen.findByText('Ben Ito is writing an update too.')).toBeTruthy()
    editing('impact')
    expect(screen.queryByText(/Ben Ito/)).toBeNull()
  })

  it('[CM18] what was published during the review is named, Enter publishes nothing then, and a key of its own does', async () => {
    const { cockpit, draft, publish, published, updates } = await writing()
    await draft('theirs', 'Payments are slow')
    await draft('more', 'Payouts are late')
    act(() => cockpit.focus.request('comms'))
    await screen.findByRole('textbox', { name: 'What customers read' })
    type(body(), 'Mine: payments fail. Next update within the hour.')
    press('Enter')
    const review = await screen.findByRole('region', { name: 'Publish this?' })
    expect(within(review).queryByRole('alert')).toBeNull()
    await publish('theirs')
    const alert = await within(review).findByRole('alert')
    expect(alert.textContent).toMatch(/^Ada Park has been publishing since \d\d:\d\d UTC: Payments are slow\./)
    const [theirs] = published()
    fireEvent.click(screen.getByRole('button', { name: /^Publish to/ }))
    press('Enter', {})
    press('Enter')
    expect(published()).toEqual([theirs])
    press('Enter', { ctrlKey: true, shiftKey: true })
    await waitFor(() => expect(published()).toHaveLength(2))
    expect(published()[1]?.input).toMatchObject({ update: 'more', seen: ['theirs'] })
    await waitFor(() => expect(updates().find(({ id }) => id === 'more')?.delivery.state).toBe('publishing'))
  })

  it('[CM18] what was out before the composer was opened is no news', async () => {
    const { open, draft, publish, published } = await writing()
    await draft('before', 'Payments are slow')
    await publish('before')
    await open()
    press('Enter')
    await screen.findByRole('region', { name: 'Publish this?' })
    expect(screen.queryByRole('alert')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: /^Publish to/ }))
    await waitFor(() => expect(published()).toHaveLength(2))
    expect(published()[1]?.input).toMatchObject({ seen: ['before'] })
  })
})

describe('two people word one draft', () => {
  it('[ED2] what the other made of it is right above the buttons and takes the focus when mine cannot be stored', async () => {
    const { link, draft, updates, cockpit } = await writing()
    await draft('one', 'Payments are slow')
    act(() => cockpit.focus.request('comms'))
    await screen.findByRole('textbox', { name: 'What customers read' })
    type(body(), 'Mine: payments fail. Next update within the hour.')
    await draft('one', 'Payments are very slow')
    link.failNext('comms:draft', { kind: 'conflict', message: 'Somebody changed this.' })
    press('s')
    const theirs = await screen.findByRole('alert')
    expect(theirs.textContent).toContain('Payments are very slow')
    await waitFor(() => expect(document.activeElement?.contains(theirs)).toBe(true))
    expect(document.activeElement?.closest('footer')).not.toBeNull()
    const buttons = within(theirs.closest('footer') as HTMLElement).getAllByRole('button')
    expect(buttons.map(({ textContent }) => textContent).slice(0, 2)).toEqual(['Keep theirs t', 'Keep mine m'])
    fireEvent.click(screen.getByRole('button', { name: /^Keep mine/ }))
    press('s')
    await waitFor(() =>
      expect(updates()).toMatchObject([{ content: { body: 'Mine: payments fail. Next update within the hour.' } }]),
    )
  })
})
