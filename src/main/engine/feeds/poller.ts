import { coded } from '../../../shared/contract/coded-text'
import { fail } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { BudgetWatch } from './budget'
import type { Circuit } from './circuit'
import type { FeedAnswer, FeedReply } from './types'
import {
  AFTER_OWN_ACT,
  CATCH_UP_SPREAD,
  FIRST_ROUND,
  type LastAnswer,
  SLEPT,
  silenceAfter,
  WALL_FLOOR,
  waitAfter,
} from './waits'

/** One thing read again and again. All of its spans are on the clock it was given. */
export interface Poller {
  /** Asks now, unless it is asking already or the vendor asked for silence. */
  refresh(): void
  /** [FE11] Asks soon, with all others that do: time or the network was away. */
  catchUp(): void
  /**
   * [FE17] One of our requests changed what it reads: polls again, and once more after a poll that is in progress,
   * whose answer may be older than the request. A failing feed does not shorten its waits.
   */
  outdated(): void
  /** The interval changed: a wait that is now too long is cut short. */
  repace(): void
  /** Ends it: the poll in progress is aborted, and nothing more is emitted. */
  stop(): void
}

export interface PollerOptions<T> {
  readonly name: string
  readonly ask: (signal: AbortSignal) => FeedReply<T>
  /** `askedAt`: the answer was true no earlier than then. */
  readonly told: (reply: FeedAnswer<T>, askedAt: Millis) => void
  readonly interval: () => Millis
  readonly circuit: Circuit
  readonly budget: BudgetWatch
  readonly clock: Clock
  readonly random: () => number
  readonly logger: Logger
}

interface Last extends LastAnswer {
  readonly at: Millis
}

/** [FE3] Sends one request at a time, waits after its answer, and checks after each await whether it was stopped. */
export function startPoller<T>(options: PollerOptions<T>): Poller {
  const { clock, random, circuit, budget } = options
  const stopping = new AbortController()
  const floor = WALL_FLOOR * clock.rate
  const within = (wall: Millis) => clock.now() + random() * wall * clock.rate
  let last: Last = { fault: null, failures: 0, at: Number.NEGATIVE_INFINITY }
  let asking = false
  let missed = false
  let outdated = false
  let dueAt = within(FIRST_ROUND)
  let unarm = clock.at(dueAt, wake)

  function arm(instant: Millis): void {
    unarm()
    dueAt = instant
    unarm = clock.at(instant, wake)
  }

  function wake(): void {
    const slept = clock.now() - dueAt > SLEPT * clock.rate
    const later = slept ? within(CATCH_UP_SPREAD) : circuit.enter()
    if (later === null) void ask()
    else arm(later)
  }

  async function ask(): Promise<void> {
    asking = true
    missed = false
    outdated = false
    budget.begin()
    const askedAt = clock.now()
    const reply = await answerOf(options, stopping.signal)
    if (stopping.signal.aborted) return
    asking = false
    last = { fault: reply.ok ? null : reply.fault, failures: reply.ok ? 0 : last.failures + 1, at: clock.now() }
    circuit.answered(last.fault)
    options.told(reply, askedAt)
    if (stopping.signal.aborted) return // the listener stopped it
    arm(nextAsk())
  }

  function nextAsk(): Millis {
    // A question that was open when the network went away says nothing about the network that came back.
    if (missed && last.fault !== null) return Math.max(within(CATCH_UP_SPREAD), last.at + silenceAfter(last, floor))
    if (outdated && last.fault === null) return soonest()
    return last.at + Math.max(waitAfter(last, { interval: options.interval(), floor, random }), budget.wait())
  }

  function soonest(): Millis {
    return last.at + Math.max(AFTER_OWN_ACT * clock.rate, silenceAfter(last, floor), budget.wait())
  }

  const stopped = () => stopping.signal.aborted
  return {
    refresh: () => {
      if (stopped() || asking || clock.now() < last.at + silenceAfter(last, floor)) return
      circuit.halfOpen()
      arm(clock.now())
    },
    catchUp: () => {
      if (stopped()) return
      missed = asking
      if (asking) return
      const soon = Math.max(within(CATCH_UP_SPREAD), last.at + silenceAfter(last, floor))
      if (soon < dueAt) arm(soon)
    },
    outdated: () => {
      outdated = asking
      if (stopped() || asking || last.failures > 0) return
      const soon = Math.max(clock.now(), soonest())
      if (soon < dueAt) arm(soon)
    },
    repace: () => {
      if (stopped() || asking || last.failures > 0) return
      const sooner = Math.max(within(FIRST_ROUND), last.at + Math.max(options.interval(), budget.wait()))
      if (sooner < dueAt) arm(sooner)
    },
    stop: () => {
      if (asking && !stopped()) circuit.left()
      stopping.abort()
      unarm()
    },
  }
}

/** A client that throws has a bug; its feed shows as failed and the others continue. */
async function answerOf<T>(options: PollerOptions<T>, signal: AbortSignal): FeedReply<T> {
  try {
    return await options.ask(signal)
  } catch (error) {
    if (!signal.aborted) options.logger.error(`Reading ${options.name} threw`, { error: String(error) })
    return fail({ kind: 'unreadable-answer', ...coded('answer-not-read', { reason: String(error) }) })
  }
}
