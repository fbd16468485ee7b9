import type { Millis } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import type { QueuedItem } from '../storage/queued-items'
import { headOfEachLane } from './order'
import { dueAt } from './policy'
import { contextOf, type ProcessDeps, processItem } from './process-item'
import { type ItemOutcome, inDoubt, type Transition } from './transitions'
import type { OutboxSender } from './types'

export interface OutboxOptions extends Pick<ProcessDeps, 'readQueuedItem'> {
  readonly clock: Clock
  readonly logger: Logger
  readonly sender: OutboxSender
  /** Items whose end is open, in any order. */
  openItems(): readonly QueuedItem[]
  /** [OB21] Delivered items that may still get a duplicate. */
  itemsToCheck(): readonly QueuedItem[]
  /** Writes the item and its events in one transaction. False: the disk refused, and nothing may be sent. */
  advance(item: QueuedItem, outcome: ItemOutcome): boolean
}

export interface Outbox {
  /** Processes the items again; call it after every change of them. */
  wake(): void
  /** Starts nothing new, gives what is on its way a moment to answer, then lets go. */
  stop(): Promise<void>
}

const LAST_MOMENT: Millis = 3_000
const AFTER_REFUSAL: Millis = 5_000
/** A verification costs requests, so it is not repeated sooner where the disk refused its result. */
const AFTER_REFUSED_COPY_CHECK: Millis = 240_000
/** [OB21] Verifications are made one after the other, and hold up nothing that leaves. */
const CHECKING_COPIES = 'verifying'

/** [OB9] It moves by a person's word alone, and holds its lane until then. */
function waitsForPerson({ state }: QueuedItem): boolean {
  return state === 'asking' || state === 'left'
}

/**
 * Durable delivery of outbox items. An item is on disk before a byte is sent; after a send whose outcome is unknown the
 * target is verified before anything is sent again; items of one lane are sent in order.
 */
export function startOutbox(options: OutboxOptions): Outbox {
  const { clock, sender, logger } = options
  const stopping = new AbortController()
  const timers = new Map<string, () => void>()
  const busy = new Map<string, Promise<void>>()
  const held = new Map<string, Millis>()
  const deps: ProcessDeps = {
    clock,
    sender,
    signal: stopping.signal,
    readQueuedItem: options.readQueuedItem,
    write,
  }
  let writing = false
  let closing = false

  function write({ item, outcome }: Transition): boolean {
    const verified = item.state === 'sent' && outcome.outcome !== 'delivered'
    writing = true
    try {
      const kept = options.advance(item, outcome)
      if (!kept) hold(item, verified)
      else if (!verified) held.delete(item.target)
      return kept
    } finally {
      writing = false
    }
  }

  // A disk that refuses would otherwise be asked again without a pause.
  function hold(item: QueuedItem, verified: boolean): void {
    if (verified) held.set(item.id, clock.now() + AFTER_REFUSED_COPY_CHECK * clock.rate)
    else held.set(item.target, clock.now() + AFTER_REFUSAL * clock.rate)
  }

  function wake(): void {
    // It knows of its own writes: it checks again when the step that wrote is over.
    if (writing || closing) return
    disarm()
    const { heads, verify } = read()
    for (const item of heads) if (!waitsForPerson(item)) arm(item.target, item, dueOf(item, item.target))
    const [next] = verify.map(item => ({ item, due: dueOf(item, item.id) })).sort((one, other) => one.due - other.due)
    if (next !== undefined) arm(CHECKING_COPIES, next.item, next.due)
  }

  function dueOf(item: QueuedItem, heldAs: string): Millis {
    return Math.max(dueAt(item, clock.now(), clock.rate), held.get(heldAs) ?? 0)
  }

  function arm(lane: string, item: QueuedItem, due: Millis): void {
    if (!busy.has(lane))
      timers.set(
        lane,
        clock.at(due, () => begin(lane, item)),
      )
  }

  /** A disk that cannot be read ends nothing: it is asked again. */
  function read(): { readonly heads: readonly QueuedItem[]; readonly verify: readonly QueuedItem[] } {
    try {
      return { heads: headOfEachLane(options.openItems()), verify: options.itemsToCheck() }
    } catch (cause) {
      logger.error('The outbox could not read its items', { cause: String(cause) })
      timers.set('reading', clock.at(clock.now() + AFTER_REFUSAL * clock.rate, wake))
      return { heads: [], verify: [] }
    }
  }

  function begin(lane: string, due: QueuedItem): void {
    if (closing || busy.has(lane)) return
    const work = processDue(due).catch(cause => {
      hold(due, lane === CHECKING_COPIES)
      logger.error('The outbox stumbled', { item: due.id, cause: String(cause) })
    })
    busy.set(lane, work)
    void work.then(() => {
      busy.delete(lane)
      wake()
    })
  }

  async function processDue(due: QueuedItem): Promise<void> {
    const item = options.readQueuedItem(due.id)
    if (item !== undefined) await processItem(item, deps)
  }

  function disarm(): void {
    for (const stop of timers.values()) stop()
    timers.clear()
  }

  for (const item of options.openItems()) {
    if (item.state === 'sending') {
      write(inDoubt(item, { code: 'outbox-stopped' }, contextOf(item, deps)))
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
