import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DeclareFromAlertDialog } from '../../../src/renderer/features/alerts/declare-dialog'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'
import { settle, show } from '../../support/shown'

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
