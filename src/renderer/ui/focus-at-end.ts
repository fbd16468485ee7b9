/**
 * Focuses a field; where nobody has been in its text yet, behind the text. A browser begins in front of what a text area
 * was drawn with, and words typed on would come before those that they go on from.
 */
export function focusAtEnd(field: HTMLElement | null): void {
  field?.focus()
  if (field instanceof HTMLTextAreaElement && field.selectionStart === 0 && field.selectionEnd === 0)
    field.setSelectionRange(field.value.length, field.value.length)
}
