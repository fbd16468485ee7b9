import { createContext } from 'react'

/** The incident of dialogs: with two incidents open, the head of a dialog says which one it changes. */
export interface DialogSubject {
  readonly severity: string
  readonly title: string
}

/** [SN3] Null: no incident is shown. */
export const DialogSubjectContext = createContext<DialogSubject | null>(null)
