import type { KeyboardEvent } from 'react'

const HELD = 'input:checked, input:not([type="radio"], [type="hidden"]), button'

/**
 * The up and down arrows go from one setting to the next and, above the first, to the search; `/` goes there from
 * anywhere. A list that is open keeps its own arrows.
 */
export function moveInSheet(event: KeyboardEvent, sheet: HTMLElement): void {
  const { target } = event
  if (event.defaultPrevented || !(target instanceof HTMLElement)) return
  const search = sheet.querySelector<HTMLElement>('[data-search]')
  const types = target instanceof HTMLInputElement && target.type === 'text'
  if (event.key === '/' && !types) {
    event.preventDefault()
    search?.focus()
    return
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || opensList(target)) return
  event.preventDefault()
  // A closed list would open on it.
  event.stopPropagation()
  const rows = [...sheet.querySelectorAll<HTMLElement>('[data-setting]')]
  const at = rows.findIndex(row => row.contains(target))
  const next = at + step < 0 ? search : rows[at + step]?.querySelector<HTMLElement>(HELD)
  next?.focus()
}

/** Whether a list hangs open at a field, which then has the arrows and Esc for itself. */
export function opensList(target: EventTarget): boolean {
  return target instanceof Element && target.hasAttribute('data-mantine-stop-propagation')
}
