import type { Locator, Page } from '@playwright/test'

interface Size {
  readonly width: number
  readonly height: number
}

/** Gives the window another size, and returns once the page is laid out for it: what is measured then is of this size. */
export async function resize(page: Page, { width, height }: Size): Promise<void> {
  await page.setViewportSize({ width, height })
  // The browser has the size before the page has drawn it, and the desk places its panes only after that.
  await page.waitForFunction(
    ([width, height]) => {
      if (innerWidth !== width || innerHeight !== height) return false
      const panes = [...document.querySelectorAll('main > [data-pane][data-shown="true"]')]
      const desk = panes[0]?.parentElement?.getBoundingClientRect()
      if (desk === undefined) return true
      const right = Math.max(...panes.map(pane => pane.getBoundingClientRect().right))
      // Beside a sheet the panes leave room for it.
      const least = document.querySelector('[role="dialog"]') === null ? desk.right - 2 : 0
      return right >= least && right <= desk.right + 2
    },
    [width, height],
  )
  await atRest(page.locator('body'))
}

/** Where it stands, once it and the panes around it have stopped moving. */
export async function boxOf(place: Locator) {
  await place.waitFor({ state: 'visible' })
  await atRest(place)
  const box = await place.boundingBox()
  if (box === null) throw new Error(`${place} is not on the screen`)
  return box
}

/** Waits until three frames in a row, each with a turn for what the one before it began, show all in its place. */
async function atRest(place: Locator): Promise<void> {
  await place.evaluate(async measured => {
    const places = () =>
      [measured, ...document.querySelectorAll('[data-pane], section, [role="dialog"], h1')]
        .map(one => JSON.stringify(one.getBoundingClientRect()))
        .join()
    const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    let same = 0
    for (let before = places(); same < 3; ) {
      await frame()
      const now = places()
      same = now === before ? same + 1 : 0
      before = now
    }
  })
}
