import type { VendorFault } from '../../../shared/contract/faults'
import { type Millis, SECOND } from '../../../shared/lib/time'
import type { Clock } from '../ports'
import { askedFor, BACK_OFF_CEILING } from './waits'

/** Failures in a row, of whichever feeds, after which a connection is left alone. */
export const OPENS_AFTER = 5

/** The others ask again after it whether the probe came back; longer than any request takes. Wall-clock time. */
const PROBE_PATIENCE: Millis = 15 * SECOND

/**
 * [FE10] What the feeds of one connection know together. After failures in a row it opens: nothing is asked until a
 * wait is over, then one feed asks, and the others hold until that one was answered.
 */
export interface Circuit {
  /** Called by a feed that would ask now. Null: ask, and say `answered` after it. Else the instant to come again. */
  enter(): Millis | null
  /** How the question of a feed that entered ended; null: with an answer. */
  answered(fault: VendorFault | null): void
  /** A feed that had entered was stopped before its answer. */
  left(): void
  /** Lets one feed ask now: a person wants to know, or the network is back. Never before what a vendor asked for. */
  halfOpen(): void
  /** Called when it closes after having been open. Returns its stop. */
  onClosed(listener: () => void): () => void
}

export function openCircuit(clock: Clock): Circuit {
  const listeners = new Set<() => void>()
  let failures = 0
  let opensAt = Number.NEGATIVE_INFINITY
  let silentUntil = Number.NEGATIVE_INFINITY
  let probing = false
  const isOpen = () => failures >= OPENS_AFTER

  function failed(fault: VendorFault): void {
    if (fault.kind === 'rate-limited') silentUntil = Math.max(silentUntil, clock.now() + askedFor(fault))
    if (!isWide(fault)) return
    failures += 1
    if (isOpen()) opensAt = clock.now() + BACK_OFF_CEILING
  }

  function close(): void {
    const was = isOpen()
    failures = 0
    if (was) for (const listener of [...listeners]) listener()
  }

  return {
    enter: () => {
      const now = clock.now()
      if (now < silentUntil) return silentUntil
      if (!isOpen()) return null
      if (now < opensAt) return opensAt
      if (probing) return now + PROBE_PATIENCE * clock.rate
      probing = true
      return null
    },
    answered: fault => {
      probing = false
      if (fault === null) close()
      else failed(fault)
    },
    left: () => {
      probing = false
    },
    halfOpen: () => {
      opensAt = Math.min(opensAt, clock.now())
    },
    onClosed: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Whether a fault is one of the connection and not of the one thing that was asked, such as a call the plan lacks. */
function isWide(fault: VendorFault): boolean {
  switch (fault.kind) {
    case 'vendor-error':
      return fault.status >= 500
    case 'token-refused':
      return fault.status !== 403
    default:
      return true
  }
}
