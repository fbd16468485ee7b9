import { describe, expect, it } from 'vitest'
import { createFocusStore } from '../../../src/renderer/stores/focus-store'

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
})
