import type { KeyboardEvent } from 'react'

/** Keys on an item, besides the space bar. */
export const itemKeys = { unneeded: 'x', open: 'o' } as const

/** Up and down move between the items of all phases that are unfolded. */
export function moveBetweenItems(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.defaultPrevented || event.target instanceof HTMLInputElement) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('details[open] [data-playbook-item], summary')]
  const at = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1
  rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
  event.preventDefault()
}
