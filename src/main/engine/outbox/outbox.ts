import type { Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { Act } from '../storage/acts'
import { inDoubt, type Move, type Turn } from './moves'
import { headOfEachLane } from './order'
import { dueAt } from './policy'
import { groundOf, step, type Way } from './step'
import type { Courier } from './types'

export interface OutboxOptions extends Pick<Way, 'readAct'> {
  readonly clock: Clock
  readonly logger: Logger
  readonly courier: Courier
  /** Acts whose end is open, in any order. */
  openActs(): readonly Act[]
  /** [OB21] Delivered acts of which a second copy may still appear. */
  actsToVerify(): readonly Act[]
  /** Writes the act and its story in one transaction. False: the disk refused, and nothing may be sent. */
  advance(act: Act, turn: Turn): boolean
}

export interface Outbox {
  /** Looks at the acts again; call it after every change of them. */
  wake(): void
  /** Starts nothing new, gives what is on its way a moment to answer, then lets go. */
  stop(): Promise<void>
}

const LAST_MOMENT: Millis = 3_000
const AFTER_REFUSAL: Millis = 5_000
/** A verification costs requests, so it is not repeated sooner where the disk refused its result. */
const AFTER_REFUSED_VERIFICATION: Millis = 240_000
/** [OB21] Verifications are made one after the other, and hold up nothing that leaves. */
const VERIFYING = 'verifying'

/** [OB9] It moves by a person's word alone, and holds its lane until then. */
function waitsForPerson({ state }: Act): boolean {
  return state === 'asking' || state === 'left'
}

/**
 * Durable delivery of outward acts. An act is on disk before a byte leaves; after a send whose outcome is unknown the
 * target is looked at before anything is sent again; acts on one target keep their order.
 */
export function startOutbox(options: OutboxOptions): Outbox {
  const { clock, courier, logger } = options
  const stopping = new AbortController()
  const timers = new Map<string, () => void>()
  const busy = new Map<string, Promise<void>>()
  const held = new Map<string, Millis>()
  const way: Way = { clock, courier, signal: stopping.signal, readAct: options.readAct, write }
  let writing = false
  let closing = false

  function write({ act, turn }: Move): boolean {
    const verified = act.state === 'sent' && turn.turn !== 'landed'
    writing = true
    try {
      const kept = options.advance(act, turn)
      if (!kept) hold(act, verified)
      else if (!verified) held.delete(act.target)
      return kept
    } finally {
      writing = false
    }
  }

  // A disk that refuses would otherwise be asked again without a pause.
  function hold(act: Act, verified: boolean): void {
    if (verified) held.set(act.id, clock.now() + AFTER_REFUSED_VERIFICATION * clock.rate)
    else held.set(act.target, clock.now() + AFTER_REFUSAL * clock.rate)
  }

  function wake(): void {
    // Of its own writes it knows: it looks again when the step that wrote is over.
    if (writing || closing) return
    disarm()
    const { heads, verify } = read()
    for (const act of heads) if (!waitsForPerson(act)) arm(act.target, act, dueOf(act, act.target))
    const [next] = verify.map(act => ({ act, due: dueOf(act, act.id) })).sort((one, other) => one.due - other.due)
    if (next !== undefined) arm(VERIFYING, next.act, next.due)
  }

  function dueOf(act: Act, heldAs: string): Millis {
    return Math.max(dueAt(act, clock.now(), clock.rate), held.get(heldAs) ?? 0)
  }

  function arm(lane: string, act: Act, due: Millis): void {
    if (!busy.has(lane))
      timers.set(
        lane,
        clock.at(due, () => begin(lane, act)),
      )
  }

  /** A disk that cannot be read ends nothing: it is asked again. */
  function read(): { readonly heads: readonly Act[]; readonly verify: readonly Act[] } {
    try {
      return { heads: headOfEachLane(options.openActs()), verify: options.actsToVerify() }
    } catch (cause) {
      logger.error('The outbox could not read its acts', { cause: String(cause) })
      timers.set('reading', clock.at(clock.now() + AFTER_REFUSAL * clock.rate, wake))
      return { heads: [], verify: [] }
    }
  }

  function begin(lane: string, due: Act): void {
    if (closing || busy.has(lane)) return
    const work = move(due).catch(cause => {
      hold(due, lane === VERIFYING)
      logger.error('The outbox stumbled', { act: due.id, cause: String(cause) })
    })
    busy.set(lane, work)
    void work.then(() => {
      busy.delete(lane)
      wake()
    })
  }

  async function move(due: Act): Promise<void> {
    const act = options.readAct(due.id)
    if (act !== undefined) await step(act, way)
  }

  function disarm(): void {
    for (const stop of timers.values()) stop()
    timers.clear()
  }

  for (const act of options.openActs()) {
    if (act.state === 'sending') {
      write(inDoubt(act, 'Quarterdeck stopped while it was being sent.', groundOf(act, way)))
    }
  }
  wake()

  return {
    wake,
    async stop() {
      closing = true
      disarm()
      const lastMoment = AbortSignal.timeout(LAST_MOMENT)
      const gaveUp = new Promise<void>(done => lastMoment.addEventListener('abort', () => done(), { once: true }))
      await Promise.race([Promise.all(busy.values()), gaveUp])
      stopping.abort()
      await Promise.all(busy.values())
    },
  }
}
