import { paneId, panes } from '../../ui/panes'

export const paneElement = () => document.getElementById(paneId(panes.alerts.digit))

/** The row that was active last, else the first; it is the table's one Tab stop. */
export function focusFirstRow(): void {
  const row = paneElement()?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')
  if (row) row.focus()
  else paneElement()?.focus()
}
