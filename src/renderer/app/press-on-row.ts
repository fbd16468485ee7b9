import { paneId } from '../ui/pane'
import { panes } from '../ui/panes'

/**
 * Presses a key on the row of the alerts that has the focus. Without one it only leads there: acting on a row that
 * nobody chose could acknowledge the wrong page.
 * @returns whether a row had the focus
 */
export function pressOnRow(key: string): boolean {
  const pane = document.getElementById(paneId(panes.alerts.digit))
  const row = document.activeElement?.closest<HTMLElement>('tbody tr')
  if (row && pane?.contains(row)) {
    row.focus()
    row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    return true
  }
  const stop = pane?.querySelector<HTMLElement>('tbody tr[tabindex="0"]') ?? pane
  stop?.focus()
  return false
}
