import type { KeyboardEvent } from 'react'

/** Up and down move between the rows of a list whose items have one focusable element each. */
export function focusRowByArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.defaultPrevented) return
  event.preventDefault()
  const rows = [...event.currentTarget.children]
  const at = rows.findIndex(row => row.contains(document.activeElement))
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))]
  const stop = next?.matches('[tabindex]') ? next : next?.querySelector('button, [tabindex]')
  if (stop instanceof HTMLElement) stop.focus()
}
