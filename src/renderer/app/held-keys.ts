import { isField } from '../ui/is-field'

type HeldPress = Pick<KeyboardEvent, 'key' | 'repeat' | 'target'>

/** Keys that are held to get further: each repeat moves the focus or the view. */
const movesOn = /^(Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Tab)$/

/**
 * Finds the repeats of a held key that must do nothing. A finger that stays down a little too long must not retract one
 * line after the other, type into the dialog that it has just opened, or press what then has the focus.
 */
export function createHeldKeys(): (press: HeldPress) => boolean {
  let pressedOn: EventTarget | null = null
  return ({ key, repeat, target }) => {
    if (!repeat) {
      pressedOn = target
      return false
    }
    if (movesOn.test(key)) return false
    const writes = isField(target) && target === pressedOn
    return !writes || key === 'Escape' || (key === 'Enter' && !(target instanceof HTMLTextAreaElement))
  }
}

/** Stops those repeats before anything on the page sees them; returns its stop. */
export function spendHeldKeys(page: Window): () => void {
  const isSpent = createHeldKeys()
  const press = (event: KeyboardEvent) => {
    if (!isSpent(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  page.addEventListener('keydown', press, { capture: true })
  return () => page.removeEventListener('keydown', press, { capture: true })
}
