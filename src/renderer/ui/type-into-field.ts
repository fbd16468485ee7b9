/** Inserts text at the caret as if it were typed: the field's component gets its usual event. */
export function typeIntoField(field: Element, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
  const { value } = field
  const [from, to] = [field.selectionStart ?? value.length, field.selectionEnd ?? value.length]
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  // React replaces the field's own setter, and would ignore a value set through it as already known.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value.slice(0, from) + text + value.slice(to))
  field.setSelectionRange(from + text.length, from + text.length)
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
}
