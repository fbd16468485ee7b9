import type { RowKey } from '../commands/row-keys'
import { paneId } from '../ui/pane'
import { panes } from '../ui/panes'

const rows: Readonly<Record<RowKey['pane'], { readonly row: string; readonly stop: string }>> = {
  alerts: { row: 'tbody tr', stop: 'tbody tr[tabindex="0"]' },
  roles: { row: '[data-role-card]', stop: '[data-role-card]' },
  timeline: { row: '[role="log"] [data-key]', stop: '[role="log"] [data-selected="true"]' },
}

/**
 * Presses a key on the row of a pane that has the focus. Without one it only leads there: acting on a row that
 * nobody chose could acknowledge the wrong page.
 * @returns whether a row had the focus
 */
export function pressOnRow({ key, pane: name }: Pick<RowKey, 'key' | 'pane'>): boolean {
  const pane = document.getElementById(paneId(panes[name].digit))
  const row = document.activeElement?.closest<HTMLElement>(rows[name].row)
  if (row && pane?.contains(row)) {
    row.focus()
    // A key that a script presses does not click: that is the browser's part for a trusted one.
    if (key === 'Enter' && row instanceof HTMLButtonElement) row.click()
    else row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    return true
  }
  const stop = pane?.querySelector<HTMLElement>(rows[name].stop) ?? pane
  stop?.focus()
  return false
}
