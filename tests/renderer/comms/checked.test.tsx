import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { CommsPane } from '../../../src/renderer/features/comms/comms-pane'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const GOOD = 'Customers cannot pay by card. Next update within the hour.'
const body = () => screen.getByRole('textbox', { name: 'What customers read' }) as HTMLTextAreaElement
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
const publishButton = () => screen.getByRole('button', { name: /^Publish to/ })
const list = () => screen.findByRole('region', { name: 'Check of the text' })

/** The last review of a text. */
async function reviewing(text: string) {
  const board = cannedBoard(Date.now())
  const link = createFakeLink({ now: Date.now, board })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const cockpit = await stage(<CommsPane />, link)
  await waitFor(() => expect(cockpit.incident.getState().record).toBeDefined())
  act(() => cockpit.focus.request('comms'))
  await screen.findByDisplayValue(/We are investigating/)
  const review = async (words: string) => {
    fireEvent.change(body(), { target: { value: words } })
    press('Enter', { ctrlKey: true })
    return await screen.findByRole('region', { name: 'Publish this?' })
  }
  await review(text)
  const updates = () => cockpit.incident.getState().record?.incident.updates ?? []
  const sent = () => link.calls.filter(({ name }) => name === 'comms:publish').map(({ input }) => input)
  return { link, board, incident, cockpit, review, updates, sent }
}

describe('[LN29] [LN30] the check at the last review', () => {
  it('says nothing of a good text, and one Enter publishes it', async () => {
    const { updates, sent } = await reviewing(GOOD)
    fireEvent.click(publishButton())
    await waitFor(() => expect(updates()[0]?.delivery.state).toBe('publishing'))
    expect(screen.queryByRole('region', { name: 'Check of the text' })).toBeNull()
    expect(sent()).toHaveLength(1)
  })

  it('asks about what is to be considered once: the first Enter asks, the second publishes; the focus stays', async () => {
    const { updates, sent } = await reviewing(`${GOOD} We are sorry!`)
    expect((await list()).textContent).toContain('To consider before you publish:')
    expect(within(await list()).getAllByRole('listitem')).toHaveLength(1)
    expect(document.activeElement).toBe(publishButton())
    fireEvent.click(publishButton())
    await waitFor(() => expect(screen.getByText('Enter once more publishes it as it is.')).toBeTruthy())
    expect(sent()).toEqual([])
    expect(document.activeElement).toBe(publishButton())
    fireEvent.click(publishButton())
    await waitFor(() => expect(updates()[0]?.waiver).toMatchObject({ asked: ['exclamation'], overrode: [] }))
  })

  it('asks anew about a text that was edited, and not about one that was asked about', async () => {
    const { review, updates, sent } = await reviewing(`${GOOD} We are sorry!`)
    await list()
    fireEvent.click(publishButton())
    await screen.findByText('Enter once more publishes it as it is.')
    fireEvent.click(screen.getByRole('button', { name: /^Back/ }))
    await review(`${GOOD} We are so sorry!`)
    await list()
    expect(screen.queryByText('Enter once more publishes it as it is.')).toBeNull()
    fireEvent.click(publishButton())
    await screen.findByText('Enter once more publishes it as it is.')
    expect(sent()).toEqual([])
    fireEvent.click(publishButton())
    await waitFor(() => expect(updates()[0]?.delivery.state).toBe('publishing'))
  })

  it('needs a reason for what it stops: Enter leads to the field, r does, and Enter there publishes', async () => {
    const { updates, sent } = await reviewing('Customers cannot pay by card!')
    expect((await list()).textContent).toContain('The check stops this text.')
    expect(publishButton().getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(publishButton())
    const field = screen.getByRole('textbox', { name: /^Publish anyway, because/ })
    expect(document.activeElement).toBe(field)
    expect(sent()).toEqual([])
    act(() => publishButton().focus())
    press('r')
    expect(document.activeElement).toBe(field)
    // Letters that mean something beside it are letters here.
    press('a')
    press('y')
    fireEvent.change(field, { target: { value: ' The bridge knows ' } })
    expect(publishButton().getAttribute('aria-disabled')).toBeNull()
    press('Enter')
    await waitFor(() =>
      expect(updates()[0]?.waiver).toMatchObject({
        ...{ overrode: ['no-next-update'], reason: 'The bridge knows', asked: ['exclamation'] },
      }),
    )
  })

  it('an Enter before the engine has answered publishes nothing that it has to ask about', async () => {
    const { link, updates } = await reviewing(GOOD)
    fireEvent.click(screen.getByRole('button', { name: /^Back/ }))
    const { call } = link
    const { promise, resolve } = Promise.withResolvers<void>()
    link.call = (name, input) => (name === 'comms:check' ? promise.then(() => call(name, input)) : call(name, input))
    fireEvent.change(body(), { target: { value: 'Customers cannot pay by card.' } })
    press('Enter', { ctrlKey: true })
    await screen.findByRole('region', { name: 'Publish this?' })
    fireEvent.click(publishButton())
    expect((await screen.findByRole('alert')).textContent).toContain('names no next update')
    expect(updates()[0]?.delivery.state).toBe('drafted')
    resolve()
    await list()
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  })
})

describe('[CM27] what moved since the text was begun', () => {
  it('is said while it is written and at the review, where Enter publishes nothing and a key of its own does', async () => {
    const { link, incident, updates, sent } = await reviewing(GOOD)
    await act(() => link.call('incident:change-severity', { incident, to: 'SEV-3', reason: '', was: 'SEV-1' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The severity is SEV-3 now; it was SEV-1 when this was written.',
    )
    fireEvent.click(publishButton())
    press('Enter')
    expect(sent()).toEqual([])
    press('Enter', { ctrlKey: true, shiftKey: true })
    await waitFor(() => expect(updates()[0]?.delivery.state).toBe('publishing'))
    expect(sent()).toMatchObject([{ basis: { severity: 'SEV-3' } }])
  })

  it('is silent about an impact that the text says already, and tells of any other', async () => {
    const { link, incident, updates, sent } = await reviewing(GOOD)
    await act(() => link.call('incident:state-impact', { incident, impact: 'customers cannot pay by card', was: '' }))
    expect(screen.queryByRole('alert')).toBeNull()
    await act(() =>
      link.call('incident:state-impact', { incident, impact: 'Nobody can pay', was: 'customers cannot pay by card' }),
    )
    expect((await screen.findByRole('alert')).textContent).toContain('Nobody can pay')
    expect([updates()[0]?.delivery.state, sent()]).toEqual(['drafted', []])
  })

  it('names what somebody posted on the status page itself', async () => {
    const { link, board, sent } = await reviewing(GOOD)
    const [page] = board.pages
    if (page === undefined) throw new Error('No page')
    const posted = {
      ...{ externalId: 'i9', name: 'Cards', status: 'investigating', lastUpdate: 'We see it too.', url: null },
      updatedAt: Date.UTC(2026, 10, 28, 9, 30),
    }
    act(() => link.push('pages', [{ ...page, incidents: [...page.incidents, posted] }]))
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /Someone posted on .* at 09:30.*: Cards\. We see it too\./,
    )
    fireEvent.click(publishButton())
    expect(sent()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: /^Publish mine as it reads/ }))
    await waitFor(() => expect(sent()).toHaveLength(1))
  })
})

describe('[CM28] what customers see now', () => {
  it('stands beside the draft, with what the draft changes of it marked', async () => {
    const { link, board, incident, cockpit, updates } = await reviewing(GOOD)
    const region = () => screen.getByRole('region', { name: 'What customers see now' })
    fireEvent.click(publishButton())
    await waitFor(() => expect(updates()[0]?.delivery.state).toBe('publishing'))
    const [first] = updates()
    const [page] = board.pages
    if (page === undefined || first === undefined) throw new Error('No page')
    act(() => link.delivered(incident, first.id))
    const posted = {
      ...{ externalId: 'there', name: 'Cards', status: 'investigating', lastUpdate: GOOD, url: null, updatedAt: null },
    }
    act(() => link.push('pages', [{ ...page, incidents: [posted] }]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    act(() => cockpit.focus.request('comms'))
    await screen.findByDisplayValue(/We are investigating/)
    fireEvent.change(body(), { target: { value: GOOD.replace('cannot pay', 'can pay again') } })
    expect(region().textContent).toContain('Customers cannot can pay again by card.')
    expect(region().querySelector('del')?.textContent).toBe('cannot ')
    expect([...region().querySelectorAll('ins')].map(({ textContent }) => textContent)).toEqual(['can ', 'again '])
    fireEvent.change(body(), { target: { value: GOOD } })
    expect(region().textContent).toContain('word for word')
    // Other words are not compared: what customers read is shown as it is.
    fireEvent.change(body(), { target: { value: 'Refunds work.' } })
    expect(region().textContent).toContain(GOOD)
    expect(region().querySelector('ins')).toBeNull()
  })
})
