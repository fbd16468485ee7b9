import { createContext, useContext } from 'react'

const MARK = 'data-missing'

/** Whether the surrounding form was refused because a text is missing. */
export const RefusedContext = createContext(false)

/** The error of a field while a required text is missing. */
export interface Missing {
  /** Nothing before the form was refused: an empty field is no mistake while the user may still fill it. */
  readonly says: string | undefined
  /** Set on the field itself, where the form finds it. */
  readonly mark: { readonly [MARK]?: true }
}

/**
 * [DG5] A text without which the surrounding form is not sent.
 * @param sent the part of the typed text that is sent
 * @param needed the error text while that is empty; undefined: it may be empty
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
