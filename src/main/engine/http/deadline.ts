import type { Millis } from '../../../shared/lib/time'

/** Aborts its signal after `span` of wall time, or when `outer` aborts; `passed` tells which. `clear` ends it. */
export interface Deadline {
  readonly signal: AbortSignal
  passed(): boolean
  clear(): void
}

// `AbortSignal.any` is not used: it would hang one listener a request on a signal that lives as long as the engine.
export function startDeadline(span: Millis, outer: AbortSignal): Deadline {
  const inner = new AbortController()
  let passed = false
  const timer = setTimeout(() => {
    passed = true
    inner.abort()
  }, span)
  const giveUp = () => inner.abort()
  outer.addEventListener('abort', giveUp, { once: true })
  return {
    signal: inner.signal,
    passed: () => passed,
    clear: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', giveUp)
    },
  }
}
