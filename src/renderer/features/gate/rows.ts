/** Moves the focus to the same control of the row before or after; at either end it stays. */
export function goToRow(row: HTMLElement | null, key: 'ArrowUp' | 'ArrowDown'): void {
  const rows = [...(row?.closest('form, [data-rows]')?.querySelectorAll<HTMLElement>('[data-gate-row]') ?? [])]
  const at = rows.findIndex(one => row?.contains(one))
  rows[at + (key === 'ArrowDown' ? 1 : -1)]?.focus()
}
