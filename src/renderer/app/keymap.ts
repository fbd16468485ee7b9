import { type PaneKey, paneKeys } from '../../shared/contract/pane-address'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import type { Place } from '../stores/focus-store'
import { panes } from '../ui/panes'

/** What keys do with the layout. */
export type LayoutAct = 'maximise' | 'arrange' | 'window' | 'next-tab' | 'tab-before'

const text = words.keymap

export type KeyGroup = keyof typeof text.groups

export interface KeyBinding {
  /** As `KeyboardEvent.key` tells it; with `Ctrl+` before it also where Cmd is held, and also in a field. */
  readonly key: string
  readonly does: string
  readonly group: Extract<KeyGroup, 'write' | 'command' | 'look' | 'panes'>
  readonly goes: { readonly request: Place } | { readonly pane: PaneKey } | { readonly layout: LayoutAct }
}

const lays = (key: string, layout: LayoutAct): KeyBinding => ({
  key,
  does: text.lays[layout],
  group: 'panes',
  goes: { layout },
})

type Asked = Extract<Place, keyof typeof text.asks>

function asks(key: string, request: Asked, group: KeyBinding['group'], does = text.asks[request]): KeyBinding {
  return { key, does, group, goes: { request } }
}

const digits = paneKeys.map(
  (pane): KeyBinding => ({
    key: String(panes[pane].digit),
    does: say(text.goTo, { pane: panes[pane].name }),
    group: 'panes',
    goes: { pane },
  }),
)

/** Every key of the cockpit. The sheet that `?` shows is drawn from this same table. */
export const keymap: readonly KeyBinding[] = [
  asks('/', 'line', 'write'),
  asks('Z', 'take-back', 'write'),
  asks('y', 'proposal-accept', 'write'),
  asks('j', 'proposal-dismiss', 'write'),
  asks('l', 'proposals', 'write'),
  asks('c', 'checkpoint', 'command'),
  asks('a', 'assign', 'command'),
  asks('Q', 'roll-call', 'command'),
  asks('A', 'crew-add', 'command'),
  asks('s', 'severity', 'command'),
  asks('t', 'status', 'command'),
  asks('i', 'impact', 'command'),
  asks('E', 'began', 'command'),
  asks('I', 'title', 'command'),
  asks('K', 'facts', 'command'),
  asks('u', 'comms', 'write'),
  asks('h', 'handoff', 'write'),
  asks('n', 'declare', 'command'),
  asks('q', 'find', 'look'),
  asks('Ctrl+F', 'find', 'look', text.findFromField),
  asks('g', 'jump', 'look'),
  asks('T', 'times', 'look'),
  asks('o', 'incidents', 'look'),
  asks(',', 'connections', 'look'),
  asks('p', 'panels', 'look'),
  asks('B', 'baseline', 'look'),
  asks('F', 'freeze', 'write'),
  asks('R', 'rules', 'look'),
  asks('m', 'me', 'look'),
  asks('w', 'wall', 'look'),
  asks('!', 'page-create', 'command'),
  asks('f', 'status-page', 'look'),
  asks('b', 'set-back', 'command'),
  asks('S', 'alert-filter', 'look'),
  asks('C', 'alert-columns', 'look'),
  asks('N', 'noise', 'look'),
  asks('H', 'silences', 'look'),
  asks('x', 'outbox', 'look'),
  asks('L', 'layouts', 'look'),
  asks('Ctrl+,', 'settings', 'look'),
  asks('M', 'mute', 'look'),
  asks('Ctrl+K', 'palette', 'look'),
  asks('?', 'keys', 'look'),
  ...digits,
  lays('z', 'maximise'),
  lays('d', 'arrange'),
  lays('W', 'window'),
  lays(']', 'next-tab'),
  lays('[', 'tab-before'),
]

export interface RowKey {
  readonly key: string
  readonly does: string
  readonly group: Extract<KeyGroup, 'row' | 'list' | 'role' | 'line'>
  readonly pane: 'alerts' | 'roles' | 'timeline'
}

const { onPage, inList, onRole, onLine } = text

const ofPage = (key: string, does: string): RowKey => ({ key, does, group: 'row', pane: 'alerts' })
const ofList = (key: string, does: string): RowKey => ({ key, does, group: 'list', pane: 'alerts' })
const ofRole = (key: string, does: string): RowKey => ({ key, does, group: 'role', pane: 'roles' })
const ofLine = (key: string, does: string): RowKey => ({ key, does, group: 'line', pane: 'timeline' })

/** Keys of the row that has the focus; the panes take them themselves. */
export const rowKeys: readonly RowKey[] = [
  ofPage('Enter', onPage.take),
  ofPage('k', onPage.acknowledge),
  ofPage('z', onPage.snooze),
  ofPage('r', onPage.resolve),
  ofPage('e', onPage.escalate),
  ofPage('>', onPage.reassign),
  ofPage('+', onPage.call),
  ofPage('.', onPage.note),
  ofPage(';', onPage.status),
  ofPage('v', onPage.known),
  ofList('g', inList.groups),
  ofList('Space', inList.select),
  ofList('k', inList.acknowledge),
  ofList('x', inList.hide),
  ofList('=', inList.letIn),
  ofList('L', inList.linkNew),
  ofRole('Enter', onRole.card),
  ofLine('Enter', onLine.unfold),
  ofLine('e', onLine.correct),
  ofLine('Delete', onLine.takeBack),
  ofLine('+', onLine.insert),
  ofLine('v', onLine.whole),
  ofLine('End', onLine.newest),
]

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'>

/**
 * What a key press means, or undefined when it is none of the cockpit's.
 * @param typing the focus is in a field, where letters are letters
 */
export function bindingFor(press: KeyPress, typing: boolean): KeyBinding | undefined {
  if (press.altKey || press.defaultPrevented) return
  const chord = press.ctrlKey || press.metaKey
  if (typing && !chord) return
  const key = chord ? `Ctrl+${press.key.toUpperCase()}` : press.key
  return keymap.find(binding => binding.key === key)
}
