import { act, cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { boardSections } from '../../../src/renderer/features/strategy/board-rows'
import { StrategyPane } from '../../../src/renderer/features/strategy/strategy-pane'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { newId, type StrategyId } from '../../../src/shared/domain/ids'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

async function shownBoard(...lines: readonly string[]) {
  const shown = await show(
    <>
      <TimelinePane />
      <StrategyPane />
    </>,
  )
  for (const line of lines) {
    const field = screen.getByLabelText('Timeline line')
    fireEvent.change(field, { target: { value: line } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await settle()
  }
  return shown
}

const board = () => within(screen.getByRole('region', { name: 'Strategy' }))
const rowOf = (text: string) => {
  const row = board().getByText(text).closest('li')
  if (row === null) throw new Error(`${text} is no row`)
  return row
}
async function press(text: string, key: string): Promise<void> {
  rowOf(text).focus()
  fireEvent.keyDown(rowOf(text), { key })
  await settle()
}
async function answer(label: string, text: string): Promise<void> {
  const field = board().getByLabelText(label)
  fireEvent.change(field, { target: { value: text } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await settle()
}
const sent = (calls: readonly { readonly name: string; readonly input: unknown }[], name: string) =>
  calls.filter(call => call.name === name).map(({ input }) => input)

describe('[SG8] the strategy board', () => {
  it('teaches how it is filled while it is empty', async () => {
    await shownBoard()
    expect(board().getByText('!task @ada roll back payments-api in 10m')).toBeTruthy()
  })

  it('lets a task be acknowledged, extended, done with a result, and opened again, by one key each', async () => {
    const { link } = await shownBoard('!task roll back in 10m')
    await press('roll back', 'k')
    expect(board().getByText('acknowledged')).toBeTruthy()
    await press('roll back', '+')
    expect(sent(link.calls, 'strategy:extend')).toHaveLength(1)
    await press('roll back', 'd')
    await answer('Result, may be empty', 'v41 runs')
    expect(board().getByText('done: v41 runs')).toBeTruthy()
    expect(document.activeElement).toBe(rowOf('roll back'))
    await press('roll back', 'r')
    expect(board().queryByText('done: v41 runs')).toBeNull()
  })

  it('[SG9] asks nobody for a task of an incident that is resolved', async () => {
    const { link, incident } = await shownBoard('!task @ada roll back in 1m')
    act(() => link.push('clock', { now: Date.now() + 5 * 60_000, rate: 1 }))
    await settle()
    expect(rowOf('roll back').textContent).toMatch(/overdue/)
    await link.call('incident:change-status', { incident, to: 'resolved', reason: '', was: 'investigating' })
    await settle()
    expect(rowOf('roll back').textContent).not.toMatch(/overdue/)
  })

  it('[SG9] says to whoever has a task that is overdue that it is theirs, and does not tell them to ask themselves', async () => {
    const { link, incident } = await shownBoard('!task @ada write to support in 1m')
    await link.call('roles:assign', { incident, role: 'tech', name: 'Grace Hopper', was: null })
    const item = { kind: 'task', text: 'roll back', owner: 'Grace Hopper', dueAt: Date.now() + 60_000 } as const
    await link.call('strategy:put', { incident, id: newId<StrategyId>(), item })
    act(() => link.push('clock', { now: Date.now() + 5 * 60_000, rate: 1 }))
    await settle()
    expect(rowOf('roll back').textContent).toMatch(/overdue: ask Grace Hopper/)
    expect(rowOf('write to support').textContent).toMatch(/overdue: yours to do/)
  })

  it('judges an attempt, eliminates a hypothesis with its evidence in sight, and answers a question', async () => {
    await shownBoard('!tried restart', '!hyp bad disk', '!for 1 slow fsync', '!ask EU only?')
    await press('restart', '=')
    expect(board().getByText('no change')).toBeTruthy()
    await press('bad disk', '-')
    await answer('Evidence', 'SMART is fine')
    await press('bad disk', 'x')
    await answer('Reason, may be empty', 'another host has it too')
    expect(board().getByText('eliminated: another host has it too')).toBeTruthy()
    expect(rowOf('bad disk').dataset.struck).toBe('true')
    expect(board().getByText('slow fsync')).toBeTruthy()
    expect(board().getByText('SMART is fine')).toBeTruthy()
    await press('EU only?', 'd')
    await answer('Answer, may be empty', 'no')
    expect(board().getByText('closed: no')).toBeTruthy()
  })

  it('leaves the line open that was begun while the answer to an earlier key was on its way', async () => {
    const { link } = await shownBoard('!tried restart', '!hyp bad disk')
    const { call } = link
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    link.call = async (name, input) => {
      const reply = await call(name, input)
      if (name === 'strategy:judge') await answered
      return reply
    }
    await press('restart', '=')
    expect(board().getByText('no change')).toBeTruthy()
    await press('bad disk', 'x')
    fireEvent.change(board().getByLabelText('Reason, may be empty'), { target: { value: 'SMART is fine' } })
    answer()
    await settle()
    expect(board().getByLabelText('Reason, may be empty')).toHaveProperty('value', 'SMART is fine')
  })

  it('does the same by its buttons, which the chosen row has', async () => {
    const { link } = await shownBoard('!task roll back', '!risk cache drops')
    act(() => rowOf('cache drops').focus())
    await settle()
    fireEvent.click(within(rowOf('cache drops')).getByRole('button', { name: /Close/ }))
    await settle()
    await answer('Answer, may be empty', '')
    expect(sent(link.calls, 'strategy:settle-point')).toMatchObject([{ state: 'closed', answer: '' }])
    expect(within(rowOf('roll back')).queryByRole('button', { name: /Ack/ })).toBeNull()
  })

  it('changes owner and text of a task, and leaves what else it says', async () => {
    await shownBoard('!task roll back in 10m')
    await press('roll back', '@')
    await answer('Owner; empty: nobody', 'Grace Hopper')
    expect(board().getByText('Grace Hopper')).toBeTruthy()
    await press('roll back', 'e')
    const form = within(await screen.findByRole('dialog', { name: /Edit: Task/ }))
    const field = await form.findByLabelText<HTMLInputElement>('Text')
    expect(field.value).toBe('roll back')
    fireEvent.change(field, { target: { value: 'roll back to 4.1' } })
    fireEvent.click(form.getByRole('button', { name: /Save/ }))
    await settle()
    expect(screen.queryByRole('dialog')).toBeNull()
    const changed = within(rowOf('roll back to 4.1'))
    expect(changed.getByText('Grace Hopper')).toBeTruthy()
    expect(changed.getByText(/^\d+:\d\d$/)).toBeTruthy()
  })

  it('keeps what is half typed, and says why something was refused', async () => {
    const { link } = await shownBoard('!hyp bad disk')
    await press('bad disk', 'x')
    const field = board().getByLabelText('Reason, may be empty')
    fireEvent.change(field, { target: { value: 'half a rea' } })
    fireEvent.keyDown(field, { key: 'Escape' })
    await settle()
    await press('bad disk', 'x')
    expect(board().getByLabelText<HTMLInputElement>('Reason, may be empty').value).toBe('half a rea')
    link.failNext('strategy:settle-hypothesis', { kind: 'storage-unknown', message: 'disk error' })
    await answer('Reason, may be empty', 'half a reason')
    expect(board().getByText(/disk error/)).toBeTruthy()
    expect(board().getByLabelText<HTMLInputElement>('Reason, may be empty').value).toBe('half a reason')
  })

  it('moves with the arrows over all sections, and stops at the ends', async () => {
    await shownBoard('!task roll back', '!hyp bad disk', '!todo tell legal')
    rowOf('roll back').focus()
    for (const [key, text] of [
      ['ArrowDown', 'bad disk'],
      ['End', 'tell legal'],
      ['ArrowDown', 'tell legal'],
      ['Home', 'roll back'],
    ] as const) {
      fireEvent.keyDown(document.activeElement ?? document.body, { key })
      expect(document.activeElement).toBe(rowOf(text))
    }
  })
})

it('[SG8] puts what is open first, and tasks by what is due first', () => {
  const said = { by: { kind: 'engine' }, at: 1 } as const
  const task = (id: string, dueAt: number | null, settled = false) =>
    ({
      id,
      text: id,
      entry: null,
      raised: said,
      settled: settled ? said : null,
      owner: null,
      dueAt,
      acknowledged: null,
      state: settled ? 'done' : 'open',
      result: '',
    }) as never
  const tasks = [task('none', null), task('done', 1, true), task('late', 9), task('soon', 2)]
  const [section] = boardSections({ tasks, attempts: [], hypotheses: [], points: [], decisions: [] })
  expect(section?.rows.map(({ item }) => item.id)).toEqual(['soon', 'late', 'none', 'done'])
})

describe('[SG11] coming from a line of the timeline', () => {
  const arrive = async ({ cockpit }: Awaited<ReturnType<typeof shownBoard>>, key?: string) => {
    const row = cockpit.incident.getState().record?.incident.tasks[0]?.id
    if (row === undefined) throw new Error('There is no task')
    // As the cockpit shows the pane.
    const stop = cockpit.focus.subscribe(({ requested }) => {
      if (requested !== 'strategy') return
      stop()
      screen.getByRole('region', { name: 'Strategy' }).focus()
    })
    act(() => void cockpit.focus.offer({ command: 'strategy', row, ...(key !== undefined && { key }) }))
    await settle()
  }

  it('the row has the focus, and its key does what it does there', async () => {
    const shown = await shownBoard('!task roll back in 10m')
    await arrive(shown)
    expect([document.activeElement, sent(shown.link.calls, 'strategy:acknowledge')]).toEqual([rowOf('roll back'), []])
    await arrive(shown, 'k')
    expect(sent(shown.link.calls, 'strategy:acknowledge')).toHaveLength(1)
    await arrive(shown, 'd')
    await answer('Result, may be empty', 'v41 runs')
    expect(board().getByText('done: v41 runs')).toBeTruthy()
  })

  it('a key that the row does not have says so, and does nothing', async () => {
    const shown = await shownBoard('!task roll back in 10m')
    await arrive(shown, 'k')
    await arrive(shown, 'k')
    expect(sent(shown.link.calls, 'strategy:acknowledge')).toHaveLength(1)
    expect(board().getByText('“k” does nothing on this row; its own keys are below it.')).toBeTruthy()
    expect(document.activeElement).toBe(rowOf('roll back'))
  })
})
