import { focusAtEnd } from './focus-at-end'
import { canFocus, leavesGroup, tabStops } from './tab-stops'

/** The dialogs on the page; the last one is on top and has the focus. */
const openDialogs: HTMLElement[] = []

/**
 * [DG1][DG2] Traps the focus in a dialog from the instant it is drawn until it closes: its first field is focused, Tab
 * cycles in it, and when the focused element is removed (a form that was saved, a row that was settled), its neighbour
 * gets the focus. Returns its stop, which puts the focus back where it was.
 */
export function holdKeyboard(dialog: HTMLElement, onEscape: () => void): () => void {
  const before = trailTo(document.activeElement, document.body)
  const stops = new AbortController()
  const { signal } = stops
  openDialogs.push(dialog)
  const stopWaiting = focusWhenThere(dialog)
  if (!dialog.contains(document.activeElement)) dialog.focus()
  let trail = trailTo(document.activeElement, dialog)
  const isOnTop = () => openDialogs.at(-1) === dialog
  const comeBack = () => {
    if (isOnTop() && !holds(dialog, document.activeElement)) nextPlace(trail, dialog).focus()
  }
  const changes = new MutationObserver(comeBack)
  changes.observe(dialog, { childList: true, subtree: true })
  dialog.addEventListener('focusin', ({ target }) => (trail = trailTo(target, dialog)), { signal })
  document.addEventListener('focusin', comeBack, { signal })
  const press = (event: KeyboardEvent) => {
    if (!isOnTop() || event.defaultPrevented) return
    const isLost = !holds(dialog, event.target)
    if (event.key === 'Escape' && isLost) {
      event.preventDefault()
      onEscape()
    } else if (isLost) {
      comeBack()
      // Tab would move on from there, and out of the dialog at the end.
      if (event.key === 'Tab') event.preventDefault()
    } else if (event.key === 'Tab') goRound(event, dialog)
  }
  document.addEventListener('keydown', press, { signal })
  return () => {
    stopWaiting()
    stops.abort()
    changes.disconnect()
    openDialogs.splice(openDialogs.indexOf(dialog), 1)
    goBack(before)
  }
}

/**
 * [KW8] Outside of dialogs: an element that is removed while it has the focus, such as a button that has done its work,
 * passes it to what it stood in. Returns its stop.
 */
export function keepPlace(page: Document): () => void {
  const stops = new AbortController()
  const { signal } = stops
  let trail: readonly Element[] = []
  const follow = ({ target }: FocusEvent) => {
    const isInDialog = target instanceof Element && target.closest('[role="dialog"], [data-portal]') !== null
    if (!isInDialog) trail = trailTo(target, page.body)
  }
  const leave = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null) return
    // Whoever left it by a click on nothing is not led back; an element that is being removed is still there now.
    queueMicrotask(() => {
      if (target instanceof Element && target.isConnected && target === trail[0]) trail = []
    })
  }
  const changes = new MutationObserver(() => {
    const isLost = page.activeElement === page.body && trail[0]?.isConnected === false
    if (!isLost || openDialogs.length > 0) return
    const around = trail
    trail = []
    goBack(around)
  })
  page.addEventListener('focusin', follow, { signal })
  page.addEventListener('focusout', leave, { signal })
  changes.observe(page.body, { childList: true, subtree: true })
  return () => {
    stops.abort()
    changes.disconnect()
  }
}

/** To what had the focus, or, if that is gone, to its container: a row whose button has done its work. */
function goBack(before: readonly Element[]): void {
  for (const one of before) {
    if (!(one instanceof HTMLElement) || !one.isConnected || !canFocus(one)) continue
    one.focus()
    return
  }
}

/** True also if the focus is in a list that a field of the dialog has opened outside of it. */
function holds(dialog: HTMLElement, place: EventTarget | null): boolean {
  if (!(place instanceof Element)) return false
  if (dialog.contains(place)) return true
  const portal = place.closest('[data-portal]')
  return portal !== null && !portal.contains(dialog)
}

/** The focused element and all its parents, from the inside out. */
function trailTo(place: EventTarget | null, end: HTMLElement): readonly Element[] {
  const trail: Element[] = []
  for (let at = place instanceof Element ? place : null; at !== null && at !== end; at = at.parentElement)
    trail.push(at)
  return trail
}

/** The nearest place to a removed element: the ancestors that are still there show where that is. */
function nextPlace(trail: readonly Element[], dialog: HTMLElement): HTMLElement {
  const around = [...trail.filter(one => dialog.contains(one)), dialog]
  for (const one of around) {
    const [first] = tabStops(one)
    if (first !== undefined) return first
  }
  return dialog
}

/** Lets the browser move the focus, except out of the dialog. */
function goRound(event: KeyboardEvent, dialog: HTMLElement): void {
  const all = tabStops(dialog)
  const [held, back] = [document.activeElement, event.shiftKey]
  const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING
  if (all.some(stop => held !== null && held.compareDocumentPosition(stop) & side && leavesGroup(held, stop))) return
  event.preventDefault()
  const end = back ? all.at(-1) : all[0]
  end?.focus()
}

/**
 * Focuses the first field now, or once it loads with what the dialog waits for; not after the user has moved on.
 * Returns its stop.
 */
function focusWhenThere(dialog: HTMLElement): () => void {
  const changes = new MutationObserver(look)
  function stop(): void {
    changes.disconnect()
    dialog.removeEventListener('keydown', stop)
    dialog.removeEventListener('pointerdown', stop)
  }
  function look(): void {
    const field = dialog.querySelector<HTMLElement>('[data-autofocus="true"]')
    if (field === null) return
    stop()
    focusAtEnd(field)
  }
  changes.observe(dialog, { childList: true, subtree: true })
  dialog.addEventListener('keydown', stop)
  dialog.addEventListener('pointerdown', stop)
  look()
  return stop
}
