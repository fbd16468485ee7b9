import { paneId, panes } from '../../ui/panes'

export const paneElement = () => document.getElementById(paneId(panes.alerts.digit))

/** The row that was active last, else the first; the table keeps its one Tab stop there. */
export function focusFirstRow(): void {
  const row = paneElement()?.querySelector<HTMLElement>('tbody tr[tabindex="0"]')
  if (row) row.focus()
  else paneElement()?.focus()
}
