import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import type { FakeLink } from '../../support/fake-link'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const line = () => screen.getByLabelText<HTMLInputElement>('Timeline line')

/** What is half typed is told to the engine beside it. */
const lastAppend = (link: FakeLink) => link.calls.findLast(({ name }) => name === 'timeline:append')

async function enter(text: string): Promise<void> {
  fireEvent.change(line(), { target: { value: text } })
  fireEvent.keyDown(line(), { key: 'Enter' })
  await settle()
}

describe('the timeline', () => {
  it('shows a line when the engine has pushed it, and frees the field at once', async () => {
    const { link } = await show(<TimelinePane />)
    await enter('!finding Pool is full')
    expect(line().value).toBe('')
    expect(screen.getByText('Pool is full')).toBeTruthy()
    expect(lastAppend(link)).toMatchObject({
      name: 'timeline:append',
      input: { kind: 'finding', text: 'Pool is full' },
    })
  })

  it('[SG5] says how a task will be read, and writes the line with it; another try sends the same', async () => {
    const { link } = await show(<TimelinePane />)
    fireEvent.change(line(), { target: { value: '!task roll back payments-api in 10m' } })
    await settle()
    expect(screen.getByText(/^Task for nobody yet, due (tomorrow )?\d\d:\d\d$/)).toBeTruthy()
    link.failNext('timeline:append', { kind: 'storage-unknown', message: 'disk error' })
    fireEvent.keyDown(line(), { key: 'Enter' })
    await settle()
    const first = lastAppend(link)?.input
    expect(first).toMatchObject({
      text: 'Task: roll back payments-api in 10m',
      strategy: { kind: 'task', text: 'roll back payments-api', owner: null, dueAt: expect.any(Number) },
    })
    fireEvent.click(screen.getByText('Try again'))
    await settle()
    expect(lastAppend(link)?.input).toEqual(first)
    expect(screen.getAllByText('Task: roll back payments-api in 10m')).toHaveLength(1)
  })

  it('[SG5] names what a line for the board lacks, what cannot be read in it, and the day of a time that is not today', async () => {
    const { link } = await show(<TimelinePane />)
    const hint = async (typed: string) => {
      fireEvent.change(line(), { target: { value: typed } })
      await settle()
    }
    await hint('!task @zoe roll back in 24h')
    expect(screen.getByText(/^Task for nobody yet, due tomorrow \d\d:\d\d$/)).toBeTruthy()
    expect(screen.getByText('· no one here is called “zoe”: it stays text')).toBeTruthy()
    await hint('!for 99 nothing')
    expect(screen.getByText('· there is no hypothesis 99')).toBeTruthy()
    await hint('!task in 0m')
    expect(screen.getByText(/^· time not understood: “in 0m”/)).toBeTruthy()
    await hint('!tried = worked')
    expect(screen.getByText('· only a line: say what was tried')).toBeTruthy()
    await enter('!task')
    expect(screen.getByText('!task: say what is to do')).toBeTruthy()
    expect(lastAppend(link)).toBeUndefined()
  })

  it('keeps a refused line, and writes it with the same id on another try', async () => {
    const { link } = await show(<TimelinePane />)
    link.failNext('timeline:append', { kind: 'storage-unknown', message: 'disk error' })
    await enter('Never lose me')
    expect(screen.getByText('It may have been written: disk error')).toBeTruthy()
    const first = lastAppend(link)?.input
    fireEvent.click(screen.getByText('Try again'))
    await settle()
    expect(lastAppend(link)?.input).toEqual(first)
    expect(screen.queryByText('It may have been written: disk error')).toBeNull()
    expect(screen.getAllByText('Never lose me')).toHaveLength(1)
  })

  it('[TL10] says of a line without a time when it was entered, whether the engine can be reached or not', async () => {
    const { link } = await show(<TimelinePane />)
    await enter('Reached')
    expect(lastAppend(link)?.input).toMatchObject({ occurredAt: null, enteredAt: expect.any(Number) })
    link.setState('lost')
    await enter('Rolled back by hand')
    expect(lastAppend(link)?.input).toMatchObject({ occurredAt: null, enteredAt: expect.any(Number) })
    await enter('-5m Pool is full')
    expect(lastAppend(link)?.input).toMatchObject({ text: 'Pool is full', enteredAt: null })
  })

  it('[TL15] while the engine is not heard, says of sent lines that they are not confirmed, and stored here of the others', async () => {
    const { link } = await show(<TimelinePane />)
    const { call } = link
    // The engine has them; its answers are still on their way when the line is lost.
    link.call = (name, input) => (name === 'timeline:append' ? new Promise(() => undefined) : call(name, input))
    for (const text of ['one', 'two']) await enter(text)
    expect(screen.getByText('Writing 2 lines…')).toBeTruthy()
    const setLink = async (state: 'lost' | 'open') => {
      act(() => link.setState(state))
      await settle()
    }
    await setLink('lost')
    expect(screen.getByText('No connection to the engine: 2 lines were sent and are not confirmed yet.')).toBeTruthy()
    expect(document.body.textContent).not.toContain('stored in this browser')
    await enter('three')
    expect(
      screen.getByText(
        'No connection to the engine: a line is stored in this browser, and written when it is back. 2 more were sent and are not confirmed yet.',
      ),
    ).toBeTruthy()
    await setLink('open')
    await setLink('lost')
    expect(screen.getByText('No connection to the engine: 3 lines were sent and are not confirmed yet.')).toBeTruthy()
  })

  it('keeps half-typed text over a reload', async () => {
    const { incident } = await show(<TimelinePane />)
    fireEvent.change(line(), { target: { value: 'Half a sen' } })
    expect(localStorage.getItem(`quarterdeck.line.${incident}`)).toBe('Half a sen')
  })

  it('asks about lines whose answer a reload cut off', async () => {
    const { incident } = await show(<TimelinePane />)
    const kept = [{ entry: 'e1', kind: 'note', text: 'Cut off', occurredAt: null, pinned: false, problem: null }]
    cleanup()
    localStorage.setItem(`quarterdeck.unwritten.${incident}`, JSON.stringify(kept))
    const { lineStorage } = await import('../../../src/renderer/features/timeline/line-storage')
    expect(lineStorage(incident, localStorage).unsaved()[0]?.problem).toBe('It may have been written')
  })

  it('corrects the own last line with the arrow up', async () => {
    const { link } = await show(<TimelinePane />)
    await enter('Rolback done')
    fireEvent.keyDown(line(), { key: 'ArrowUp' })
    const field = screen.getByLabelText<HTMLInputElement>('Corrected line')
    expect(field.value).toBe('Rolback done')
    fireEvent.change(field, { target: { value: 'Rollback done' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    await settle()
    const [corrected] = link.calls.filter(({ name }) => name === 'timeline:correct')
    expect(corrected?.input).toMatchObject({ text: 'Rollback done', was: 'Rolback done' })
    expect(screen.getByText('Rollback done')).toBeTruthy()
    expect(screen.getByText('Rolback done').tagName).toBe('DEL')
    expect(line().value).toBe('')
  })

  it('never runs what people and vendors write', async () => {
    await show(<TimelinePane />)
    await enter('<img src=x onerror="document.title=1"> \u202etxet')
    expect(document.querySelector('article img')).toBeNull()
  })
})
