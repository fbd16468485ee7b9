import { useLayoutEffect, useState } from 'react'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import type { GlobalCommandId } from '../commands/command-list'
import { bindingFor, type KeyBinding } from '../commands/keymap'
import { keysOfRows } from '../commands/row-keys'
import { useCockpit } from '../stores/cockpit'
import type { Cockpit } from '../stores/cockpit-stores'
import { openingNow } from '../stores/opening'
import { faultText } from '../ui/fault-text'
import { isField } from '../ui/is-field'
import { watchKeyScope } from '../ui/key-scope'
import { guardAfterTyping } from './after-typing'
import { joinsWaiting, mustWait, replayWaitingKeys } from './keys-in-waiting'
import { notLoaded, partsFor } from './later-parts'
import type { Layouts } from './layouts/layouts'
import { bringIntoSight, leaveMaximised, runLayoutCommand, showPane } from './layouts/pane-commands'
import { listenForTwo } from './two-keys'

/**
 * Listens for the cockpit's keys as long as it is mounted.
 * @returns the first key of two while the second is awaited
 */
export function useKeymap(layouts: Layouts): string | null {
  const cockpit = useCockpit()
  const [first, setFirst] = useState<string | null>(null)
  // [KW1] Before anything is painted: a busy machine delivers a key between a paint and the effects after it.
  useLayoutEffect(() => {
    const say = (place: 'incident' | 'keys') => (message: string) =>
      cockpit.faults.setState({ [place]: { kind: 'refused', message } })
    const twoKeys = listenForTwo(document, {
      ...{ act: binding => go(binding, cockpit, layouts), show: setFirst, refuse: say('keys') },
    })
    const press = (event: KeyboardEvent) => {
      if (!isField(event.target) && joinsWaiting(event, cockpit)) return event.preventDefault()
      // An open dialog has the focus and keys of its own.
      if (document.querySelector('[role="dialog"]') !== null) return
      if (event.key === 'Escape' && !event.defaultPrevented) return stepBack(layouts)
      if (twoKeys.begin(event)) return event.preventDefault()
      const binding = bindingFor(event, isField(event.target))
      if (binding === undefined) return
      event.preventDefault()
      go(binding, cockpit, layouts)
    }
    document.addEventListener('keydown', press)
    const stopGuarding = guardAfterTyping(document, typed => say('incident')(t(texts.keymap.typedOn, { text: typed })))
    const stopScoping = watchKeyScope(document, keysOfRows)
    const stopReplaying = replayWaitingKeys(cockpit, binding => go(binding, cockpit, layouts))
    return () => {
      document.removeEventListener('keydown', press)
      stopGuarding()
      stopReplaying()
      stopScoping()
      twoKeys.stop()
    }
  }, [cockpit, layouts])
  return first
}

/** Does what a key does. */
export function go({ goes, key }: Pick<KeyBinding, 'goes' | 'key'>, cockpit: Cockpit, layouts: Layouts): void {
  const { focus, commands, waitingKeys } = cockpit
  commands.dismiss('incident')
  commands.dismiss('keys')
  if (mustWait({ goes }, cockpit)) {
    waitingKeys.add(key)
    return
  }
  if (partsFor({ goes }) === 'failed') {
    cockpit.faults.setState({ incident: notLoaded })
    return
  }
  if ('pane' in goes) {
    showPane(layouts, goes.pane)
    // Alerts, roles and the board are lists to choose from: the focus goes on to one of their rows.
    if (goes.pane === 'alerts' || goes.pane === 'roles') focus.request(goes.pane)
    if (goes.pane === 'strategy') focus.request('board-row')
  } else if ('layout' in goes) {
    runLayoutCommand(goes.layout, layouts)
  } else if (bringIntoSight(goes.request, layouts) && !focus.request(goes.request)) {
    refuseKey(cockpit, key, goes.request)
  }
}

/** [KW7] Says why a key did nothing, and moves nothing on the page: nothing went wrong. */
function refuseKey(cockpit: Cockpit, key: string, place: GlobalCommandId): void {
  const isAboutAlerts = place === 'alert-filter' || place === 'alert-columns'
  if (!isAboutAlerts && place !== 'copied' && openingNow(cockpit) === 'none') {
    cockpit.faults.askForIncident('keys', t(texts.keymap.needsIncident, { key, does: texts.keymap.asks[place] }))
  } else {
    const message = isAboutAlerts
      ? t(texts.keymap.noAlerts, { key, does: texts.keymap.asks[place] })
      : nobodyTook(cockpit, key, place)
    // A record that cannot be read is no quiet matter.
    const at = !isAboutAlerts && isUnread(cockpit) ? 'incident' : 'keys'
    cockpit.faults.setState({ [at]: { kind: 'refused', message } })
  }
}

function isUnread(cockpit: Cockpit): boolean {
  return openingNow(cockpit) === 'reading' && cockpit.incident.getState().fault !== null
}

/** The same for a key that does not concern alerts, with an open incident. */
function nobodyTook(cockpit: Cockpit, key: string, place: GlobalCommandId): string {
  const { notRead, notCopied, notElsewhere, notResolved, noneToRestore, noProposal, noOffer, nothingToActOn } =
    texts.keymap
  const does = texts.keymap.asks[place]
  if (place === 'copied') return t(notCopied, { key })
  const { fault, record } = cockpit.incident.getState()
  if (isUnread(cockpit) && fault !== null) return t(notRead, { key, does, problem: faultText(fault) })
  if (place === 'take-over') return t(notElsewhere, { key })
  if (place === 'set-back') return t(record?.incident.status === 'resolved' ? noneToRestore : notResolved, { key })
  if (place === 'proposal-accept' || place === 'proposal-dismiss') return t(noProposal, { key, does })
  if (place === 'severity-offer' || place === 'severity-not-now') return t(noOffer, { key })
  return t(nothingToActOn, { key, does })
}

/** Esc: out of a field into its pane, from a maximised pane to the whole desk, out of the pane to nothing. */
function stepBack(layouts: Layouts): void {
  const held = document.activeElement
  const pane = held instanceof HTMLElement ? held.closest<HTMLElement>('section[tabindex]') : null
  if (pane !== null && pane !== held) pane.focus()
  else if (!leaveMaximised(layouts) && held instanceof HTMLElement) held.blur()
}
