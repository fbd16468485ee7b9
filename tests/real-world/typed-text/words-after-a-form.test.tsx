import '../../support/browser-gaps'
import { MantineProvider } from '@mantine/core'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAfterTyping, guardAfterTyping } from '../../../src/renderer/app/after-typing'
import { Dialog } from '../../../src/renderer/ui/dialog'
import { Finder } from '../../../src/renderer/ui/finder'
import { onLeftTyping, tellLeftTyping } from '../../../src/renderer/ui/left-typing'

afterEach(cleanup)

describe('[KW2] after a form was left', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function guard() {
    const [ran, told]: [string[], string[]] = [[], []]
    const after = createAfterTyping(words => void told.push(words))
    const ends = (key: string) => (first: string) => first === 'D' && 'dgk'.includes(key)
    const press = (key: string) => after.press(key, () => void ran.push(key), ends(key)) || void ran.push(key)
    const type = (text: string, every: number) => {
      for (const key of text) {
        press(key)
        vi.advanceTimersByTime(every)
      }
    }
    return { after, ran, told, press, type }
  }

  it.each([60, 150, 300])('words run no command, and are told once they end (a letter each %i ms)', every => {
    const { after, ran, told, type } = guard()
    after.left()
    type('pool exhausted since noon', every)
    vi.advanceTimersByTime(2_000)
    expect(ran).toEqual([])
    expect(told).toEqual(['pool exhausted since noon'])
  })

  it('a single key is a command, a moment later', () => {
    const { after, ran, told, press } = guard()
    after.left()
    press('u')
    expect(ran).toEqual([])
    vi.advanceTimersByTime(400)
    expect(ran).toEqual(['u'])
    press('c')
    expect(ran).toEqual(['u', 'c'])
    expect(told).toEqual([])
  })

  it.each([
    ['at once', 30],
    ['at a usual pace', 200],
    ['slowly', 600],
  ])('a command of two keys is one, typed %s', (_, every) => {
    const { after, ran, told, type } = guard()
    after.left()
    type('Dg', every)
    vi.advanceTimersByTime(400)
    expect(ran).toEqual(['D', 'g'])
    expect(told).toEqual([])
  })

  it.each(['Dgraph is down', 'Database', 'gD'])('words that begin like a command of two keys are words: %s', words => {
    const { after, ran, told, type } = guard()
    after.left()
    type(words, 120)
    vi.advanceTimersByTime(2_000)
    expect(ran).toEqual([])
    expect(told).toEqual([words])
  })

  it('words run no key of a row either, and a single one reaches the row', () => {
    const row = document.body.appendChild(document.createElement('div'))
    const acknowledged = vi.fn()
    row.addEventListener('keydown', ({ key }) => key === 'k' && acknowledged())
    const stop = guardAfterTyping(document, () => undefined)
    const press = (key: string) => fireEvent.keyDown(row, { key })
    tellLeftTyping()
    for (const key of 'kafka is broken') press(key)
    vi.advanceTimersByTime(2_000)
    expect(acknowledged).not.toHaveBeenCalled()
    tellLeftTyping()
    press('k')
    vi.advanceTimersByTime(400)
    expect(acknowledged).toHaveBeenCalledTimes(1)
    stop()
    row.remove()
  })

  it('a key runs at once where nothing was left, long after it, and after another act', () => {
    const { after, ran, press } = guard()
    press('a')
    after.left()
    vi.advanceTimersByTime(6_000)
    press('b')
    after.left()
    after.disarm()
    press('c')
    expect(ran).toEqual(['a', 'b', 'c'])
  })
})

describe('[KW2] a dialog', () => {
  function Form() {
    const [opened, setOpened] = useState(true)
    const [sought, setSought] = useState('')
    return (
      <MantineProvider env="test">
        <Dialog opened={opened} onClose={() => setOpened(false)} title="Checkpoint" placement="side">
          <input aria-label="Answer" data-autofocus />
          <input type="checkbox" aria-label="Mail" />
          <Finder
            label="Service"
            placeholder=""
            groups={[]}
            words={sought}
            onWords={setSought}
            onPick={() => undefined}
            empty=""
          />
          <button type="button" onClick={() => setOpened(false)}>
            Send
          </button>
        </Dialog>
      </MantineProvider>
    )
  }
  const beside = () => fireEvent.click(document.querySelector('.mantine-Modal-overlay') ?? document.body)
  const isOpen = () => screen.queryByRole('dialog') !== null

  it('with text in it is not closed by a click beside it, one without is', () => {
    render(<Form />)
    fireEvent.input(screen.getByLabelText('Answer'), { target: { value: 'We roll back' } })
    beside()
    expect(isOpen()).toBe(true)
    cleanup()
    render(<Form />)
    fireEvent.click(screen.getByLabelText('Mail'))
    beside()
    expect(isOpen()).toBe(false)
  })

  it.each([
    ['Esc, with text in it', true, () => fireEvent.keyDown(screen.getByLabelText('Answer'), { key: 'Escape' }), 1],
    ['Esc, without text', false, () => fireEvent.keyDown(screen.getByLabelText('Answer'), { key: 'Escape' }), 0],
    ['sending it', true, () => fireEvent.click(screen.getByRole('button', { name: 'Send' })), 0],
  ])('tells that somebody may type on: left by %s', (_, types, leave, times) => {
    const heard = vi.fn()
    const stop = onLeftTyping(heard)
    render(<Form />)
    if (types) fireEvent.input(screen.getByLabelText('Answer'), { target: { value: 'x' } })
    act(() => void leave())
    expect(isOpen()).toBe(false)
    expect(heard).toHaveBeenCalledTimes(times)
    stop()
  })

  it('tells nothing where only what finds something has text in it', () => {
    const heard = vi.fn()
    const stop = onLeftTyping(heard)
    render(<Form />)
    const finder = screen.getByRole<HTMLInputElement>('combobox')
    fireEvent.input(finder, { target: { value: 'pay' } })
    expect(finder.value).toBe('pay')
    fireEvent.keyDown(finder, { key: 'Escape' })
    expect(isOpen()).toBe(false)
    expect(heard).not.toHaveBeenCalled()
    stop()
  })
})
