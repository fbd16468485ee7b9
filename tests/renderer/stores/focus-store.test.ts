import { describe, expect, it } from 'vitest'
import { createFocusStore, offerFor } from '../../../src/renderer/stores/focus-store'

describe('a request for a place', () => {
  it('is taken by whoever owns the place', () => {
    const focus = createFocusStore()
    focus.subscribe(({ requested }) => {
      if (requested === 'comms') focus.setState({ requested: null })
    })
    expect(focus.request('comms')).toBe(true)
  })

  it('is forgotten when nobody is there to take it', () => {
    const focus = createFocusStore()
    expect(focus.request('checkpoint')).toBe(false)
    expect(focus.getState().requested).toBeNull()
  })

  it('with an offer is one for its own form, until the next request', () => {
    const focus = createFocusStore()
    const offer = { command: 'board-add', text: 'Restart' } as const
    focus.offer(offer)
    expect([offerFor(focus, 'board-add'), offerFor(focus, 'comms')]).toEqual([offer, null])
    focus.request('board-add')
    expect(offerFor(focus, 'board-add')).toBeNull()
  })
})
