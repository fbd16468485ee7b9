import type { OutboxItemId } from '../../../shared/domain/ids'
import { unreachable } from '../../../shared/lib/unreachable'
import type { Clock } from '../ports'
import type { QueuedItem } from '../storage/queued-items'
import { afterCopyCheck } from './copy-check'
import {
  afterPlace,
  afterSend,
  afterVerification,
  heldBack,
  inDoubt,
  leaving,
  type Transition,
  type TransitionContext,
} from './transitions'
import type { OutboxSender } from './types'

/** What processing an item needs: the sender, the disk, the time. */
export interface ProcessDeps {
  readonly clock: Clock
  readonly sender: OutboxSender
  readonly signal: AbortSignal
  readQueuedItem(id: OutboxItemId): QueuedItem | undefined
  /** Writes the item and its events in one transaction. False: the disk refused, and nothing may be sent. */
  write(transition: Transition): boolean
}

/** Does what an item needs next, one send or one verification, and writes what came of it. */
export async function processItem(item: QueuedItem, deps: ProcessDeps): Promise<void> {
  switch (item.state) {
    case 'waiting':
      return placeAndAttempt(item, deps)
    case 'again':
    case 'unknown':
      return verify(item, deps)
    case 'sending':
      return void deps.write(inDoubt(item, { code: 'outbox-answer-lost' }, contextOf(item, deps)))
    case 'sent':
      return item.mayBeTwice === 1 ? checkCopies(item, deps) : undefined
    case 'asking':
    case 'left':
    case 'held':
    case 'failed':
    case 'cancelled':
      return
    default:
      unreachable(item.state)
  }
}

/** [UP5] Where it goes is on disk before it leaves. */
async function placeAndAttempt(item: QueuedItem, deps: ProcessDeps): Promise<void> {
  const held = heldBack(item, contextOf(item, deps))
  if (held !== undefined) return void deps.write(held)
  const outcome = await deps.sender.place(item, deps.signal)
  // A person cancelled it meanwhile: it must not leave any more.
  if (deps.readQueuedItem(item.id)?.state !== item.state) return
  if (outcome.place === 'settled') return attempt(item, deps)
  const transition = afterPlace(item, outcome, contextOf(item, deps))
  if (deps.write(transition) && transition.outcome.outcome === 'placed') await attempt(transition.item, deps)
}

async function attempt(item: QueuedItem, deps: ProcessDeps): Promise<void> {
  const held = heldBack(item, contextOf(item, deps))
  if (held !== undefined) return void deps.write(held)
  const transition = leaving(item)
  // Not on disk, not sent: an item that could not be verified later must not be sent.
  if (!deps.write(transition)) return
  const outcome = await deps.sender.send(transition.item, deps.signal)
  deps.write(afterSend(item, transition.item, outcome, contextOf(item, deps)))
}

async function verify(item: QueuedItem, deps: ProcessDeps): Promise<void> {
  const outcome = await deps.sender.verify(item, deps.signal)
  const now = deps.readQueuedItem(item.id)
  // [OB12] A person decided meanwhile: their decision counts.
  if (now === undefined || now.state !== item.state || now.looks !== item.looks) return
  const transition = afterVerification(item, outcome, contextOf(item, deps))
  if (transition === undefined) await attempt(item, deps)
  else deps.write(transition)
}

/** [OB21] */
async function checkCopies(item: QueuedItem, deps: ProcessDeps): Promise<void> {
  const outcome = await deps.sender.findCopies(item, deps.signal)
  // Stopped in its midst: it is done again after the start.
  if (!deps.signal.aborted) deps.write(afterCopyCheck(item, outcome, contextOf(item, deps)))
}

export function contextOf(
  item: QueuedItem,
  { clock, sender }: Pick<ProcessDeps, 'clock' | 'sender'>,
): TransitionContext {
  return { now: clock.now(), rate: clock.rate, goesStale: sender.goesStale(item), inSteps: sender.inSteps(item) }
}
