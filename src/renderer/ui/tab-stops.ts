const focusable = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]'

/** The Tab stops within an element, in document order. A group of radio buttons is one stop. */
export function tabStops(within: Element): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(focusable)].filter(
    one => one.tabIndex >= 0 && !one.matches(':disabled, [type="hidden"]') && isVisible(one) && standsForGroup(one),
  )
}

/** Whether a script can focus it, Tab stop or not. */
export function canFocus(one: HTMLElement): boolean {
  return one.matches(focusable) && !one.matches(':disabled') && isVisible(one)
}

/** False for another radio button of the focused group, which Tab leaves as a whole. */
export function leavesGroup(from: Element, to: HTMLElement): boolean {
  const [a, b] = [radioOf(from), radioOf(to)]
  return a === null || b === null || a.name === '' || a.name !== b.name
}

function standsForGroup(one: HTMLElement): boolean {
  const radio = radioOf(one)
  if (radio === null || radio.checked || radio.name === '') return true
  const group = [...radio.ownerDocument.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
  return !group.some(({ name, form, checked }) => checked && name === radio.name && form === radio.form)
}

function radioOf(one: Element): HTMLInputElement | null {
  return one instanceof HTMLInputElement && one.type === 'radio' ? one : null
}

function isVisible(one: HTMLElement): boolean {
  return one.checkVisibility?.({ visibilityProperty: true }) ?? one.closest('[hidden]') === null
}
