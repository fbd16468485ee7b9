import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DeclareFromAlertDialog } from '../../../src/renderer/features/alerts/declare-dialog'
import { DeclareDialog } from '../../../src/renderer/features/declare/declare-dialog'
import { SeverityDialog } from '../../../src/renderer/features/incident-bar/edit-dialogs'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import type { FactNow } from '../../../src/shared/domain/method/facts-now'
import { cannedBoard } from '../../support/canned-board'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

function Severity() {
  const incident = useRecord(record => record.incident)
  const [opened, setOpened] = useState(true)
  if (incident === undefined) return null
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        reopen
      </button>
      <SeverityDialog incident={incident} opened={opened} onClose={() => setOpened(false)} />
    </>
  )
}

function FromAlert({ alert }: { readonly alert: AlertRow }) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        declare
      </button>
      <DeclareFromAlertDialog opened={opened} alerts={{ row: alert, others: [] }} onClose={() => setOpened(false)} />
    </>
  )
}

const errorRate: Omit<FactNow, 'at' | 'current'> = {
  ...{ fact: 'errors', baseline: null, times: 1, limit: 5, panel: 'e', title: 'Errors', unit: 'percent' },
  ...{ value: 12, counted: 12, usual: null, normalSince: null, state: 'off' },
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const calculator = () => screen.findByRole('region', { name: 'Work out the severity' })
const row = (name: string) => screen.findByRole('group', { name })
const region = () => screen.getByRole('region', { name: 'Work out the severity' })
const proposal = () => region().textContent
const spoken = () => within(region()).getByRole('status').textContent
const reason = () => screen.getByRole<HTMLInputElement>('textbox')
const chosen = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name }).checked

/** Opens it by its key, and waits until the first question has the focus. */
async function opened() {
  press('w')
  const first = await row('How many users are affected?')
  await waitFor(() => expect(first.contains(document.activeElement)).toBe(true))
  return calculator()
}

describe('[MP2] the calculator of the severity dialog', () => {
  it('asks five questions, answered by digits and arrows, and proposes at once', async () => {
    await show(<Severity />)
    const part = await opened()
    expect(within(part).getAllByRole('group')).toHaveLength(5)
    expect(proposal()).toContain('While nothing is known, the method proposes SEV-2.')
    // A digit answers, and the next one answers the next question.
    press('4')
    press('2')
    expect(spoken()).toBe('Proposed SEV-1')
    expect(proposal()).toContain('2 of 5 answered')
    expect(proposal()).toContain('Between SEV-1 and SEV-3, the more severe one counts.')
    const reasons = within(region()).getAllByRole('listitem')
    expect(reasons.map(({ textContent }) => textContent)).toEqual([
      'SEV-1What is impaired? Paymentsdecides',
      'SEV-3How many users are affected? 1–10 %',
    ])
    press('ArrowUp')
    press('ArrowUp')
    expect((await row('How many users are affected?')).contains(document.activeElement)).toBe(true)
  })

  it('[GT3] decides by the panels that say what they measure, and shows each with its age', async () => {
    const { link } = await show(<Severity />)
    await opened()
    const fact = errorRate
    const at = Date.now() - 8_000
    act(() => link.push('facts', [{ ...fact, at, current: true }]))
    expect(spoken()).toBe('Proposed SEV-2')
    expect(proposal()).toContain('Errors: 12\u202f%, more than 10\u202f%')
    expect(proposal()).toMatch(/Error rateErrors 12.%\d+ s ago/)
    act(() => link.push('facts', [{ ...fact, at: at - 600_000, current: false }]))
    expect(proposal()).toContain('While nothing is known, the method proposes SEV-2.')
    expect(proposal()).toContain('too old to decide')
  })

  it('the tenth answer is 0', async () => {
    await show(<Severity />)
    await opened()
    press('ArrowDown')
    press('0')
    expect(proposal()).toContain('An internal tool, looks, a batch job or docs')
  })

  it('Enter takes the proposal over with what decided as the reason, and sends nothing; the next Enter sends', async () => {
    const { link } = await show(<Severity />)
    await opened()
    press('1')
    press('Enter')
    expect(screen.queryByRole('region', { name: 'Work out the severity' })).toBeNull()
    expect(chosen(/SEV-1/)).toBe(true)
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /SEV-1/ }))
    expect(reason().value).toBe('How many users are affected? More than 50 %')
    expect(link.calls.some(({ name }) => name === 'incident:change-severity')).toBe(false)
    fireEvent.submit(reason())
    await settle()
    expect(link.calls.find(({ name }) => name === 'incident:change-severity')?.input).toMatchObject({
      to: 'SEV-1',
      reason: 'How many users are affected? More than 50 %',
    })
  })

  it('a reason that a person wrote stays; one that was filled in follows the next proposal', async () => {
    await show(<Severity />)
    await opened()
    press('1')
    press('Enter')
    await opened()
    press('4')
    fireEvent.click(screen.getByRole('button', { name: 'Use SEV-3' }))
    expect(reason().value).toBe('How many users are affected? 1–10 %')
    fireEvent.change(reason(), { target: { value: 'Only in the EU' } })
    await opened()
    press('1')
    press('Enter')
    expect(chosen(/SEV-1/)).toBe(true)
    expect(reason().value).toBe('Only in the EU')
  })

  it('its key closes it too and changes nothing; in a text it is a letter', async () => {
    await show(<Severity />)
    await opened()
    press('1')
    press('w')
    expect(chosen(/SEV-2/)).toBe(true)
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /SEV-2/ }))
    reason().focus()
    press('w')
    expect(screen.queryByRole('region', { name: 'Work out the severity' })).toBeNull()
  })

  it('the button that sends names the key that does so while it is open', async () => {
    await show(<Severity />)
    const send = () => screen.getByRole('button', { name: 'Keep as is' }).textContent
    expect(send()).toBe('Keep as is ↵')
    await opened()
    expect(send()).toBe('Keep as is Ctrl ↵')
  })

  it('[TX1] keeps its answers over a closed dialog, and starts over', async () => {
    await show(<Severity />)
    await opened()
    press('1')
    press('Escape')
    await settle()
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'reopen' }))
    await calculator()
    await waitFor(() => expect(proposal()).toContain('1 of 5 answered'))
    fireEvent.click(screen.getByRole('button', { name: 'Clear answers' }))
    expect(proposal()).toContain('0 of 5 answered')
  })
})

describe('[MP2] a proposal that confirms the severity', () => {
  it('changes nothing, and is not offered again', async () => {
    const { link } = await show(<Severity />)
    await opened()
    press('2')
    press('Enter')
    fireEvent.submit(reason())
    await settle()
    expect(link.calls.some(({ name }) => name === 'incident:change-severity')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'reopen' }))
    await settle()
    expect(reason().value).toBe('')
    expect(screen.queryByRole('region', { name: 'Work out the severity' })).toBeNull()
  })
})

describe('[MP2] the calculator of a declaration', () => {
  it('opens by a click, and what is taken over is declared', async () => {
    const { link } = await show(<DeclareDialog opened onClose={() => undefined} />)
    const title = screen.getByRole('textbox', { name: /Title/ })
    fireEvent.change(title, { target: { value: 'Refunds fail' } })
    fireEvent.click(screen.getByRole('button', { name: 'Work it out' }))
    fireEvent.click(within(await row('What is impaired?')).getByRole('radio', { name: 'A minor feature or endpoint' }))
    fireEvent.click(screen.getByRole('button', { name: 'Use SEV-3' }))
    fireEvent.submit(title)
    await settle()
    expect(link.calls.filter(({ name }) => name === 'incident:declare').at(-1)?.input).toMatchObject({
      title: 'Refunds fail',
      severity: 'SEV-3',
    })
  })

  it('[RS1] [RS2] from an alert proposes the worst of what is known, says why, and names the levels by the method', async () => {
    const [row] = cannedBoard(Date.now()).alerts
    if (row === undefined) throw new Error('The board has no alert')
    const low = { ...row, title: 'Slow', urgency: 'low', severity: undefined } as const
    const worst = { ...low, id: 'worse', title: 'Cards fail', severity: 'SEV-1' } as const
    const { link } = await show(
      <DeclareFromAlertDialog opened alerts={{ row: low, others: [worst] }} onClose={() => undefined} />,
    )
    await settle()
    expect(screen.getByText('SEV-1 proposed: priority of Cards fail')).toBeTruthy()
    expect(chosen(/More than 50 % of users \(critical\)/)).toBe(true)
    fireEvent.click(screen.getByRole('radio', { name: /10–50 % of users.*\(high\)/ }))
    fireEvent.submit(screen.getByRole('radio', { name: /10–50 % of users.*\(high\)/ }))
    await settle()
    expect(link.calls.find(({ name }) => name === 'incident:take')?.input).toMatchObject({ severity: 'SEV-2' })
  })

  it.each([
    ['follows a method that is read late, with the focus', () => undefined, 0],
    ['stays once a key was used', () => press('Shift'), 2],
    ['stays once a pointer was used', () => fireEvent.pointerDown(document.body), 2],
  ])('[RS1] from an alert %s', async (_name, use, chosenAt) => {
    const [row] = cannedBoard(Date.now()).alerts
    if (row === undefined) throw new Error('The board has no alert')
    const low = { ...row, urgency: 'low', severity: undefined } as const
    const read = Promise.withResolvers<void>()
    const { link } = await show(<FromAlert alert={low} />, link => {
      const { call } = link
      const late = async (...asked: Parameters<typeof call>) => {
        if (asked[0] === 'method:read') await read.promise
        return call(...asked)
      }
      vi.spyOn(link, 'call').mockImplementation(late as typeof call)
    })
    act(() => link.push('facts', [{ ...errorRate, value: 60, counted: 60, at: Date.now(), current: true }]))
    fireEvent.click(screen.getByRole('button', { name: 'declare' }))
    await settle()
    const radios = screen.getAllByRole<HTMLInputElement>('radio')
    expect([radios[2]?.checked, document.activeElement]).toEqual([true, radios[2]])
    act(use)
    read.resolve()
    await settle()
    await settle()
    expect([radios[chosenAt]?.checked, document.activeElement]).toEqual([true, radios[chosenAt]])
    fireEvent.submit(screen.getAllByRole('radio')[0] as HTMLElement)
    await settle()
    const severity = chosenAt === 0 ? 'SEV-1' : 'SEV-3'
    expect(link.calls.find(({ name }) => name === 'incident:take')?.input).toMatchObject({ severity })
  })

  it('[TX1] from an alert keeps its answers for that alert, and says so', async () => {
    const [row] = cannedBoard(Date.now()).alerts
    if (row === undefined) throw new Error('The board has no alert')
    const dialog = (alert: typeof row) => (
      <DeclareFromAlertDialog opened alerts={{ row: alert, others: [] }} onClose={() => undefined} />
    )
    await show(dialog(row))
    await opened()
    press('3')
    cleanup()
    await show(dialog({ ...row, id: 'another' as typeof row.id }))
    expect(screen.queryByRole('region', { name: 'Work out the severity' })).toBeNull()
    cleanup()
    await show(dialog(row))
    await calculator()
    await waitFor(() => expect(proposal()).toContain('1 of 5 answered'))
    expect(screen.getByText(/Not sent yet: you typed this at/)).toBeTruthy()
  })
})

it('[IM10] decides by what is stated of the impact, and names who stated it; what is measured now counts first', async () => {
  const { link, incident } = await show(<Severity />)
  const share = { figure: 'users-share', value: 64, currency: null, source: '', was: null } as const
  await act(async () => void (await link.call('incident:state-figure', { incident, ...share, since: Date.now() })))
  await opened()
  expect(spoken()).toBe('Proposed SEV-1')
  expect(proposal()).toContain('Share of users affected: 64 %, stated by Ada')
  const users = { ...errorRate, fact: 'users', panel: 'u', title: 'Users hit', value: 3, counted: 3 } as const
  act(() => link.push('facts', [{ ...users, at: Date.now(), current: true }]))
  expect(spoken()).toBe('Proposed SEV-3')
  expect(proposal()).toMatch(/Users hit: 3\s% *, more than/)
})
