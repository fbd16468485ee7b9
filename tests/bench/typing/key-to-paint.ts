import type { Locator, Page } from '@playwright/test'
import type { Millis } from '../../../src/shared/lib/time'

declare global {
  interface Window {
    /** Spans from a key to the paint after it, put there by `watchKeys`. */
    keyToPaint: number[]
  }
}

/** Letters a second at which a fast typist strikes, not in step with frames or with updates. */
const BETWEEN_KEYS: Millis = 43

/** Has the page note, for each key, the span from the browser's own time of the event to the end of the next frame. */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.keyToPaint = []
    const painted = new MessageChannel()
    const waiting: number[] = []
    painted.port1.onmessage = () => {
      const now = performance.now()
      window.keyToPaint.push(...waiting.splice(0).map(since => now - since))
    }
    document.addEventListener(
      'keydown',
      event => {
        waiting.push(event.timeStamp)
        requestAnimationFrame(() => painted.port2.postMessage(null))
      },
      true,
    )
  })
}

/** Types so many letters into the field, and answers the spans from key to paint in milliseconds. */
export async function typeInto(page: Page, field: Locator, letters: number): Promise<readonly Millis[]> {
  await field.focus()
  await page.evaluate(() => {
    window.keyToPaint = []
  })
  for (let letter = 0; letter < letters; letter += 1) {
    await page.keyboard.press(String.fromCharCode(97 + (letter % 26)))
    await page.waitForTimeout(BETWEEN_KEYS)
  }
  await page.waitForFunction(count => window.keyToPaint.length >= count, letters)
  const spans = await page.evaluate(() => window.keyToPaint)
  await field.fill('')
  return spans
}

/** Share of the time in which the page's main thread was at work. */
export async function busyShare(page: Page, span: Millis): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'timeTicks' })
  const before = await times(session)
  await page.waitForTimeout(span)
  const after = await times(session)
  await session.detach()
  return (after.busy - before.busy) / (after.at - before.at)
}

type Session = Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>

async function times(session: Session): Promise<{ readonly at: number; readonly busy: number }> {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => metrics.find(metric => metric.name === name)?.value ?? Number.NaN
  return { at: of('Timestamp'), busy: of('TaskDuration') }
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('There is no percentile of nothing')
  return value
}
