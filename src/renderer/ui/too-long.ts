import { excessOf } from '../../shared/lib/text-length'
import { numberText, tCount } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'

const MARK = 'data-too-long'

/** The length error of a field: none while the text fits. */
export interface TooLong {
  readonly says: string | undefined
  /** Set on the field itself, where the form finds it. */
  readonly mark: { readonly [MARK]?: true }
}

/**
 * [TX2] A text longer than its parser accepts, counted as the parsers of the calls count it.
 * @param sent the part of the typed text that is sent; parsers trim a text
 */
export function tooLong(sent: string, most: number | null): TooLong {
  const over = most === null ? 0 : excessOf(sent, most)
  if (most === null || over === 0) return { says: undefined, mark: {} }
  return { says: tCount(texts.ui.tooLong, over, { most: numberText(most) }), mark: { [MARK]: true } }
}

/** For a field, or for the fields of a form. */
export function hasTooLong(part: Element): boolean {
  return part.matches(`[${MARK}]`) || part.querySelector(`[${MARK}]`) !== null
}

/**
 * [TX2] Stops a form from being sent while a text in it is too long, and goes to that field. The form checks it itself,
 * because Ctrl+Enter bypasses the browser's checks, and a browser only checks typed text, not text that was already
 * there.
 */
export function holdTooLong(form: ParentNode): boolean {
  const field = form.querySelector<HTMLElement>(`[${MARK}]`)
  field?.focus()
  return field !== null
}
