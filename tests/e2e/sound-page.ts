import { expect, type Page } from '@playwright/test'

/** Nothing that hostile text asked for has happened: no script, no foreign element, no address but a web one. */
export async function expectNothingRan(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: Reflect.get(window, 'ran') ?? null,
    // Everything that text could bring along, and that the cockpit itself does not use.
    strangers: [
      ...document.querySelectorAll('script:not([src]), iframe, object, embed, details, img, form[action], base'),
    ].map(stranger => stranger.outerHTML.slice(0, 200)),
    handlers: [...document.querySelectorAll('*')].flatMap(element =>
      element.getAttributeNames().filter(name => name.startsWith('on')),
    ),
    links: [...document.querySelectorAll('[href], [src], [action], [srcdoc]')]
      .map(element => ['href', 'src', 'action', 'srcdoc'].map(name => element.getAttribute(name)).find(Boolean) ?? '')
      .filter(address => !/^(https?:|\.?\/assets\/|data:,$|#)/.test(address)),
  }))
  expect(found).toEqual({ ran: null, strangers: [], handlers: [], links: [] })
}

/** The panes stand side by side inside the window, and nothing in them can be scrolled sideways or lies outside. */
export async function expectLayoutHolds(page: Page): Promise<void> {
  // Polled: after a change of the window's size the desk is laid out in the next frame.
  await expect.poll(() => layoutFaults(page)).toEqual([])
}

async function layoutFaults(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) found.push('the page scrolls')
    const panes = [...document.querySelectorAll('main section[aria-label]')].filter(pane => pane.id.startsWith('pane-'))
    const boxes = panes.map(pane => ({
      name: pane.getAttribute('aria-label') ?? '',
      box: pane.getBoundingClientRect(),
    }))
    if (boxes.length !== 8) found.push(`${boxes.length} panes`)
    for (const { name, box } of boxes) {
      const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth + 1 && box.bottom <= innerHeight + 1
      if (!inside) found.push(`${name} lies outside the window`)
      if (box.height < 60 || box.width < 200) found.push(`${name} is ${box.width} × ${box.height}`)
      for (const other of boxes) {
        const apart =
          other.box.left >= box.right - 1 ||
          other.box.right <= box.left + 1 ||
          other.box.top >= box.bottom - 1 ||
          other.box.bottom <= box.top + 1
        if (other.name !== name && !apart) found.push(`${name} lies over ${other.name}`)
      }
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX } = getComputedStyle(element)
      const sideways = (overflowX === 'auto' || overflowX === 'scroll') && element.scrollWidth > element.clientWidth + 1
      if (sideways) found.push(`sideways: ${element.outerHTML.slice(0, 120)}`)
    }
    for (const element of document.querySelectorAll('button, input, textarea, a, h1, h2')) {
      const frame = element.closest('[role="dialog"], section[aria-label], header')?.getBoundingClientRect()
      const box = element.getBoundingClientRect()
      const outside = frame !== undefined && box.width > 1 && (box.left < frame.left - 1 || box.right > frame.right + 1)
      if (outside) found.push(`outside its frame: ${element.outerHTML.slice(0, 120)}`)
    }
    return found
  })
}

/** A text that turns its direction around turns nothing but itself: it stands alone in a box of its own direction. */
export async function expectBidiIsolated(page: Page): Promise<void> {
  const leaks = await page.evaluate(() => {
    const controls = /[\u202A-\u202E\u2066-\u2069]/
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? ''
      if (!controls.test(text)) continue
      let box = node.parentElement
      const isolates = (element: Element) => {
        const { display, unicodeBidi } = getComputedStyle(element)
        return !/^inline$|^contents$/.test(display) || /isolate|plaintext/.test(unicodeBidi)
      }
      while (box !== null && !isolates(box)) box = box.parentElement
      if (box?.textContent !== text)
        found.push(`${JSON.stringify(text.slice(0, 60))} in ${box?.outerHTML.slice(0, 160)}`)
    }
    return found
  })
  expect.soft(leaks).toEqual([])
}
