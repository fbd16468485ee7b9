import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPulse, startPulse } from '../../../src/renderer/features/wallboard/pulse'
import { SECOND } from '../../../src/shared/lib/time'
import { createFakeLink } from '../../support/fake-link'
import { emptyBoard } from '../../support/shown'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function running() {
  const link = createFakeLink({ now: () => 0, board: emptyBoard })
  const pulse = createPulse()
  const stop = startPulse(pulse, link, () => Date.now())
  return { link, pulse, stop }
}

describe('the heartbeat', () => {
  it('beats with each push, and is silent when the engine is', () => {
    const { link, pulse, stop } = running()
    const before = pulse.getState().beats
    vi.advanceTimersByTime(5 * SECOND)
    link.push('clock', { now: 5, rate: 1 })
    expect(pulse.getState()).toEqual({ beats: before + 1, quiet: 0, live: true })
    vi.advanceTimersByTime(7 * SECOND)
    expect(pulse.getState().live).toBe(true)
    vi.advanceTimersByTime(5 * SECOND)
    expect(pulse.getState()).toMatchObject({ live: false, quiet: 12 * SECOND })
    link.push('feeds', [])
    expect(pulse.getState()).toMatchObject({ live: true, quiet: 0 })
    stop()
  })
  it('is not live from the moment the line is lost', () => {
    const { link, pulse, stop } = running()
    link.setState('lost')
    expect(pulse.getState().live).toBe(false)
    link.setState('open')
    expect(pulse.getState().live).toBe(true)
    stop()
    link.setState('lost')
    expect(pulse.getState().live).toBe(true)
  })
})
