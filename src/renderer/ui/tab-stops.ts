const focusable = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable="true"]'

/** What Tab stops at within an element, in the order of the document. A group of radio buttons is one stop. */
export function tabStops(within: Element): readonly HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(focusable)].filter(
    one => one.tabIndex >= 0 && !one.matches(':disabled, [type="hidden"]') && isVisible(one) && standsForGroup(one),
  )
}

/** By a script, whether or not Tab stops there. */
export function canFocus(one: HTMLElement): boolean {
  return one.matches(focusable) && !one.matches(':disabled') && isVisible(one)
}

/** False for another radio button of the group that has the focus, which Tab leaves as a whole. */
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
