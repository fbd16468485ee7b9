import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ClosingDialog } from '../../../src/renderer/features/gate/closing-dialog'
import { GateDialog } from '../../../src/renderer/features/gate/gate-dialog'
import { ReopenDialog } from '../../../src/renderer/features/gate/reopen-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import { newId, type StrategyId } from '../../../src/shared/domain/ids'
import type { CriterionNow } from '../../../src/shared/domain/method/gate'
import type { GateState } from '../../../src/shared/domain/resolution'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const Gate = openedBy('gate', GateDialog)
const Closing = openedBy('closing', ClosingDialog)
const Reopen = openedBy('reopen', ReopenDialog)

const criterion = (id: string, state: GateState, until: number | null = null): CriterionNow => ({
  ...{ id, group: 'customers', text: `Criterion ${id}`, state, evidence: [], until },
})

async function opened(
  { cockpit, link, incident }: Shown,
  command: 'gate' | 'closing' | 'reopen',
  states?: GateState[],
) {
  const ids = ['tickets', 'tried-out']
  const criteria = (states ?? ['say', 'red']).map((state, at) =>
    criterion(ids[at] ?? '', state, state === 'red' ? Date.now() + 27 * MINUTE : null),
  )
  const green = criteria.filter(({ state }) => state === 'green').length
  const until = criteria.find(one => one.until !== null)?.until ?? null
  act(() => link.push('gates', [{ incident, criteria, green, until }]))
  act(() => void cockpit.focus.request(command))
  await settle()
}

const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })
const sent = ({ link }: Shown, call: string) => link.calls.filter(({ name }) => name === call).map(({ input }) => input)

describe('[GT5] the gate by keyboard', () => {
  it('y says yes on the row with the focus, arrows go on, n says no', async () => {
    const shown = await show(<Gate />)
    await opened(shown, 'gate')
    expect(screen.getByRole('status').textContent).toMatch(/^0 of 2 hold What takes time holds in 2[67] min/)
    press('y')
    await settle()
    press('ArrowDown')
    press('n')
    await settle()
    expect(sent(shown, 'gate:answer')).toMatchObject([
      { criterion: 'tickets', answer: 'met', was: 'open' },
      { criterion: 'tried-out', answer: 'unmet', was: 'open' },
    ])
    fireEvent.click(screen.getByRole('button', { name: 'Criterion tickets: take back' }))
    await settle()
    expect(sent(shown, 'gate:answer').at(-1)).toMatchObject({ criterion: 'tickets', answer: 'open', was: 'met' })
  })

  it('[GT6] says in how long it can be resolved, once nothing waits for a person, and counts down', async () => {
    const shown = await show(<Gate />)
    await opened(shown, 'gate', ['green', 'red'])
    const state = () => screen.getByRole('status').textContent
    expect(state()).toMatch(/^1 of 2 hold It can be resolved in 2[67] min\.$/)
    act(() => shown.link.push('clock', { now: Date.now() + 15.5 * MINUTE, rate: 1 }))
    expect(state()).toBe('1 of 2 hold It can be resolved in 11 min.')
    // What somebody said no to does not pass by itself.
    await opened(shown, 'gate', ['say', 'say'])
    expect(state()).toBe('0 of 2 hold ')
  })

  it('[GT14] names the tasks that are still running, with their owners, and how many more there are', async () => {
    const shown = await show(<Gate />)
    const put = (text: string, owner: string | null) =>
      shown.link.call('strategy:put', {
        ...{ incident: shown.incident, id: newId<StrategyId>() },
        item: { kind: 'task', text, owner, dueAt: null },
      })
    await opened(shown, 'gate', ['green', 'green'])
    expect(screen.queryByText(/still running/)).toBeNull()
    await put('roll back', 'Amara')
    await settle()
    expect(screen.getByText('A task is still running: “roll back” (Amara). Resolving does not end it.')).toBeTruthy()
    for (const text of ['warm caches', 'call the bank', 'read logs', 'write it up']) await put(text, null)
    await settle()
    expect(screen.getByText(/^5 tasks are still running: .*and 2 more/)).toBeTruthy()
  })

  it('[GT9] resolving early asks for a reason, which is written with how much held', async () => {
    const shown = await show(<Gate />)
    await opened(shown, 'gate', ['green', 'say'])
    fireEvent.click(screen.getByRole('button', { name: /^Resolve/ }))
    await settle()
    expect(sent(shown, 'incident:change-status')).toEqual([])
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'night shift ends' } })
    await settle()
    fireEvent.click(screen.getByRole('button', { name: /^Resolve/ }))
    await settle()
    expect(sent(shown, 'incident:change-status')).toMatchObject([
      { to: 'resolved', reason: 'early, 1 of 2 held: night shift ends' },
    ])
  })

  it('complete, it asks for nothing', async () => {
    const shown = await show(<Gate />)
    await opened(shown, 'gate', ['green', 'green'])
    expect(screen.getByRole('status').textContent).toContain('It can be resolved.')
    expect(screen.queryByRole('textbox')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: /^Resolve/ }))
    await settle()
    expect(sent(shown, 'incident:change-status')).toMatchObject([{ to: 'resolved', reason: '' }])
  })
})

describe('[GT7] after the resolution', () => {
  const resolved = async (shown: Shown) => {
    const { link, incident } = shown
    await link.call('incident:change-status', { incident, to: 'resolved', reason: '' })
    await settle()
  }

  it('the gate says who resolved it, when and why, leads on, and shows the reason that was being typed', async () => {
    const shown = await show(
      <>
        <Gate />
        <Closing />
      </>,
    )
    await opened(shown, 'gate')
    fireEvent.change(screen.getByRole('textbox', { name: /Why now/ }), { target: { value: 'night shift ends' } })
    const { link, incident } = shown
    await link.call('incident:change-status', { incident, to: 'resolved', reason: 'the pool is empty' })
    await settle()
    const dialog = screen.getByRole('dialog')
    expect(dialog.textContent).toMatch(/\d\d:\d\d UTC, Ada Park: Status investigating → resolved: the pool is empty/)
    expect(dialog.textContent).toContain('“night shift ends”')
    fireEvent.click(screen.getByRole('button', { name: /Closing list/ }))
    await settle()
    expect(screen.getByRole('dialog', { name: /Closing list/ })).toBeTruthy()
  })

  it('the closing list teaches before it, then ticks itself and by hand, and takes the date of the review', async () => {
    const shown = await show(<Closing />)
    await opened(shown, 'closing')
    expect(screen.getByText(/follows once the incident is resolved/)).toBeTruthy()
    await resolved(shown)
    expect(screen.getByRole('status').textContent).toBe('1 of 12 done')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'The status is resolved' }).checked).toBe(true)
    const waits = (name: string) =>
      screen.getByRole('checkbox', { name }).closest('li')?.textContent?.replace(name, '') ?? ''
    expect(waits('Stakeholders know')).toBe('no resolution is published yet')
    expect(waits('The review has a date')).toBe('it has no date yet')
    expect(waits('The channels are closed')).toBe('')
    fireEvent.click(screen.getByRole('checkbox', { name: 'The channels are closed' }))
    await settle()
    fireEvent.click(screen.getAllByRole('button', { name: /after the end/ }).at(-1) as HTMLElement)
    await settle()
    expect(screen.getByRole('status').textContent).toBe('3 of 12 done')
    // [GT8] What the method wants after an incident of this severity.
    expect(screen.getByRole('region', { name: 'Review' }).textContent).toContain('After a SEV-2: Full postmortem')
    fireEvent.click(screen.getByRole('button', { name: 'Take the date back' }))
    await settle()
    expect(screen.getByRole('status').textContent).toBe('2 of 12 done')
  })

  it('[GT9] one command and Enter reopen it', async () => {
    const shown = await show(<Reopen />)
    await opened(shown, 'reopen')
    expect(screen.getByText(/nothing to reopen/)).toBeTruthy()
    await resolved(shown)
    fireEvent.submit(screen.getByRole('button', { name: /^Reopen/ }).closest('form') as HTMLElement)
    await settle()
    expect(sent(shown, 'incident:change-status').at(-1)).toMatchObject({ to: 'investigating', was: 'resolved' })
  })
})
