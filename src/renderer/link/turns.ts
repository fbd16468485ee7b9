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
 */
export function inTurns<Item>(hand: (item: Item) => void): Turns<Item> {
  let waiting: Item[] = []
  let hasTurn = false

  const flush = () => {
    const due = waiting
    waiting = []
    for (const item of due) hand(item)
  }
  const giveTurn = () => {
    hasTurn = true
    afterTurn(() => {
      hasTurn = false
      if (waiting.length === 0) return
      giveTurn()
      flush()
    })
  }

  return {
    arrive(item) {
      waiting.push(item)
      if (hasTurn) return
      giveTurn()
      flush()
    },
    flush,
  }
}

/** A drawing posts what it leaves over after us: it is done once a message was answered that was posted after that. */
function afterTurn(then: () => void): void {
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
