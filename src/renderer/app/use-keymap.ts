import { useEffect } from 'react'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import { useCockpit } from '../stores/cockpit'
import type { Cockpit } from '../stores/cockpit-stores'
import { bindingFor, isField, type KeyBinding } from './keymap'
import { bringIntoSight } from './layouts/bring-into-sight'
import { actOnLayout, restoreDesk } from './layouts/layout-acts'
import type { Layouts } from './layouts/layouts'
import { showPane } from './layouts/show-pane'

/** Listens for the cockpit's keys as long as the screen is there. */
export function useKeymap(layouts: Layouts): void {
  const cockpit = useCockpit()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // An open dialog holds the keyboard; it has keys of its own.
      if (document.querySelector('[role="dialog"]') !== null) return
      if (event.key === 'Escape' && !event.defaultPrevented) return stepBack(layouts)
      const binding = bindingFor(event, isField(event.target))
      if (binding === undefined) return
      event.preventDefault()
      go(binding, cockpit, layouts)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [cockpit, layouts])
}

/** Does what a key does. */
export function go({ goes, key }: Pick<KeyBinding, 'goes' | 'key'>, cockpit: Cockpit, layouts: Layouts): void {
  const { focus, faults, commands } = cockpit
  commands.dismiss('incident')
  if ('pane' in goes) {
    showPane(layouts, goes.pane)
    // Alerts and roles are chosen from: there the focus goes on to the first of them.
    if (goes.pane === 'alerts' || goes.pane === 'roles') focus.request(goes.pane)
  } else if ('layout' in goes) {
    actOnLayout(goes.layout, layouts)
  } else if (bringIntoSight(goes.request, layouts) && !focus.request(goes.request)) {
    const message = say(nobodyTook(cockpit), { key })
    faults.setState({ incident: { kind: 'refused', message } })
  }
}

/** Why a key came to nothing. */
function nobodyTook({ selection, incident }: Cockpit): string {
  const { needsIncident, stillReading, nothingToActOn } = words.keymap
  if (selection.getState().open === null) return needsIncident
  return incident.getState().record === undefined ? stillReading : nothingToActOn
}

/** Esc: out of a field into its pane, from a maximised pane to the whole desk, out of the pane to nothing. */
function stepBack(layouts: Layouts): void {
  const held = document.activeElement
  const pane = held instanceof HTMLElement ? held.closest('section') : null
  if (pane !== null && pane !== held) pane.focus()
  else if (!restoreDesk(layouts) && held instanceof HTMLElement) held.blur()
}
