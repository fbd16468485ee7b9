import { createContext, useContext } from 'react'

const MARK = 'data-missing'

/** Whether the form around was refused for want of a text. */
export const RefusedContext = createContext(false)

/** What a field says while a text is missing that the form cannot be sent without. */
export interface Missing {
  /** Nothing before the form was refused: an empty field is no mistake while the user may still fill it. */
  readonly says: string | undefined
  /** Goes onto the field itself, where the form finds it. */
  readonly mark: { readonly [MARK]?: true }
}

/**
 * [DG5] A text without which the form around it is not sent.
 * @param sent what is sent of what was typed
 * @param needed what is said while nothing is; undefined: it may be empty
 */
export function useMissing(sent: string, needed: string | undefined): Missing {
  const refused = useContext(RefusedContext)
  if (needed === undefined || sent !== '') return { says: undefined, mark: {} }
  return { says: refused ? needed : undefined, mark: { [MARK]: true } }
}

/** [DG5] Stops a form from being sent while a text is missing, and goes to its field. */
export function holdMissing(form: ParentNode): boolean {
  const field = form.querySelector<HTMLElement>(`[${MARK}]`)
  field?.focus()
  return field !== null
}

/** [DG5] Focuses the first field that shows an error; in a form without one the focus stays. */
export function goToRefused(form: ParentNode): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
