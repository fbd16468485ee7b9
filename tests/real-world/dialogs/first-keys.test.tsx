import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DialogPart } from '../../../src/renderer/ui/on-demand'

/** As in a page that was just opened: what was painted is known once for each page. */
let page: typeof import('../../../src/renderer/ui/on-demand')
beforeEach(async () => {
  vi.resetModules()
  page = await import('../../../src/renderer/ui/on-demand')
  vi.stubGlobal('requestIdleCallback', () => 0)
  vi.stubGlobal('cancelIdleCallback', () => undefined)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type PartOf = ReturnType<typeof page.onDemand<DialogPart>>

/** A page full of charts has never nothing else to do. */
function counted(when: 'first' | 'idle') {
  vi.stubGlobal('cancelIdleCallback', () => undefined)
  const load = vi.fn(async () => (_: DialogPart) => null)
  const Part = page.onDemand(load, when)
  render(<Part opened={false} onClose={() => undefined} />)
  return load
}

it('a dialog of the first keys is loaded after the first view, however busy the page is', async () => {
  const load = counted('first')
  page.firstViewPainted()
  expect(load).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1))
})

it('any other dialog waits until the page is idle', async () => {
  const [first, other] = [counted('first'), counted('idle')]
  page.firstViewPainted()
  await vi.waitFor(() => expect(first).toHaveBeenCalled())
  expect(other).not.toHaveBeenCalled()
})

it('no code of a dialog is fetched while the record is on its way, unless its engine does not answer', async () => {
  vi.useFakeTimers()
  try {
    vi.stubGlobal('requestIdleCallback', (act: () => void) => setTimeout(act))
    const [first, other] = [counted('first'), counted('idle')]
    await vi.advanceTimersByTimeAsync(2_900)
    expect([first.mock.calls, other.mock.calls]).toEqual([[], []])
    await vi.advanceTimersByTimeAsync(200)
    expect([first.mock.calls, other.mock.calls]).toEqual([[[]], [[]]])
  } finally {
    vi.useRealTimers()
  }
})

it('code that no one asked for comes one part after the other, and after a dialog that somebody waits for', async () => {
  vi.stubGlobal('requestIdleCallback', (act: () => void) => setTimeout(act))
  const codes = Array.from({ length: 3 }, () => Promise.withResolvers<(_: DialogPart) => null>())
  const loads = codes.map(({ promise }) => vi.fn(async () => await promise))
  const [First, Second, Wanted] = loads.map(load => page.onDemand(load)) as [PartOf, PartOf, PartOf]
  const close = () => undefined
  const shown = (opened: boolean) => (
    <>
      <First opened={false} onClose={close} />
      <Second opened={false} onClose={close} />
      <Wanted opened={opened} onClose={close} />
    </>
  )
  const calls = () => loads.map(load => load.mock.calls.length)
  const { rerender } = render(shown(false))
  page.firstViewPainted()
  await vi.waitFor(() => expect(calls()).toEqual([1, 0, 0]))
  rerender(shown(true))
  expect(calls()).toEqual([1, 0, 1])
  codes[0]?.resolve(() => null)
  // Idle callbacks here are timers: each that was set by now has run after this one.
  await new Promise(done => setTimeout(() => setTimeout(done)))
  expect(calls()).toEqual([1, 0, 1])
  codes[2]?.resolve(() => null)
  await vi.waitFor(() => expect(calls()).toEqual([1, 1, 1]))
})

it('[RF1] a part of a page that is wanted and could not be loaded says so, and can be asked for again', async () => {
  const load = vi.fn(async (): Promise<() => null> => Promise.reject(new Error('gone')))
  const Part = page.rarely(load)
  const { rerender } = render(<Part wanted={false} />)
  expect(screen.queryByRole('alert')).toBeNull()
  rerender(<Part wanted />)
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  const respond = vi.fn(async () => ({ ok: false }))
  vi.stubGlobal('fetch', respond)
  fireEvent.click(screen.getByRole('button', { name: /again/i }))
  expect(respond).toHaveBeenCalledTimes(1)
})
