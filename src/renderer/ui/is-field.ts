const otherTypes = new Set(['radio', 'checkbox', 'button', 'submit', 'range'])

/** True where a letter typed would be text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !otherTypes.has(target.type)
  return target.matches('textarea, select, [contenteditable="true"]')
}
