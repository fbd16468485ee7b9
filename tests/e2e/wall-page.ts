import { expect, type Page } from '@playwright/test'

/** A piece of text on the wall, as it is drawn. */
interface Letters {
  readonly text: string
  /** In CSS pixels, of a capital in the font that is in use. */
  readonly capHeight: number
  /** Of the text to what lies behind it, as WCAG reckons it. */
  readonly contrast: number
  readonly outside: boolean
}

/** Every text on the wall can be read from five metres, stands in the screen, and has the contrast of AAA. */
export async function expectReadable(page: Page, capHeight: number): Promise<void> {
  const letters = await lettersOf(page)
  expect(letters.length).toBeGreaterThan(5)
  expect(letters.filter(one => one.capHeight < capHeight)).toEqual([])
  expect(letters.filter(one => one.contrast < 7)).toEqual([])
  expect(letters.filter(one => one.outside)).toEqual([])
}

/** Nothing scrolls, nothing sticks out, nothing takes the keyboard. */
export async function expectNothingToTouch(page: Page): Promise<void> {
  const faults = await page.evaluate(() => {
    const root = document.documentElement
    const seen = [...document.querySelectorAll('body *')].filter(element => element.getClientRects().length > 0)
    const sticksOut = (element: Element) => {
      const { top, left, bottom, right } = element.getBoundingClientRect()
      return top < -0.5 || left < -0.5 || bottom > innerHeight + 0.5 || right > innerWidth + 0.5
    }
    return {
      scrolls: root.scrollWidth > innerWidth || root.scrollHeight > innerHeight,
      // Letters may hang a little below their line; a line more would be one that nobody sees.
      cutOff: seen
        .filter(
          element =>
            element.matches('main, section') && element.scrollHeight > element.clientHeight + innerHeight / 100,
        )
        .map(describe),
      outside: seen.filter(sticksOut).map(describe),
      focusable: seen
        .filter(element => element.matches('a, button, input, select, textarea, [tabindex]'))
        .map(describe),
    }
    function describe(element: Element): string {
      return `${element.tagName} ${element.className} ${(element.textContent ?? '').slice(0, 40)}`
    }
  })
  expect(faults).toEqual({ scrolls: false, cutOff: [], outside: [], focusable: [] })
}

async function lettersOf(page: Page): Promise<readonly Letters[]> {
  return await page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d')
    if (pen === null) throw new Error('There is no canvas to measure on')
    const wall = document.querySelector('main[aria-label="Wallboard"]')
    if (wall === null) throw new Error('There is no wall')
    const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT)
    const found: Letters[] = []
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement
      const text = walker.currentNode.textContent?.trim() ?? ''
      if (holder === null || text === '') continue
      const style = getComputedStyle(holder)
      pen.font = `${style.fontWeight} 100px ${style.fontFamily}`
      const ratio = pen.measureText('H').actualBoundingBoxAscent / 100
      const box = holder.getBoundingClientRect()
      found.push({
        text,
        capHeight: Number.parseFloat(style.fontSize) * ratio,
        contrast: contrast(luminance(style.color), luminance(behind(holder))),
        outside: box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight,
      })
    }
    return found

    function behind(element: Element): string {
      const colour = getComputedStyle(element).backgroundColor
      if (colour !== 'rgba(0, 0, 0, 0)' || element.parentElement === null) return colour
      return behind(element.parentElement)
    }
    /** Relative luminance, WCAG 2.2. */
    function luminance(colour: string): number {
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(part => {
        const share = Number(part) / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    function contrast(one: number, other: number): number {
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    }
  })
}
