import { useEffect } from 'react'
import { useCockpit } from '../stores/cockpit'
import type { Cockpit } from '../stores/cockpit-stores'
import { paneId } from '../ui/pane'
import { panes } from '../ui/panes'
import { bindingFor, isField, type KeyBinding } from './keymap'

/** Listens for the cockpit's keys as long as the screen is there. */
export function useKeymap(): void {
  const cockpit = useCockpit()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // An open dialog holds the keyboard; it has keys of its own.
      if (document.querySelector('[role="dialog"]') !== null) return
      if (event.key === 'Escape' && !event.defaultPrevented) return stepBack()
      const binding = bindingFor(event, isField(event.target))
      if (binding === undefined) return
      event.preventDefault()
      go(binding, cockpit)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [cockpit])
}

/** Does what a key does. */
export function go({ goes, key }: Pick<KeyBinding, 'goes' | 'key'>, cockpit: Cockpit): void {
  const { focus, faults, selection, commands } = cockpit
  commands.dismiss('incident')
  if ('pane' in goes) {
    document.getElementById(paneId(panes[goes.pane].digit))?.focus()
    // Alerts are chosen from: there the focus goes on to the first row.
    if (goes.pane === 'alerts') focus.request('alerts')
  } else if (!focus.request(goes.request)) {
    const message =
      selection.getState().open === null
        ? `“${key}” needs an open incident: n declares one, o opens one.`
        : `“${key}” has nothing to act on in this state of the incident.`
    faults.setState({ incident: { kind: 'refused', message } })
  }
}

/** Esc: out of a field into its pane, out of the pane to nothing. */
function stepBack(): void {
  const held = document.activeElement
  if (!(held instanceof HTMLElement)) return
  const pane = held.closest('section')
  if (pane === null || pane === held) held.blur()
  else pane.focus()
}
