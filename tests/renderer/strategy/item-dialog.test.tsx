import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { ItemDialog, type ItemDialogProps } from '../../../src/renderer/features/strategy/item-dialog'
import { dueTyped } from '../../../src/renderer/features/strategy/typed-due'
import { utcRowClock } from '../../../src/renderer/ui/row-clock'
import { newId, type StrategyId } from '../../../src/shared/domain/ids'
import type { StrategyTask } from '../../../src/shared/domain/strategy'
import { MINUTE } from '../../../src/shared/lib/time'
import { settle, show } from '../../support/shown'

type ItemRow = NonNullable<ItemDialogProps['row']> | null

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const form = () => within(screen.getByRole('dialog'))
const type = (label: string, value: string) => fireEvent.change(form().getByLabelText(label), { target: { value } })
const send = async (name: RegExp) => {
  fireEvent.click(form().getByRole('button', { name }))
  await settle()
}
const putItems = (calls: readonly { readonly name: string; readonly input: unknown }[]) =>
  calls.filter(({ name }) => name === 'strategy:put').map(({ input }) => input)

async function opened(row: ItemRow | null = null) {
  let closed = 0
  const shown = await show(<ItemDialog opened row={row} onClose={() => (closed += 1)} />)
  return { ...shown, closed: () => closed }
}

function Reopened() {
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open again
      </button>
      <ItemDialog opened={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}

function taskRow(dueAt: number | null): NonNullable<ItemRow> {
  const item: StrategyTask = {
    ...{ id: newId<StrategyId>(), text: 'roll back', entry: null, raised: { by: { kind: 'engine' }, at: 1 } },
    ...{ settled: null, owner: null, dueAt, acknowledged: null, state: 'open', result: '' },
  }
  return { kind: 'task', item }
}

describe('[SG10] the form of the strategy board', () => {
  it('adds a task with an owner and a time, both by a press', async () => {
    const { link, closed } = await opened()
    type('Text', 'roll back payments-api')
    type('Owner', 'Ada')
    fireEvent.click(form().getByRole('button', { name: '10 min' }))
    const before = Date.now()
    await send(/^Add/)
    const [put] = putItems(link.calls) as [{ item: { dueAt: number } }]
    expect(put.item).toMatchObject({ kind: 'task', text: 'roll back payments-api', owner: 'Ada' })
    expect(Math.abs(put.item.dueAt - before - 10 * MINUTE)).toBeLessThan(MINUTE)
    expect(closed()).toBe(1)
  })

  it('asks of each kind only what it has', async () => {
    const { link } = await opened()
    fireEvent.click(form().getByRole('radio', { name: /Hypothesis/ }))
    expect(form().queryByLabelText('Owner')).toBeNull()
    expect(form().queryByLabelText('Due')).toBeNull()
    fireEvent.click(form().getByRole('radio', { name: /Question/ }))
    expect(form().getByLabelText('Owner')).toBeTruthy()
    expect(form().queryByLabelText('Due')).toBeNull()
    type('Text', 'is it EU only?')
    await send(/^Add/)
    expect(putItems(link.calls)).toMatchObject([{ item: { kind: 'question', text: 'is it EU only?', owner: null } }])
  })

  it('sends nothing without a text, or with a time that is none, and says so', async () => {
    const { link, closed } = await opened()
    await send(/^Add/)
    expect(form().getByLabelText('Text').getAttribute('aria-invalid')).toBe('true')
    type('Text', 'roll back')
    type('Due', 'soon')
    await send(/^Add/)
    expect(form().getByText(/Enter a time ahead/)).toBeTruthy()
    expect(putItems(link.calls)).toEqual([])
    expect(closed()).toBe(0)
  })

  it('keeps what is half typed until it is sent', async () => {
    await show(<Reopened />)
    type('Text', 'half a ta')
    fireEvent.keyDown(form().getByLabelText('Text'), { key: 'Escape' })
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.click(screen.getByText('open again'))
    expect(form().getByLabelText<HTMLInputElement>('Text').value).toBe('half a ta')
    await send(/^Add/)
    fireEvent.click(screen.getByText('open again'))
    expect(form().getByLabelText<HTMLInputElement>('Text').value).toBe('')
  })

  it('changes the time of a task by typing, or takes it away, and leaves one that is over alone', async () => {
    const overdue = taskRow(Date.now() - 5 * MINUTE)
    const { link } = await opened(overdue)
    expect(form().queryByRole('radio')).toBeNull()
    type('Text', 'roll back to v41')
    await send(/^Save/)
    expect(putItems(link.calls)).toMatchObject([
      {
        id: overdue.item.id,
        item: { kind: 'task', text: 'roll back to v41', dueAt: overdue.kind === 'task' && overdue.item.dueAt },
      },
    ])
    cleanup()
    const again = await opened(taskRow(Date.now() + 5 * MINUTE))
    fireEvent.click(form().getByRole('button', { name: 'no time set' }))
    await send(/^Save/)
    expect(putItems(again.link.calls)).toMatchObject([{ item: { text: 'roll back', dueAt: null } }])
  })

  it('closes without a word to the record when nothing was changed', async () => {
    const { link, closed } = await opened(taskRow(null))
    await send(/^Save/)
    expect(putItems(link.calls)).toEqual([])
    expect(closed()).toBe(1)
  })
})

describe('[SG10] a time as it is typed', () => {
  const now = Date.UTC(2026, 10, 20, 14, 0)
  it.each([
    ['10 min', 10],
    ['10', 10],
    ['in 10m', 10],
    ['1h30m', 90],
    ['14:30', 30],
    ['at 14:30', 30],
    ['by 2:30 pm', 30],
    ['14:30 UTC', 30],
    ['13:00', 23 * 60],
  ])('%s', (typed, minutes) => expect(dueTyped(typed, now, utcRowClock)).toBe(now + minutes * MINUTE))
  it.each(['', '  ', 'none', '-'])('no time: “%s”', typed => expect(dueTyped(typed, now, utcRowClock)).toBeNull())
  it.each(['soon', '25:00', 'roll back in 10m', '14:'])('not a time: “%s”', typed =>
    expect(dueTyped(typed, now, utcRowClock)).toBeUndefined(),
  )
})
