/** What runs in the page that is measured. Each function stands alone: it is handed over as text. */

/** A scrolling box of rows, by a selector. */
export interface Box {
  readonly box: string
}

/** Notes when the last page of the list came over the line, and how many bytes did in all. */
export function watchLine(): void {
  const seen = { bytes: 0, lastRows: 0 }
  Object.assign(window, { seenLine: seen })
  const Plain = window.WebSocket
  window.WebSocket = class extends Plain {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols)
      this.addEventListener('message', ({ data }) => {
        seen.bytes += String(data).length
        if (String(data).includes('"epoch"')) seen.lastRows = performance.now()
      })
    }
  }
}

/** Milliseconds from the last page of the list to its first paint with all rows. */
export function untilPainted(rows: number): Promise<number> {
  const { seenLine } = window as unknown as { readonly seenLine: { readonly lastRows: number } }
  return new Promise(done => {
    const look = () => {
      const told = document.querySelector(`table[aria-rowcount="${rows + 1}"]`)
      if (told === null) requestAnimationFrame(look)
      else setTimeout(() => done(performance.now() - seenLine.lastRows))
    }
    requestAnimationFrame(look)
  })
}

/** Milliseconds of each frame while the box is scrolled by four rows a frame. */
export async function scrollFrames({ box }: Box): Promise<readonly number[]> {
  const scroller = document.querySelector(box) as HTMLElement
  scroller.scrollTop = 0
  const frames: number[] = []
  const frame = () =>
    new Promise<number>(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))
  let last = await frame()
  for (let n = 0; n < 200; n += 1) {
    scroller.scrollTop += 120
    const now = await frame()
    frames.push(now - last)
    last = now
  }
  return frames
}

/** Milliseconds from each of many jumps to anywhere until rows are painted there. */
export async function jumps({ box }: Box): Promise<readonly number[]> {
  const scroller = document.querySelector(box) as HTMLElement
  const spans: number[] = []
  const frame = () => new Promise<void>(done => requestAnimationFrame(() => setTimeout(done)))
  const filled = () => {
    const { left, top, height } = scroller.getBoundingClientRect()
    const row = document.elementFromPoint(left + 60, top + height / 2)?.closest('tr')
    return row?.hasAttribute('data-index') === true
  }
  let seed = 7
  for (let n = 0; n < 100; n += 1) {
    // A row of numbers that is the same in each run.
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    const began = performance.now()
    scroller.scrollTop = Math.floor((seed / 2 ** 31) * scroller.scrollHeight)
    do await frame()
    while (!filled())
    spans.push(performance.now() - began)
  }
  return spans
}

/** From here on, milliseconds from each key to the paint after what it did. */
export function watchKeys(): void {
  const spans: number[] = []
  Object.assign(window, { keySpans: spans })
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => spans.push(performance.now() - timeStamp)))
    },
    { capture: true },
  )
}

export function keySpans(): readonly number[] {
  return (window as unknown as { readonly keySpans: readonly number[] }).keySpans
}

/** From here on, milliseconds from the next key to the paint of this count of what is found. */
export function watchFound(count: string): void {
  const told = () => document.querySelector('search [role="status"]')?.textContent ?? ''
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const look = () => {
        if (!told().startsWith(`${count} `)) return requestAnimationFrame(look)
        return setTimeout(() => Object.assign(window, { foundAfter: performance.now() - timeStamp }))
      }
      requestAnimationFrame(look)
    },
    { capture: true, once: true },
  )
}

export function foundAfter(): number | undefined {
  return (window as unknown as { readonly foundAfter?: number }).foundAfter
}
