import { afterEach, describe, expect, it, vi } from 'vitest'
import { watchPresence } from '../../../src/renderer/stores/presence'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'

afterEach(() => void vi.restoreAllMocks())

describe('presence', () => {
  it('tells the engine when this screen is hidden, seen, and back on the network', () => {
    const link = createFakeLink({ now: () => 1, board: cannedBoard(1) })
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible')
    const told = () => link.calls.map(({ name, input }) => [name, input])
    const stop = watchPresence(link)
    expect(told()).toEqual([['session:visible', { visible: true }]])
    seen.mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    link.push('world', null)
    window.dispatchEvent(new Event('online'))
    stop()
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('online'))
    expect(told().slice(1)).toEqual([
      ['session:visible', { visible: false }],
      ['session:visible', { visible: false }],
      ['feeds:catch-up', {}],
    ])
  })
})
