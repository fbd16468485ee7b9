import type { FacedKey } from './key-face'

/**
 * Presses a key that a hint names: at the focus, if that is in the same dialog or pane, else at the hint. A key that
 * nothing in a dialog handles is meant for the cockpit: the dialog closes, and the key is pressed there.
 */
export function pressFromHint(hint: HTMLElement, key: FacedKey): void {
  const scope = hint.closest('[role="dialog"], section') ?? document.body
  const { activeElement: held } = document
  const beside = hint.parentElement ?? document.body
  if (held instanceof HTMLElement && scope.contains(held) && held !== hint && isHeard(held, key)) return
  if (isHeard(beside, key)) return
  if (hint.closest('[role="dialog"]') === null) return
  isHeard(beside, { key: 'Escape', ctrlKey: false })
  // After the dialog has closed: the cockpit handles no keys while one is open.
  setTimeout(() => isHeard(document.activeElement ?? document.body, key))
}

/** A key pressed by a script neither clicks nor submits a form: browsers do that for a trusted one only. */
function isHeard(place: Element, { key, ctrlKey }: FacedKey): boolean {
  const press = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true })
  if (!place.dispatchEvent(press)) return true
  if (key !== 'Enter') return false
  const form = place.closest('form')
  if (place instanceof HTMLButtonElement) place.click()
  else if (form !== null) form.requestSubmit()
  else return false
  return true
}
