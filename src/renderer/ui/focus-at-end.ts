/**
 * Focuses a field; if the user has not been in its text yet, with the caret at the end. A browser starts before the
 * text that a text area was drawn with, and what is typed next would come before the text that it continues.
 */
export function focusAtEnd(field: HTMLElement | null): void {
  field?.focus()
  if (field instanceof HTMLTextAreaElement && field.selectionStart === 0 && field.selectionEnd === 0)
    field.setSelectionRange(field.value.length, field.value.length)
}
