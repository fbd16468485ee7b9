import type { Page } from '@playwright/test'

/**
 * What a finger could miss (WCAG 2.2, 2.5.8): each thing that can be pressed and is less than 24 by 24 CSS pixels, or
 * whose 24 by 24 pixels something else takes. Only what is on the screen and not behind a dialog.
 */
export async function smallTargets(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const SIZE = 24
    const pressable =
      'button, a[href], input:not([type="hidden"]), select, textarea, summary, [role="option"], [role="tab"], [role="menuitem"]'
    const dialogs = [...document.querySelectorAll('[role="dialog"]')]
    const scope = dialogs.at(-1) ?? document.body
    // A box is pressed by its words too; a field of text is as large as it is.
    const targetOf = (one: Element) =>
      one.matches('[type="checkbox"], [type="radio"]') && one instanceof HTMLInputElement
        ? (one.closest('label') ?? one.labels?.[0] ?? one)
        : one
    const isTaken = (target: Element, x: number, y: number) => {
      const hit = document.elementFromPoint(x, y)
      return hit === null || !target.contains(hit)
    }
    const missed = (target: Element) => {
      const { left, top, width, height } = target.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + height / 2]
      const isSeen = x > 0 && y > 0 && x < innerWidth && y < innerHeight && !isTaken(target, x, y)
      if (!isSeen) return false
      // A half pixel is the rounding of a layout in fractions.
      if (width >= SIZE - 0.5 && height >= SIZE - 0.5) return false
      const reach = SIZE / 2 - 1
      return [-reach, reach].some(dx => [-reach, reach].some(dy => isTaken(target, x + dx, y + dy)))
    }
    const all = [...scope.querySelectorAll(pressable)].filter(one => one.checkVisibility({ visibilityProperty: true }))
    return [...new Set(all.map(targetOf))].filter(missed).map(target => {
      const { width, height } = target.getBoundingClientRect()
      const place = target.closest('section')?.getAttribute('aria-label') ?? ''
      const name = target.getAttribute('aria-label') ?? target.textContent?.trim().slice(0, 40)
      return `${place}: ${target.tagName.toLowerCase()}.${target.className} “${name}” ${width.toFixed(1)}×${height.toFixed(1)}`
    })
  })
}
