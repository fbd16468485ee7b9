import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type DialogPart, onDemand, rarely } from '../../../src/renderer/ui/on-demand'

beforeEach(() => {
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
  const Part = onDemand(load, when)
  render(<Part opened={false} onClose={() => undefined} />)
  return load
}

it('a dialog of the first keys is loaded after the first paint, however busy the page is', async () => {
  const load = counted('first')
  expect(load).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(1))
})

it('any other dialog waits until the page is idle', async () => {
  const [first, other] = [counted('first'), counted('idle')]
  await vi.waitFor(() => expect(first).toHaveBeenCalled())
  expect(other).not.toHaveBeenCalled()
})

it('[RF1] a part of a page that is wanted and could not be loaded says so, and can be asked for again', async () => {
  const load = vi.fn(async (): Promise<() => null> => Promise.reject(new Error('gone')))
  const Part = rarely(load)
  const { rerender } = render(<Part wanted={false} />)
  expect(screen.queryByRole('alert')).toBeNull()
  rerender(<Part wanted />)
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  const respond = vi.fn(async () => ({ ok: false }))
  vi.stubGlobal('fetch', respond)
  fireEvent.click(screen.getByRole('button', { name: /again/i }))
  expect(respond).toHaveBeenCalledTimes(1)
})
