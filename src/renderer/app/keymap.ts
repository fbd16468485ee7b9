import type { Place } from '../stores/focus-store'
import { type PaneKey, panes } from '../ui/panes'

export interface KeyBinding {
  /** As `KeyboardEvent.key` tells it. */
  readonly key: string
  readonly does: string
  readonly group: 'Write' | 'Command' | 'Look'
  readonly goes: { readonly request: Place } | { readonly pane: PaneKey }
}

function asks(key: string, request: Place, group: KeyBinding['group'], does: string): KeyBinding {
  return { key, does, group, goes: { request } }
}

const paneKeys = (Object.keys(panes) as PaneKey[]).map(
  (pane): KeyBinding => ({ key: String(panes[pane].digit), does: panes[pane].name, group: 'Look', goes: { pane } }),
)

/** Every key of the cockpit. The sheet that `?` shows is drawn from this same table. */
export const keymap: readonly KeyBinding[] = [
  asks('/', 'line', 'Write', 'Write a timeline line, from anywhere'),
  asks('c', 'checkpoint', 'Command', 'Hold the checkpoint'),
  asks('a', 'assign', 'Command', 'Assign a role'),
  asks('s', 'severity', 'Command', 'Change the severity'),
  asks('t', 'status', 'Command', 'Change the status'),
  asks('i', 'impact', 'Command', 'State the impact'),
  asks('u', 'comms', 'Write', 'Draft a customer update'),
  asks('h', 'handoff', 'Write', 'Write the handoff'),
  asks('n', 'declare', 'Command', 'Declare an incident'),
  asks('o', 'incidents', 'Look', 'Open another incident'),
  asks(',', 'connections', 'Look', 'Connections and the drill'),
  asks('p', 'panels', 'Look', 'Panels of “Live metrics”'),
  asks('m', 'me', 'Look', 'Say who you are'),
  asks('?', 'keys', 'Look', 'This list of keys'),
  ...paneKeys,
]

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented'
>

/**
 * What a key press means, or undefined when it is none of the cockpit's.
 * @param typing the focus is in a field, where letters are letters
 */
export function bindingFor(press: KeyPress, typing: boolean): KeyBinding | undefined {
  if (typing || press.ctrlKey || press.metaKey || press.altKey || press.isComposing || press.defaultPrevented) return
  return keymap.find(binding => binding.key === press.key)
}

const fieldTypes = new Set(['radio', 'checkbox', 'button', 'submit', 'range'])

/** True where a letter typed would be text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !fieldTypes.has(target.type)
  return target.matches('textarea, select, [contenteditable="true"]')
}
