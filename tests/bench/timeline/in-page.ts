import type { Millis } from '../../../src/shared/lib/time'

/** Functions that run in the page: what they need stands inside of them. */

/** Notes when each piece of a log came, and when a text is painted for the first time. */
export function watchPage(text: string): void {
  const Plain = window.WebSocket
  window.WebSocket = class extends Plain {
    constructor(...words: ConstructorParameters<typeof WebSocket>) {
      super(...words)
      this.addEventListener('message', ({ data }) => {
        if (String(data).startsWith('{"push":"log"')) performance.mark('piece')
      })
    }
  }
  const look = () => {
    if (document.querySelector('[role="log"]')?.textContent?.includes(text) === true)
      setTimeout(() => performance.mark('painted'))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Wall milliseconds from the last piece of the log to the frame that shows its newest line. */
export function paintedAfterData(): Millis {
  const painted = performance.getEntriesByName('painted')[0]?.startTime
  const pieces = performance.getEntriesByName('piece').map(mark => mark.startTime)
  if (painted === undefined) throw new Error('The newest line was not painted')
  return painted - Math.max(...pieces.filter(at => at < painted))
}

export interface Moves {
  /** Between two frames while the list is scrolled a bit in each. */
  readonly frames: readonly Millis[]
  /** The page's own work in the frame after a jump: from its begin until what is to be painted is known. */
  readonly jumps: readonly Millis[]
  /** Jumps after which no line stood in the middle of the list. */
  readonly blank: number
}

/** Scrolls a list, and jumps in it. @param selector of what scrolls, with `article` rows in it */
export async function moveIn({
  selector,
  steps,
  jumps,
}: {
  selector: string
  steps: number
  jumps: number
}): Promise<Moves> {
  const list = document.querySelector(selector)
  if (list === null) throw new Error(`There is no ${selector}`)
  const frame = () => new Promise<number>(done => requestAnimationFrame(done))
  const afterFrame = () =>
    new Promise<number>(done => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => done(performance.now())
      requestAnimationFrame(() => port2.postMessage(null))
    })
  // The same places each time: what is compared must not differ by luck.
  let seed = 42
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  list.scrollTop = list.scrollHeight / 2
  await frame()
  await frame()
  const frames: number[] = []
  let before = await frame()
  for (let step = 0; step < steps; step += 1) {
    list.scrollTop += step % 80 < 40 ? 90 : -90
    const now = await frame()
    frames.push(now - before)
    before = now
  }
  const worked: number[] = []
  let blank = 0
  for (let jump = 0; jump < jumps; jump += 1) {
    await frame()
    list.scrollTop = random() * (list.scrollHeight - list.clientHeight)
    const began = frame()
    const ended = await afterFrame()
    worked.push(ended - (await began))
    const { left, top, width, height } = list.getBoundingClientRect()
    if (document.elementFromPoint(left + width / 2, top + height / 2)?.closest('article') === null) blank += 1
  }
  return { frames, jumps: worked, blank }
}

/** Begins to note the span between each two frames. */
export function watchFrames(): void {
  const noted: number[] = []
  Object.assign(window, { noted })
  let before = performance.now()
  const next = (now: number) => {
    noted.push(now - before)
    before = now
    if ((window as unknown as { noted?: readonly number[] }).noted === noted) requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
}

/** Ends it. */
export function framesNoted(): readonly Millis[] {
  const holder = window as unknown as { noted?: readonly number[] }
  const noted = holder.noted ?? []
  delete holder.noted
  return noted
}

/** A plain list of so many lines, each as the timeline's row is made, put into the page at once; how long until painted. */
export async function plainList({ lines, text }: { lines: number; text: string }): Promise<Millis> {
  const began = performance.now()
  const list = document.createElement('div')
  list.id = 'plain'
  list.style.cssText = 'height:900px;width:660px;overflow-y:auto;font:14px/20px sans-serif'
  for (let line = 0; line < lines; line += 1) {
    const row = document.createElement('article')
    row.style.cssText = 'display:grid;grid-template-columns:auto 20px minmax(0,1fr) auto;gap:0 8px;padding:4px 12px'
    for (const [tag, words] of [
      ['time', '14:23:05'],
      ['span', '·'],
      ['p', `${line}: ${text.slice(line % 40)}`],
      ['span', 'Dana'],
    ] as const) {
      const part = document.createElement(tag)
      part.textContent = words
      part.style.margin = '0'
      row.append(part)
    }
    list.append(row)
  }
  document.body.append(list)
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - began
}

/** Looks through so many lines in one go, as one would first write it; how long the page stands still. */
export function plainSearch({ lines, text, word }: { lines: number; text: string; word: string }): Millis {
  const all = Array.from({ length: lines }, (_, line) => `${line}: ${text.slice(line % 40)}`)
  const began = performance.now()
  const hits = all.filter(line => line.toLowerCase().includes(word))
  const took = performance.now() - began
  if (hits.length === 0) throw new Error('Nothing was found')
  return took
}
