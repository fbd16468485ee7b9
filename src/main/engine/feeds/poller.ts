import type { VendorFault } from '../../../shared/contract/faults'
import { fail, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import { FIRST_ROUND, type LastAnswer, silenceAfter, WALL_FLOOR, waitAfter } from './waits'

/** One thing read again and again. All of its spans are on the clock it was given. */
export interface Poller {
  /** Asks now, unless it is asking already or the vendor asked for silence. */
  refresh(): void
  /** The interval changed: a wait that is now too long is cut short. */
  repace(): void
  /** Ends it: the question under way is aborted, and nothing is told any more. */
  stop(): void
}

export interface PollerOptions<T> {
  readonly name: string
  readonly ask: (signal: AbortSignal) => Promise<Reply<T, VendorFault>>
  /** `askedAt`: the answer was true no earlier than then. */
  readonly told: (reply: Reply<T, VendorFault>, askedAt: Millis) => void
  readonly interval: () => Millis
  readonly clock: Clock
  readonly random: () => number
  readonly logger: Logger
}

/** [FE3] Asks one question at a time, waits after it was answered, and looks after each await whether it was stopped. */
export function startPoller<T>(options: PollerOptions<T>): Poller {
  const { clock, random } = options
  const stopping = new AbortController()
  const floor = WALL_FLOOR * clock.rate
  const soon = () => clock.now() + random() * FIRST_ROUND * clock.rate
  let last: LastAnswer & { readonly at: Millis } = { fault: null, failures: 0, at: Number.NEGATIVE_INFINITY }
  let asking = false
  let dueAt = soon()
  let unarm = clock.at(dueAt, () => void ask())

  function arm(instant: Millis): void {
    unarm()
    dueAt = instant
    unarm = clock.at(instant, () => void ask())
  }

  async function ask(): Promise<void> {
    if (asking || stopping.signal.aborted) return
    asking = true
    const askedAt = clock.now()
    const reply = await answerOf(options, stopping.signal)
    if (stopping.signal.aborted) return
    asking = false
    last = { fault: reply.ok ? null : reply.fault, failures: reply.ok ? 0 : last.failures + 1, at: clock.now() }
    options.told(reply, askedAt)
    if (stopping.signal.aborted) return // told, and thereby stopped
    arm(last.at + waitAfter(last, { interval: options.interval(), floor, random }))
  }

  return {
    refresh: () => {
      if (stopping.signal.aborted || asking) return
      if (clock.now() >= last.at + silenceAfter(last, floor)) arm(clock.now())
    },
    repace: () => {
      if (stopping.signal.aborted || asking || last.failures > 0) return
      const sooner = Math.max(soon(), last.at + options.interval())
      if (sooner < dueAt) arm(sooner)
    },
    stop: () => {
      stopping.abort()
      unarm()
    },
  }
}

/** A client that throws has a flaw; its feed shows as failed and the others go on. */
async function answerOf<T>(options: PollerOptions<T>, signal: AbortSignal): Promise<Reply<T, VendorFault>> {
  try {
    return await options.ask(signal)
  } catch (error) {
    if (!signal.aborted) options.logger.error(`Reading ${options.name} threw`, { error: String(error) })
    return fail({ kind: 'unreadable-answer', message: `Quarterdeck could not read the answer: ${String(error)}` })
  }
}
