import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DeclareFromAlertDialog } from '../../../src/renderer/features/alerts/declare-dialog'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard, settle } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const [page] = cannedBoard(Date.now()).alerts
if (page === undefined) throw new Error('The board has no alert')
const row = { ...page, startedAt: Date.now() - 60_000 }

async function opened(form: 'from the alert' | 'by hand') {
  const link = createFakeLink({ now: Date.now, board: { ...emptyBoard, alerts: [row] }, me: 'root' })
  let closed = 0
  const onClose = () => {
    closed += 1
  }
  const shown =
    form === 'by hand' ? (
      <DeclareDialog opened onClose={onClose} />
    ) : (
      <DeclareFromAlertDialog opened alerts={{ row, others: [] }} onClose={onClose} />
    )
  const cockpit = await stage(shown, link)
  await settle()
  const theirs = newId<IncidentId>()
  const declare = () =>
    act(async () => void (await link.call('incident:take', { incident: theirs, alert: row.id, severity: 'SEV-1' })))
  const sent = () =>
    link.calls.filter(
      ({ name, input }) =>
        name !== 'incident:link-page' &&
        /declare|take/.test(name) &&
        !JSON.stringify(input).includes(`"incident":"${theirs}"`),
    )
  return { link, cockpit, theirs, declare, sent, closed: () => closed }
}

describe('[DI7] somebody declares from the same alert while the form is open', () => {
  it('says who and what, sends nothing on Enter, and a key opens theirs', async () => {
    const { cockpit, theirs, declare, sent, closed } = await opened('from the alert')
    await declare()
    const note = await screen.findByRole('alert')
    expect(note.textContent).toContain(`root declared SEV-1 “${row.title}”`)
    const form = note.closest('form') as HTMLFormElement
    fireEvent.submit(form)
    await settle()
    expect(sent()).toEqual([])
    fireEvent.keyDown(note, { key: 'o' })
    await waitFor(() => expect(cockpit.selection.getState().open).toBe(theirs))
    expect(closed()).toBe(1)
    expect(sent()).toEqual([])
  })

  it('another one is declared with one more key', async () => {
    const { declare, sent, theirs, closed } = await opened('from the alert')
    await declare()
    const form = (await screen.findByRole('alert')).closest('form') as HTMLFormElement
    fireEvent.keyDown(screen.getByRole('alert'), { key: 'a' })
    expect(within(form).queryByRole('alert')).toBeNull()
    fireEvent.submit(form)
    await waitFor(() => expect(closed()).toBe(1))
    expect(sent().map(({ input }) => input)).toMatchObject([{ besides: [theirs] }])
  })

  it('a form by hand says it too, and keeps what is typed; its list opens theirs or declares another', async () => {
    const { declare, sent, theirs, closed } = await opened('by hand')
    const title = screen.getByRole('textbox', { name: /^Title/ })
    fireEvent.change(title, { target: { value: 'Cards fa' } })
    await declare()
    const note = await screen.findByRole('alert')
    expect(note.textContent).toContain('root declared SEV-1')
    fireEvent.keyDown(title, { key: 'o' })
    fireEvent.submit(title)
    await settle()
    expect(sent()).toEqual([])
    expect((title as HTMLInputElement).value).toBe('Cards fa')
    expect(screen.getByRole('button', { name: `Open SEV-1 “${row.title}”, which has it` })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^Declare another SEV-. from/ }))
    await waitFor(() => expect(closed()).toBe(1))
    expect(sent().map(({ input }) => input)).toMatchObject([{ alert: row.id, besides: [theirs] }])
  })
})

it('[DI7] what ran before the form by hand was opened asks nothing', async () => {
  const link = createFakeLink({ now: Date.now, board: emptyBoard })
  await link.call('incident:declare', { incident: newId(), title: 'Older', severity: 'SEV-2', impact: '' })
  await stage(<DeclareDialog opened onClose={() => undefined} />, link)
  await settle()
  expect(screen.queryByRole('alert')).toBeNull()
})
