import { useEffect } from 'react'
import { useCockpit } from '../stores/cockpit'
import type { FocusStore } from '../stores/focus-store'
import { paneId } from '../ui/pane'
import { panes } from '../ui/panes'
import { bindingFor, isField, type KeyBinding } from './keymap'

/** Listens for the cockpit's keys as long as the screen is there. */
export function useKeymap(): void {
  const { focus } = useCockpit()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // An open dialog holds the keyboard; it has keys of its own.
      if (document.querySelector('[role="dialog"]') !== null) return
      if (event.key === 'Escape' && !event.defaultPrevented) return stepBack()
      const binding = bindingFor(event, isField(event.target))
      if (binding === undefined) return
      event.preventDefault()
      go(binding, focus)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [focus])
}

function go({ goes }: KeyBinding, focus: FocusStore): void {
  if ('request' in goes) focus.request(goes.request)
  else document.getElementById(paneId(panes[goes.pane].digit))?.focus()
}

/** Esc: out of a field into its pane, out of the pane to nothing. */
function stepBack(): void {
  const held = document.activeElement
  if (!(held instanceof HTMLElement)) return
  const pane = held.closest('section')
  if (pane === null || pane === held) held.blur()
  else pane.focus()
}
