/** What jsdom lacks and the component library asks for. Import it before anything is rendered. */

class StillObserver implements ResizeObserver {
  observe(): void {
    return
  }
  unobserve(): void {
    return
  }
  disconnect(): void {
    return
  }
}

globalThis.ResizeObserver ??= StillObserver

class BlindObserver extends StillObserver implements IntersectionObserver {
  readonly root = null
  readonly rootMargin = ''
  readonly scrollMargin = ''
  readonly thresholds = []
  takeRecords(): IntersectionObserverEntry[] {
    return []
  }
}

globalThis.IntersectionObserver ??= BlindObserver

window.matchMedia ??= query => {
  const target = new EventTarget()
  return Object.assign(target, {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  })
}

Element.prototype.scrollIntoView ??= () => undefined
// jsdom lays nothing out, so a virtual list would see no room and draw no line.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 })
Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 30 })
