import type { VendorFault } from '../../../shared/contract/faults'
import type { ActId } from '../../../shared/domain/ids'
import type { Millis } from '../../../shared/lib/time'
import { unreachable } from '../../../shared/lib/unreachable'
import type { Clock, Logger } from '../ports'
import type { Act } from '../storage/acts'
import { LOOKS_BELIEVED, STALE_AFTER, waitBeforeAttempt, waitBeforeLook } from './policy'
import type { Landed, LookUpOutcome, SendOutcome } from './types'

/** What happened to an act, for whoever tells its story in the log. */
export type Turn =
  | { readonly turn: 'sending' }
  | { readonly turn: 'landed'; readonly landed: Landed }
  | { readonly turn: 'failed'; readonly reason: string }
  | { readonly turn: 'unknown'; readonly reason: string }
  /** It was not there after all, and goes again. */
  | { readonly turn: 'again' }
  /** Only its waiting changed; nothing to tell. */
  | { readonly turn: 'waits' }

export interface Courier {
  send(act: Act, signal: AbortSignal): Promise<SendOutcome>
  lookUp(act: Act, signal: AbortSignal): Promise<LookUpOutcome>
  /** Whether a person must be asked again when it could not leave for long. */
  goesStale(act: Act): boolean
  /** Whether a part of it may be done where the whole was refused. */
  inSteps(act: Act): boolean
}

export interface OutboxOptions {
  readonly clock: Clock
  readonly logger: Logger
  readonly courier: Courier
  /** Acts whose end is open, oldest first. */
  openActs(): readonly Act[]
  readAct(id: ActId): Act | undefined
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
  const wall = (span: Millis) => span * clock.rate

  // A disk that refuses would otherwise be asked again without a pause.
  function advance(act: Act, turn: Turn): boolean {
    const kept = options.advance(act, turn)
    if (kept) held.delete(act.target)
    else held.set(act.target, clock.now() + wall(AFTER_REFUSAL))
    return kept
  }

  function wake(): void {
    if (stopping.signal.aborted) return
    for (const stop of timers.values()) stop()
    timers.clear()
    for (const act of headOfEachTarget(options.openActs())) {
      if (busy.has(act.target)) continue
      timers.set(
        act.target,
        clock.at(Math.max(act.notBefore, held.get(act.target) ?? 0), () => begin(act)),
      )
    }
  }

  function begin(due: Act): void {
    if (stopping.signal.aborted || busy.has(due.target)) return
    const act = options.readAct(due.id)
    if (act === undefined) return
    const work = step(act).catch(cause => {
      held.set(act.target, clock.now() + wall(AFTER_REFUSAL))
      logger.error('The outbox stumbled', { act: act.id, cause: String(cause) })
    })
    busy.set(act.target, work)
    void work.then(() => {
      busy.delete(act.target)
      wake()
    })
  }

  async function step(act: Act): Promise<void> {
    if (act.state === 'waiting') await attempt(act)
    else if (act.state === 'unknown') await look(act)
    else if (act.state === 'sending') becomeUnknown(act, 'It left, but the disk refused to keep the answer.')
  }

  function isStale(act: Act): boolean {
    return courier.goesStale(act) && clock.now() - act.createdAt > wall(STALE_AFTER)
  }

  async function attempt(act: Act): Promise<void> {
    if (isStale(act)) {
      const reason = `It waited too long to leave (${act.reason || 'Quarterdeck was not running'}). Read it again and publish it if it is still true.`
      if (act.attempts > 0 && courier.inSteps(act)) return askPerson(act, LOOKS_BELIEVED)
      advance({ ...act, state: 'failed', reason }, { turn: 'failed', reason })
      return
    }
    const sending: Act = { ...act, state: 'sending', attempts: act.attempts + 1 }
    // Not on disk, not sent: an act that nobody could look up later must not leave.
    if (!advance(sending, { turn: 'sending' })) return
    settleSend(sending, await courier.send(sending, stopping.signal))
  }

  function settleSend(act: Act, outcome: SendOutcome): void {
    switch (outcome.outcome) {
      case 'landed':
        advance({ ...act, state: 'sent', reason: '' }, { turn: 'landed', landed: outcome.landed })
        return
      case 'unknown':
        becomeUnknown(act, outcome.fault.message)
        return
      case 'refused': {
        const reason = outcome.fault.message
        if (!outcome.again) advance({ ...act, state: 'failed', reason }, { turn: 'failed', reason })
        else {
          const notBefore = clock.now() + wall(waitBeforeAttempt(act.attempts, retryAfterOf(outcome.fault)))
          advance({ ...act, state: 'waiting', notBefore, reason }, { turn: 'waits' })
        }
        return
      }
      default:
        unreachable(outcome)
    }
  }

  function becomeUnknown(act: Act, reason: string): void {
    const notBefore = clock.now() + wall(waitBeforeLook(0))
    advance({ ...act, state: 'unknown', looks: 0, notBefore, reason }, { turn: 'unknown', reason })
  }

  async function look(act: Act): Promise<void> {
    const outcome = await courier.lookUp(act, stopping.signal)
    const now = options.readAct(act.id)
    // A person settled it while we looked: their word stands.
    if (now === undefined || now.state !== 'unknown' || now.looks !== act.looks) return
    if (outcome.found === 'landed')
      advance({ ...act, state: 'sent', reason: '' }, { turn: 'landed', landed: outcome.landed })
    else if (outcome.found === 'absent') notThere(act)
    else lookLater(act, act.looks, outcome.fault.message)
  }

  function notThere(act: Act): void {
    const looks = act.looks + 1
    if (looks < LOOKS_BELIEVED) lookLater(act, looks, act.reason)
    else if (!isStale(act)) {
      advance({ ...act, state: 'waiting', looks: 0, notBefore: clock.now() }, { turn: 'again' })
    } else askPerson(act, looks)
  }

  function askPerson(act: Act, looks: number): void {
    const reason = `It was not found there in ${LOOKS_BELIEVED} looks. Look yourself, then say whether it is out.`
    const notBefore = clock.now() + wall(waitBeforeLook(looks))
    const turn: Turn = looks === LOOKS_BELIEVED ? { turn: 'unknown', reason } : { turn: 'waits' }
    advance({ ...act, state: 'unknown', looks, notBefore, reason }, turn)
  }

  function lookLater(act: Act, looks: number, reason: string): void {
    advance(
      { ...act, looks, reason, notBefore: clock.now() + wall(waitBeforeLook(Math.max(1, looks))) },
      { turn: 'waits' },
    )
  }

  for (const act of options.openActs()) {
    if (act.state === 'sending') becomeUnknown(act, 'Quarterdeck stopped while it was being sent.')
  }
  wake()

  return {
    wake,
    async stop() {
      for (const stop of timers.values()) stop()
      timers.clear()
      const lastMoment = AbortSignal.timeout(LAST_MOMENT)
      const gaveUp = new Promise<void>(done => lastMoment.addEventListener('abort', () => done(), { once: true }))
      await Promise.race([Promise.all(busy.values()), gaveUp])
      stopping.abort()
      await Promise.all(busy.values())
    },
  }
}

/** Acts on one target keep their order, so only the oldest open one of each may move. */
function headOfEachTarget(acts: readonly Act[]): readonly Act[] {
  const heads = new Map<string, Act>()
  for (const act of acts) if (!heads.has(act.target)) heads.set(act.target, act)
  return [...heads.values()]
}

function retryAfterOf(fault: VendorFault): Millis | null {
  return fault.kind === 'rate-limited' ? fault.retryAfter : null
}
