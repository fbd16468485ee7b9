/** What the queue needs of the page. Injected, so that tests control the frames. */
export interface Frames {
  /** Runs once in the next frame; returns its stop. */
  next(run: () => void): () => void
  /** True when a key arrived since the last frame, or waits to be handled. Read once a frame. */
  keyWaits(): boolean
}

export interface FrameQueue {
  /** Draws in a coming frame. A second drawing of one owner replaces the first if that has not begun. */
  put(owner: object, draw: () => void): void
  drop(owner: object): void
}

/**
 * [CH3] Draws at most one owner a frame, oldest first, and none in a frame in which a key waits: drawing all charts at
 * once held typing up for 180 ms when measured.
 */
export function createFrameQueue(frames: Frames): FrameQueue {
  const waiting = new Map<object, () => void>()
  let stop: (() => void) | undefined

  function ask(): void {
    stop ??= frames.next(onFrame)
  }
  function onFrame(): void {
    stop = undefined
    const busy = frames.keyWaits()
    const first = busy ? undefined : waiting.entries().next().value
    if (first !== undefined) waiting.delete(first[0])
    if (waiting.size > 0) ask()
    first?.[1]()
  }
  return {
    put: (owner, draw) => {
      waiting.set(owner, draw)
      ask()
    },
    drop: owner => {
      waiting.delete(owner)
      if (waiting.size > 0) return
      stop?.()
      stop = undefined
    },
  }
}

interface InputQueue {
  readonly scheduling?: { isInputPending?(): boolean }
}

/** The page's own frames. Listens for keys from the first call on, as long as the page lives. */
export function pageFrames(page: Window & { readonly navigator: InputQueue }): Frames {
  let keyCame = false
  const onKey = () => {
    keyCame = true
  }
  page.addEventListener('keydown', onKey, { capture: true, passive: true })
  return {
    next: run => {
      const frame = page.requestAnimationFrame(run)
      return () => page.cancelAnimationFrame(frame)
    },
    keyWaits: () => {
      const waits = keyCame || page.navigator.scheduling?.isInputPending?.() === true
      keyCame = false
      return waits
    },
  }
}

let shared: FrameQueue | undefined

/** The one queue of this page: every chart is in it, so that one chart is drawn per frame. */
export function pageQueue(): FrameQueue {
  shared ??= createFrameQueue(pageFrames(window))
  return shared
}
