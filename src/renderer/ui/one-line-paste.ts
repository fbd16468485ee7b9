import { typeIntoField } from './type-into-field'

const oneLine = new Set(['text', 'search', 'url', 'email', 'tel'])

/**
 * [TX3] Several lines pasted into a one-line field become one, with a space for each break: browsers drop the breaks,
 * each in its own way, and `failed\nat 14:03` must not become `failedat 14:03`. A password field is left to the
 * browser. Returns its stop.
 */
export function joinPastedLines(page: Document): () => void {
  const join = (event: ClipboardEvent) => {
    const { target, clipboardData } = event
    if (event.defaultPrevented || !isOneLine(target)) return
    const text = clipboardData?.getData('text/plain') ?? ''
    if (!/[\r\n]/.test(text)) return
    event.preventDefault()
    insert(target, asOneLine(text))
  }
  // After the field's component: a paste that it handled is done.
  page.addEventListener('paste', join)
  return () => page.removeEventListener('paste', join)
}

/** Each line trimmed; empty ones are left out. */
export function asOneLine(text: string): string {
  const lines = text.split(/[\r\n]+/).map(line => line.trim())
  return lines.filter(line => line !== '').join(' ')
}

function isOneLine(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && oneLine.has(target.type) && !target.readOnly && !target.disabled
}

/** Like a paste by the browser, so that Ctrl+Z undoes it. */
function insert(field: HTMLInputElement, text: string): void {
  if (field.ownerDocument.execCommand?.('insertText', false, text) !== true) typeIntoField(field, text)
}
