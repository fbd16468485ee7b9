import { type PaneKey, paneKeys } from '../../shared/contract/pane-address'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { panes } from '../ui/panes'
import { type CommandTheme, commandRows, type GlobalCommandId } from './command-list'

/** Commands for the layout that have keys. */
export type LayoutCommand = 'maximise' | 'arrange' | 'window' | 'next-tab' | 'tab-before'

const text = texts.keymap

export type KeyGroup = keyof typeof text.groups

export interface KeyBinding {
  /** `KeyboardEvent.key`, see `Asked.keys`. */
  readonly key: string
  readonly does: string
  readonly group: Extract<KeyGroup, CommandTheme | 'panes'>
  readonly goes: { readonly request: GlobalCommandId } | { readonly pane: PaneKey } | { readonly layout: LayoutCommand }
}

const asks = commandRows.flatMap(({ id, keys, does, theme }) =>
  keys.map((key): KeyBinding => {
    const fromField = key.startsWith('Ctrl+') && keys.length > 1
    return { key, does: fromField ? t(text.fromField, { does }) : does, group: theme, goes: { request: id } }
  }),
)

const digits = paneKeys.map(
  (pane): KeyBinding => ({
    key: String(panes[pane].digit),
    does: t(text.goTo, { pane: panes[pane].name }),
    group: 'panes',
    goes: { pane },
  }),
)

const lays = (key: string, layout: LayoutCommand): KeyBinding => ({
  ...{ key, does: text.lays[layout], group: 'panes', goes: { layout } },
})

/** Every key of the cockpit. The `?` sheet, the palette and the README's table are made from it. */
export const keymap: readonly KeyBinding[] = [
  ...asks,
  ...digits,
  lays('z', 'maximise'),
  lays('d', 'arrange'),
  lays('W', 'window'),
  lays(']', 'next-tab'),
  lays('[', 'tab-before'),
]

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'>

/**
 * The binding of a key press, or undefined when it is none of the cockpit's.
 * @param typing the focus is in a field, where letters are text
 * @param after the first key of two, where one was pressed
 */
export function bindingFor(press: KeyPress, typing: boolean, after?: string): KeyBinding | undefined {
  if (press.altKey || press.defaultPrevented) return
  const chord = press.ctrlKey || press.metaKey
  if (typing && !chord) return
  const key = chord ? `Ctrl+${press.key.toUpperCase()}` : press.key
  const keys = after === undefined ? key : `${after} ${key}`
  return keymap.find(binding => binding.key === keys)
}

/** [KW5] Keys that may follow the first key of a command of two; empty where there are none. */
export function mayFollow(first: string): readonly KeyBinding[] {
  return keymap.filter(({ key }) => key.startsWith(`${first} `))
}
