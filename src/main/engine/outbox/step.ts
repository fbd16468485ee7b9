import type { ActId } from '../../../shared/domain/ids'
import { unreachable } from '../../../shared/lib/unreachable'
import type { Clock } from '../ports'
import type { Act } from '../storage/acts'
import { afterLook, afterPlace, afterSend, type Ground, heldBack, inDoubt, leaving, type Move } from './moves'
import type { Courier } from './types'
import { afterVerification } from './verify-copies'

/** What one step of an act needs: the line, the disk, the time. */
export interface Way {
  readonly clock: Clock
  readonly courier: Courier
  readonly signal: AbortSignal
  readAct(id: ActId): Act | undefined
  /** Writes the move and its story in one transaction. False: the disk refused, and nothing may be sent. */
  write(move: Move): boolean
}

/** Does what an act needs next: one send, or one look, and notes what came of it. */
export async function step(act: Act, way: Way): Promise<void> {
  switch (act.state) {
    case 'waiting':
      return placeAndAttempt(act, way)
    case 'again':
    case 'unknown':
      return look(act, way)
    case 'sending':
      return void way.write(inDoubt(act, 'It left, but the disk refused to keep the answer.', groundOf(act, way)))
    case 'sent':
      return act.mayBeTwice === 1 ? verify(act, way) : undefined
    case 'asking':
    case 'left':
    case 'held':
    case 'failed':
    case 'cancelled':
      return
    default:
      unreachable(act.state)
  }
}

/** [UP5] Where it goes is on disk before it leaves. */
async function placeAndAttempt(act: Act, way: Way): Promise<void> {
  const held = heldBack(act, groundOf(act, way))
  if (held !== undefined) return void way.write(held)
  const outcome = await way.courier.place(act, way.signal)
  // A person called it back while we looked: it must not leave any more.
  if (way.readAct(act.id)?.state !== act.state) return
  if (outcome.place === 'settled') return attempt(act, way)
  const move = afterPlace(act, outcome, groundOf(act, way))
  if (way.write(move) && move.turn.turn === 'placed') await attempt(move.act, way)
}

async function attempt(act: Act, way: Way): Promise<void> {
  const held = heldBack(act, groundOf(act, way))
  if (held !== undefined) return void way.write(held)
  const move = leaving(act)
  // Not on disk, not sent: an act that nobody could look up later must not leave.
  if (!way.write(move)) return
  const outcome = await way.courier.send(move.act, way.signal)
  way.write(afterSend(act, move.act, outcome, groundOf(act, way)))
}

async function look(act: Act, way: Way): Promise<void> {
  const outcome = await way.courier.lookUp(act, way.signal)
  const now = way.readAct(act.id)
  // [OB12] A person spoke while we looked: their word stands.
  if (now === undefined || now.state !== act.state || now.looks !== act.looks) return
  const move = afterLook(act, outcome, groundOf(act, way))
  if (move === undefined) await attempt(act, way)
  else way.write(move)
}

/** [OB21] */
async function verify(act: Act, way: Way): Promise<void> {
  const outcome = await way.courier.findCopies(act, way.signal)
  // Stopped in its midst: it is made anew after the start.
  if (!way.signal.aborted) way.write(afterVerification(act, outcome, groundOf(act, way)))
}

export function groundOf(act: Act, { clock, courier }: Pick<Way, 'clock' | 'courier'>): Ground {
  return { now: clock.now(), rate: clock.rate, goesStale: courier.goesStale(act), inSteps: courier.inSteps(act) }
}
