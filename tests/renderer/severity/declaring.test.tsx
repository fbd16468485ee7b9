import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DeclareFromAlertDialog } from '../../../src/renderer/features/alerts/declare-dialog'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { answers } from '../../support/fake-answers'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { shippedView } from '../../support/shipped-method'
import { emptyBoard, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

it('[DI1] from alerts offers when the first of them began, with its source, and what noticed it', async () => {
  const now = Date.now()
  const [any] = cannedBoard(now).alerts
  if (any === undefined) throw new Error('The board has no alert')
  const first = { ...any, id: 'first', title: 'Cards fail', origin: 'alert', startedAt: now - 20 * 60_000 } as const
  const row = { ...any, startedAt: now - 5 * 60_000 }
  const taken = async (change: () => void) => {
    const { link } = await show(
      <DeclareFromAlertDialog opened alerts={{ row, others: [first] }} onClose={() => undefined} />,
    )
    await settle()
    change()
    const started = screen.getByRole('textbox', { name: /^Started/ })
    const says = started.closest('form')?.textContent ?? ''
    fireEvent.submit(started)
    await settle()
    cleanup()
    return { says, input: link.calls.find(({ name }) => name === 'incident:take')?.input }
  }
  const type = (value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name: /^Started/ }), { target: { value } })
  const offered = await taken(() => undefined)
  expect(offered.says).toContain('When the alert started, 20 min ago')
  expect(offered.input).toMatchObject({
    started: { at: first.startedAt, source: { kind: 'alert', name: 'Cards fail' } },
    detection: { how: 'alert', name: 'Cards fail', at: first.startedAt },
  })
  const corrected = new Date(now - 30 * 60_000).toISOString().slice(11, 16)
  expect((await taken(() => type(corrected))).input).toMatchObject({
    started: { source: { kind: 'person', name: '' } },
    detection: { how: 'alert' },
  })
  localStorage.clear()
  expect((await taken(() => type(''))).input).toMatchObject({ started: null })
  localStorage.clear()
  expect((await taken(() => type('soon'))).input).toBeUndefined()
})

it('[DI1] a start that is corrected to after the alert is declared with', async () => {
  const [any] = cannedBoard(Date.now()).alerts
  if (any === undefined) throw new Error('The board has no alert')
  const row = { ...any, startedAt: Date.now() - 20 * 60_000 }
  const link = createFakeLink({ now: Date.now, board: { ...emptyBoard, alerts: [row] } })
  const form = <DeclareFromAlertDialog opened alerts={{ row, others: [] }} onClose={() => undefined} />
  const { incident } = await stage(form, link)
  const started = screen.getByRole('textbox', { name: /^Started/ })
  fireEvent.change(started, { target: { value: new Date(Date.now() - 10 * 60_000).toISOString().slice(11, 16) } })
  fireEvent.submit(started)
  await waitFor(() => expect(incident.getState().record?.incident.detected).toMatchObject({ how: 'alert', at: null }))
})

it.each([null, Number.MAX_SAFE_INTEGER, 0])('[DI1] an alert that began at %s offers nothing', async startedAt => {
  const [any] = cannedBoard(Date.now()).alerts
  if (any === undefined) throw new Error('The board has no alert')
  const { link } = await show(
    <DeclareFromAlertDialog opened alerts={{ row: { ...any, startedAt }, others: [] }} onClose={() => undefined} />,
  )
  await settle()
  fireEvent.submit(screen.getByRole('textbox', { name: /^Started/ }))
  await settle()
  expect(link.calls.find(({ name }) => name === 'incident:take')?.input).toMatchObject({
    started: null,
    detection: null,
  })
})

it('[DI2] each open PagerDuty incident is declared with the severity that it is worth', async () => {
  const pages = cannedBoard(Date.now()).alerts.filter(({ origin }) => origin === 'page')
  const { link } = await show(<DeclareDialog opened onClose={() => undefined} />)
  act(() => link.push('alerts', cannedAlerts(pages)))
  await settle()
  const takes = screen.getAllByRole('button', { name: /^Declare SEV-\d from / })
  expect(takes.length).toBe(Math.min(4, pages.length))
  fireEvent.click(screen.getByRole('radio', { name: /SEV-4/ }))
  const [take] = takes
  const worth = /SEV-\d/.exec(take?.getAttribute('aria-label') ?? '')?.[0]
  expect(worth).not.toBe('SEV-4')
  fireEvent.click(take as HTMLElement)
  await settle()
  expect(link.calls.find(({ name }) => name === 'incident:take')?.input).toMatchObject({ severity: worth })
})

it('[DI2] what was typed of it is declared with', async () => {
  const pages = cannedBoard(Date.now()).alerts.filter(({ origin }) => origin === 'page')
  const link = createFakeLink({ now: Date.now, board: { ...emptyBoard, alerts: pages } })
  const { incident } = await stage(<DeclareDialog opened onClose={() => undefined} />, link)
  act(() => link.push('alerts', cannedAlerts(pages)))
  await settle()
  const take = () => {
    fireEvent.click(screen.getAllByRole('button', { name: /^Declare SEV-\d from / })[0] as HTMLElement)
    return settle()
  }
  const taken = () => link.calls.find(({ name }) => name === 'incident:take')?.input
  const type = (name: RegExp, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  type(/^Customer impact/, 'Nobody can pay')
  type(/^Started/, 'soon')
  await take()
  expect(taken()).toBeUndefined()
  type(/^Started/, new Date(Date.now() - 30 * 60_000).toISOString().slice(11, 16))
  await take()
  expect(taken()).toMatchObject({ started: { source: { kind: 'person', name: '' } }, detection: null })
  await waitFor(() => expect(incident.getState().record?.incident.impact).toBe('Nobody can pay'))
})

it('[DI4] by hand begins with the severity that the method has for the unknown, and another can be chosen', async () => {
  const { method } = shippedView
  const view = { ...shippedView, method: { ...method, severity: { ...method.severity, unknown: 'SEV-3' as const } } }
  const read = vi.spyOn(answers, 'method:read').mockReturnValue(view)
  const declared = async (choose: () => void) => {
    const { link } = await show(<DeclareDialog opened onClose={() => undefined} />)
    await settle()
    choose()
    const title = screen.getByRole('textbox', { name: /^Title/ })
    fireEvent.change(title, { target: { value: 'Nobody can pay' } })
    fireEvent.submit(title)
    await settle()
    cleanup()
    return link.calls.findLast(({ name }) => name === 'incident:declare')?.input
  }
  expect(await declared(() => undefined)).toMatchObject({ title: 'Nobody can pay', severity: 'SEV-3' })
  const chosen = await declared(() => fireEvent.click(screen.getByRole('radio', { name: /SEV-1/ })))
  expect(chosen).toMatchObject({ severity: 'SEV-1' })
  read.mockRestore()
})

function OpenedAgain() {
  const [opened, setOpened] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setOpened(!opened)}>
        Turn
      </button>
      <DeclareDialog opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}

it('[DG7] what the form by hand was refused is gone when it is opened again', async () => {
  const { link, cockpit } = await show(<OpenedAgain />)
  await settle()
  link.failNext('incident:declare', { kind: 'refused', message: 'there already' })
  const title = () => screen.getByRole('textbox', { name: /^Title/ })
  fireEvent.change(title(), { target: { value: 'Nobody can pay' } })
  fireEvent.submit(title())
  expect(await screen.findByText('there already')).toBeTruthy()
  const turn = () => fireEvent.click(screen.getByText('Turn'))
  turn()
  await waitFor(() => expect(screen.queryByRole('textbox', { name: /^Title/ })).toBeNull())
  expect(cockpit.faults.getState().declare).toBeUndefined()
  turn()
  expect(await screen.findByRole('textbox', { name: /^Title/ })).toBeTruthy()
  expect(screen.queryByText('there already')).toBeNull()
})
