import { type PaneKey, paneKeys } from '../../shared/contract/pane-address'
import type { Place } from '../stores/focus-store'
import { panes } from '../ui/panes'

/** What keys do with the layout. */
export type LayoutAct = 'maximise' | 'arrange' | 'window' | 'next-tab' | 'tab-before'

export interface KeyBinding {
  /** As `KeyboardEvent.key` tells it; with `Ctrl+` before it also where Cmd is held, and also in a field. */
  readonly key: string
  readonly does: string
  readonly group: 'Write' | 'Command' | 'Look' | 'Panes'
  readonly goes: { readonly request: Place } | { readonly pane: PaneKey } | { readonly layout: LayoutAct }
}

const lays = (key: string, layout: LayoutAct, does: string): KeyBinding => ({
  key,
  does,
  group: 'Panes',
  goes: { layout },
})

function asks(key: string, request: Place, group: KeyBinding['group'], does: string): KeyBinding {
  return { key, does, group, goes: { request } }
}

const digits = paneKeys.map(
  (pane): KeyBinding => ({
    key: String(panes[pane].digit),
    does: `Go to ${panes[pane].name}`,
    group: 'Panes',
    goes: { pane },
  }),
)

/** Every key of the cockpit. The sheet that `?` shows is drawn from this same table. */
export const keymap: readonly KeyBinding[] = [
  asks('/', 'line', 'Write', 'Write a timeline line, from anywhere'),
  asks('Z', 'take-back', 'Write', 'Take back my last timeline line'),
  asks('y', 'proposal-accept', 'Write', 'Accept the message proposed for the timeline'),
  asks('j', 'proposal-dismiss', 'Write', 'Dismiss the message proposed for the timeline'),
  asks('l', 'proposals', 'Write', 'All messages proposed for the timeline'),
  asks('c', 'checkpoint', 'Command', 'Hold the checkpoint'),
  asks('a', 'assign', 'Command', 'Assign roles, one gap after the other'),
  asks('Q', 'roll-call', 'Command', 'Call the roll'),
  asks('A', 'crew-add', 'Command', 'Add a sub-team or a role'),
  asks('s', 'severity', 'Command', 'Change the severity'),
  asks('t', 'status', 'Command', 'Change the status'),
  asks('i', 'impact', 'Command', 'State the impact'),
  asks('u', 'comms', 'Write', 'Draft a customer update'),
  asks('h', 'handoff', 'Write', 'Write the handoff'),
  asks('n', 'declare', 'Command', 'Declare an incident'),
  asks('q', 'find', 'Look', 'Find in the timeline, or filter it'),
  asks('Ctrl+F', 'find', 'Look', 'Find in the timeline, also from a field'),
  asks('g', 'jump', 'Look', 'Go to a time in the timeline'),
  asks('T', 'times', 'Look', 'Timeline: UTC first, local time first, or UTC alone'),
  asks('o', 'incidents', 'Look', 'Open another incident'),
  asks(',', 'connections', 'Look', 'Connections and the drill'),
  asks('p', 'panels', 'Look', 'Panels of “Live metrics”'),
  asks('B', 'baseline', 'Look', 'Compare the charts with yesterday, then with last week'),
  asks('F', 'freeze', 'Write', 'Freeze the charts, picture and numbers, into the timeline'),
  asks('R', 'rules', 'Look', 'Alert rules: what watches, and what cannot see'),
  asks('m', 'me', 'Look', 'Say who you are'),
  asks('w', 'wall', 'Look', 'Open the wall, for a big screen'),
  asks('!', 'page-create', 'Command', 'Page somebody about the incident'),
  asks('f', 'status-page', 'Look', 'Status page: components and maintenance'),
  asks('b', 'set-back', 'Command', 'Set the components back, once it is resolved'),
  asks('S', 'alert-filter', 'Look', 'Find alerts as you type'),
  asks('C', 'alert-columns', 'Look', 'Columns of the alerts'),
  asks('N', 'noise', 'Look', 'Noise: what is hidden, and who hid it'),
  asks('x', 'outbox', 'Look', 'Outbox: what leaves, and how it stands'),
  asks('L', 'layouts', 'Look', 'Layouts: one for each role, and your own'),
  asks('Ctrl+,', 'settings', 'Look', 'Settings: theme, size, clock, sounds'),
  asks('M', 'mute', 'Look', 'Mute this screen, or let it sound again'),
  asks('Ctrl+K', 'palette', 'Look', 'Do anything by its name'),
  asks('?', 'keys', 'Look', 'List the keys'),
  ...digits,
  lays('z', 'maximise', 'Maximise the pane, or give it its place back'),
  lays('d', 'arrange', 'Arrange the pane: move, size, tab, close'),
  lays('W', 'window', 'Put the pane into a window of its own, or back'),
  lays(']', 'next-tab', 'Next tab'),
  lays('[', 'tab-before', 'Tab before'),
]

export interface RowKey {
  readonly key: string
  readonly does: string
  readonly group: 'On a page in Alerts' | 'In the list of Alerts' | 'On a role' | 'On a line of the timeline'
  readonly pane: 'alerts' | 'roles' | 'timeline'
}

const onPage = (key: string, does: string): RowKey => ({ key, does, group: 'On a page in Alerts', pane: 'alerts' })
const onRole = (key: string, does: string): RowKey => ({ key, does, group: 'On a role', pane: 'roles' })
const inList = (key: string, does: string): RowKey => ({ key, does, group: 'In the list of Alerts', pane: 'alerts' })

const onLine = (key: string, does: string): RowKey => {
  return { key, does, group: 'On a line of the timeline', pane: 'timeline' }
}

/** Keys of the row that has the focus; the panes take them themselves. */
export const rowKeys: readonly RowKey[] = [
  onPage('Enter', 'Take it as an incident, or link it'),
  onPage('k', 'Acknowledge the page'),
  onPage('r', 'Resolve the page'),
  onPage('e', 'Escalate the page'),
  onPage('>', 'Reassign the page'),
  onPage('+', 'Call people to the page'),
  onPage('.', 'Write a note on the page'),
  onPage(';', 'Write a status update on the page'),
  onPage('v', 'What is known of the page, or of the alert'),
  inList('g', 'Groups, or one by one'),
  inList('Space', 'Select; with Shift and an arrow several, Ctrl+A all'),
  inList('k', 'Acknowledge all pages that are selected'),
  inList('x', 'Hide what is like it as noise'),
  inList('=', 'Let in what came while the list stood still'),
  onRole('Enter', 'Open its card: duties, first five minutes, who had it before'),
  onLine('Enter', 'Unfold, open its picture, or show all of it'),
  onLine('e', 'Correct the line'),
  onLine('Delete', 'Take the line back'),
  onLine('+', 'Write a line between it and the next'),
  onLine('v', 'All of the line, and what it said before'),
  onLine('End', 'To the newest line, and follow what comes'),
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
  if (press.altKey || press.isComposing || press.defaultPrevented) return
  const chord = press.ctrlKey || press.metaKey
  if (typing && !chord) return
  const key = chord ? `Ctrl+${press.key.toUpperCase()}` : press.key
  return keymap.find(binding => binding.key === key)
}

const fieldTypes = new Set(['radio', 'checkbox', 'button', 'submit', 'range'])

/** True where a letter typed would be text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !fieldTypes.has(target.type)
  return target.matches('textarea, select, [contenteditable="true"]')
}
