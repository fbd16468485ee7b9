import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { commandRows } from '../commands/command-list'
import { keymap } from '../commands/keymap'
import { type RowKey, rowKeys } from '../commands/row-keys'
import type { PaletteAct } from '../features/palette/palette-list'
import type { Cockpit } from '../stores/cockpit-stores'
import { paneId, panes } from '../ui/panes'
import type { Layouts } from './layouts/layouts'
import { incidentActs, linkActs, switchTo, worldActs } from './palette-incident-acts'
import { layoutActs, settingActs, themeActs } from './palette-look-acts'
import { go } from './use-keymap'

const { groups } = texts.keymap

/** [PA3] All actions available now: every key of the keymap, and actions without a key. */
export function paletteActs(cockpit: Cockpit, layouts: Layouts): readonly PaletteAct[] {
  return [
    ...keymap
      .filter(({ key }) => key !== 'Ctrl+K')
      .map(binding => ({
        id: `key:${binding.key}`,
        name: binding.does,
        group: groups[binding.group],
        key: binding.key,
        run: () => go(binding, cockpit, layouts),
      })),
    ...rowKeys.map(rowKey => ({ ...onRow(rowKey, cockpit), near: rowKey.pane === layouts.getState().held })),
    ...themeActs(cockpit),
    ...settingActs(cockpit),
    ...layoutActs(layouts),
    ...incidentActs(cockpit),
    ...keylessActs(cockpit),
    ...linkActs(cockpit),
    ...switchTo(cockpit),
    ...worldActs(cockpit),
  ]
}

/** [PA3] Actions without a key, while they are available. */
function keylessActs({ focus }: Cockpit): readonly PaletteAct[] {
  return commandRows
    .filter(({ keys }) => keys.length === 0)
    .map(({ id, does, theme }) => ({ id, name: does, group: groups[theme], run: () => void focus.request(id) }))
}

function onRow({ key, does, group, pane }: RowKey, { faults }: Cockpit): PaletteAct {
  const run = () => {
    if (pressOnRow({ key: key === 'Space' ? ' ' : key, pane })) return
    const message = t(texts.keymap.chooseFirst[pane], { key })
    faults.setState({ [pane]: { kind: 'refused', message } })
  }
  // One key may mean two things: on a PagerDuty incident, and with several rows selected.
  return { id: `${group}:${key}`, name: does, group: groups[group], key, run }
}

const rows: Readonly<Record<RowKey['pane'], { readonly row: string; readonly stop: string }>> = {
  alerts: { row: 'tbody tr', stop: 'tbody tr[tabindex="0"]' },
  roles: { row: '[data-role-card]', stop: '[data-role-card]' },
  strategy: { row: '[data-row]', stop: '[data-row][tabindex="0"]' },
  timeline: { row: '[role="log"] [data-key]', stop: '[role="log"] [data-selected="true"]' },
}

/**
 * Presses a key on the focused row of a pane. Without a focused row it only focuses the pane: acting on a row that the
 * user did not choose could acknowledge the wrong PagerDuty incident.
 * @returns whether a row had the focus
 */
function pressOnRow({ key, pane: name }: Pick<RowKey, 'key' | 'pane'>): boolean {
  const pane = document.getElementById(paneId(panes[name].digit))
  const row = document.activeElement?.closest<HTMLElement>(rows[name].row)
  if (row && pane?.contains(row)) {
    row.focus()
    // A key pressed by a script does not click: browsers do that for a trusted one only.
    if (key === 'Enter' && row instanceof HTMLButtonElement) row.click()
    else row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    return true
  }
  const stop = pane?.querySelector<HTMLElement>(rows[name].stop) ?? pane
  stop?.focus()
  return false
}
