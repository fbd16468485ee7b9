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
