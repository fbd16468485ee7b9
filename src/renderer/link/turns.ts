import type { Millis } from '../../shared/lib/time'

/** What arrived for the page and waits for its turn. */
export interface Turns<Item> {
  /** Hands it on at once, or with what else came during the turn that the page has now. */
  arrive(item: Item): void
  /** Hands on what waits: whatever comes next must be applied after it. */
  flush(): void
}

/**
 * [CW6] Hands on what arrives, in its order: the first at once, and what comes before the page had a turn of its own
 * together after it, so that a burst is drawn once. Messages that wait in the browser's queue would otherwise each be
 * drawn before the work that the drawing before them had left over, and React gives up after fifty such drawings: the
 * page would keep showing what was true before.
 * @param hand must not throw
 * @param afterTurn runs `then` once the page had its turn; whatever becomes of it, what arrives later than `LONGEST` is
 * handed on
 */
export function inTurns<Item>(hand: (item: Item) => void, afterTurn = afterMessages): Turns<Item> {
  let waiting: Item[] = []
  /** By the page's own clock; null: the page has none now. */
  let turnSince: Millis | null = null

  const flush = () => {
    const due = waiting
    waiting = []
    for (const item of due) hand(item)
  }
  const giveTurn = () => {
    const since = performance.now()
    turnSince = since
    afterTurn(() => {
      // Another began since.
      if (turnSince !== since) return
      turnSince = null
      if (waiting.length === 0) return
      giveTurn()
      flush()
    })
  }

  return {
    arrive(item) {
      waiting.push(item)
      if (turnSince !== null && performance.now() - turnSince < LONGEST) return
      giveTurn()
      flush()
    },
    flush,
  }
}

/** Far longer than a page draws; what is held back longer would be shown as of now. */
const LONGEST: Millis = 3_000

/** A drawing posts what it leaves over after us: it is done once a message was answered that was posted after that. */
function afterMessages(then: () => void): void {
  nextMessage(() => nextMessage(then))
}

/** Unlike a timer, not slowed down while the page is hidden. */
function nextMessage(then: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    then()
  }
  port2.postMessage(null)
}
