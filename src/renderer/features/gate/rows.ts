/** Moves the focus to what the row before or after has for it; at an end it stays. */
export function goToRow(row: HTMLElement | null, key: 'ArrowUp' | 'ArrowDown'): void {
  const rows = [...(row?.closest('form, [data-rows]')?.querySelectorAll<HTMLElement>('[data-gate-row]') ?? [])]
  const at = rows.findIndex(one => row?.contains(one))
  rows[at + (key === 'ArrowDown' ? 1 : -1)]?.focus()
}
