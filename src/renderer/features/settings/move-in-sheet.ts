import type { KeyboardEvent } from 'react'

const HELD = 'input:checked, input:not([type="radio"]), button, [tabindex="0"]'

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
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  const rows = [...sheet.querySelectorAll<HTMLElement>('[data-setting]')]
  const at = rows.findIndex(row => row.contains(target))
  const next = at + step < 0 ? search : rows[at + step]?.querySelector<HTMLElement>(HELD)
  next?.focus()
}
