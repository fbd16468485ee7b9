import type { Browser, Page } from '@playwright/test'
import type { Millis } from '../../src/shared/lib/time'

/** Spans since the navigation began. */
export interface FirstVisit {
  readonly firstPaint: Millis
  /** A key hit in the timeline's input line stands there and is painted. */
  readonly typed: Millis
  /** The newest line of the log is painted. */
  readonly newestLine: Millis
}

const SHOWN = 'newest-line'

/** Visits the cockpit with an empty cache and hits a key as soon as there is something to type into. */
export async function firstVisit(browser: Browser, url: string, newestText: string): Promise<FirstVisit> {
  return onNewPage(browser, async page => {
    await page.addInitScript(markWhenShown, { text: newestText, mark: SHOWN })
    await page.goto(url, { waitUntil: 'commit' })
    await page.getByRole('textbox', { name: 'Timeline line' }).press('x')
    await page.waitForFunction(() => {
      const field = document.activeElement
      return field instanceof HTMLTextAreaElement && field.value === 'x'
    })
    const typed = await nextPaint(page)
    await page.waitForFunction(mark => performance.getEntriesByName(mark).length > 0, SHOWN)
    const newestLine = await page.evaluate(mark => performance.getEntriesByName(mark)[0]?.startTime ?? 0, SHOWN)
    return { typed, newestLine, firstPaint: await firstPaint(page) }
  })
}

/** Runs in the page: looks at each frame, because a question from outside would take part in what it measures. */
function markWhenShown({ text, mark }: { readonly text: string; readonly mark: string }): void {
  const look = () => {
    if (document.body?.textContent?.includes(text) === true) setTimeout(() => performance.mark(mark))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** First contentful paint of a page that is nearly empty: the words with which the same server turns a stranger away. */
export function strangersPaint(browser: Browser, origin: string): Promise<Millis> {
  return onNewPage(browser, async page => {
    await page.goto(origin)
    return firstPaint(page)
  })
}

/** A context of its own has a cache of its own, which is empty. */
async function onNewPage<T>(browser: Browser, visit: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } })
  // A figure of a busy machine is bad, but none is worse.
  context.setDefaultTimeout(180_000)
  try {
    return await visit(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Span from the navigation to the end of the next frame. */
function nextPaint(page: Page): Promise<Millis> {
  return page.evaluate(
    () => new Promise<number>(done => requestAnimationFrame(() => setTimeout(() => done(performance.now())))),
  )
}

function firstPaint(page: Page): Promise<Millis> {
  return page.evaluate(
    () =>
      new Promise<number>(done => {
        const watch = (list: PerformanceObserverEntryList) => {
          for (const entry of list.getEntriesByName('first-contentful-paint')) done(entry.startTime)
        }
        new PerformanceObserver(watch).observe({ type: 'paint', buffered: true })
      }),
  )
}
