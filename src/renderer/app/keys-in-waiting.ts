import { flushSync } from 'react-dom'
import { waitsFor } from '../commands/command-list'
import { bindingFor, type KeyBinding, mayFollow } from '../commands/keymap'
import type { Cockpit } from '../stores/cockpit-stores'
import { openingNow } from '../stores/opening'
import { isField } from '../ui/is-field'
import { typeIntoField } from '../ui/type-into-field'
import { laterParts, notLoaded, partsFor } from './later-parts'

/** [KW1] Whether a key has to wait for what it acts on; it does not wait for an unreadable record. */
export function mustWait({ goes }: Pick<KeyBinding, 'goes'>, cockpit: Cockpit): boolean {
  if (partsFor({ goes }) === 'coming') return true
  const what = 'request' in goes ? waitsFor(goes.request) : undefined
  const at = openingNow(cockpit)
  if (at === 'greeting') return what !== undefined
  return at === 'reading' && cockpit.incident.getState().fault === null && what === 'record'
}

/**
 * [KW1] Keys pressed before what they act on was there: they run as soon as it is, in their order. Text typed after a
 * key that opens a dialog goes into the dialog. Returns its stop.
 * @param act what a key does once it need not wait
 */
export function replayWaitingKeys(cockpit: Cockpit, act: (binding: KeyBinding) => void): () => void {
  const { waitingKeys, incident, session, selection } = cockpit
  let replaying = false
  const look = () => {
    if (replaying || waitingKeys.getState().keys.length === 0 || isOpening()) return
    const [key = ''] = waitingKeys.getState().keys
    const first = bindingFor(pressOf(key), false)
    if (first !== undefined && document.querySelector('[role="dialog"]') === null && mustWait(first, cockpit)) return
    replaying = true
    // The stores notify before the page is drawn, and the listener for the key is drawn with the record.
    queueMicrotask(() => {
      flushSync(() => undefined)
      replaying = false
      replay(waitingKeys.take(), cockpit, act)
      look()
    })
  }
  const dialogs = new MutationObserver(look)
  const watch = () => {
    dialogs.disconnect()
    // Only while a key waits: each letter that is typed changes the page.
    if (waitingKeys.getState().keys.length > 0) dialogs.observe(document.body, everywhere)
    look()
  }
  const drop = () => void waitingKeys.take()
  document.addEventListener('pointerdown', drop)
  const stopParts = laterParts.subscribe(({ at }) => {
    if (at !== 'failed') look()
    else if (waitingKeys.take().length > 0) cockpit.faults.setState({ incident: notLoaded })
  })
  const stops = [
    ...[...[incident, session, selection].map(store => store.subscribe(look)), waitingKeys.subscribe(watch)],
    stopParts,
  ]
  return () => {
    dialogs.disconnect()
    document.removeEventListener('pointerdown', drop)
    for (const stop of stops) stop()
  }
}

const everywhere = { childList: true, subtree: true, attributeFilter: ['data-opening'] }

/** A dialog, or a part of one, whose code or content is loading: it cannot take a letter yet. */
export function isOpening(): boolean {
  return document.querySelector('[data-opening]') !== null
}

/**
 * Whether a key press joins those that wait; any other user action drops them all. A key that has already run, such as
 * the one that opened what is now loading, is not among them.
 */
export function joinsWaiting(event: KeyboardEvent, { waitingKeys }: Cockpit): boolean {
  if (event.defaultPrevented) return false
  const { keys } = waitingKeys.getState()
  if ((keys.length === 0 && !isOpening()) || modifiers.has(event.key)) return false
  const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  if (isText || (event.key === 'Enter' && keys.length > 0)) waitingKeys.add(event.key)
  else if (event.key === 'Backspace' && keys.length > 0) waitingKeys.setState({ keys: keys.slice(0, -1) })
  else {
    waitingKeys.take()
    return false
  }
  return true
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

function replay(keys: readonly string[], cockpit: Cockpit, act: (binding: KeyBinding) => void): void {
  let first: string | undefined
  for (const [at, key] of keys.entries()) {
    // What follows waits for the dialog that the key before it opened.
    if (isOpening()) {
      cockpit.waitingKeys.setState({ keys: keys.slice(at) })
      return
    }
    const { activeElement } = document
    // A command from within a field, such as Ctrl+K, is no text for it.
    const inField = activeElement !== null && isField(activeElement) && !key.startsWith('Ctrl+')
    if (inField && key !== 'Enter') typeIntoField(activeElement, key)
    else if (inField || document.querySelector('[role="dialog"]') !== null) pressOn(activeElement, key)
    else if (first === undefined && mayFollow(key).length > 0) first = key
    else {
      const binding = bindingFor(pressOf(key), false, first)
      first = undefined
      if (binding !== undefined) flushSync(() => act(binding))
      // It did nothing: what was typed after it was meant for what it did not open.
      if (cockpit.faults.getState().incident !== undefined) return
    }
  }
}

/** A key pressed by a script has no default action: browsers only submit a form for a trusted one. */
function pressOn(held: Element | null, key: string): void {
  if (held === null) return
  flushSync(() => {
    const heard = held.dispatchEvent(new KeyboardEvent('keydown', pressOf(key)))
    if (heard && key === 'Enter' && held instanceof HTMLInputElement) held.form?.requestSubmit()
  })
}

function pressOf(key: string) {
  return {
    ...{ key, ctrlKey: false, metaKey: false, altKey: false, defaultPrevented: false },
    ...{ bubbles: true, cancelable: true },
  }
}
