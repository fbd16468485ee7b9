import type { ReactNode } from 'react'
import { useOpening } from './opening'

/** What a pane says while no incident is open; nothing as long as that is not known. */
export function WhileNone({ children }: { readonly children: ReactNode }): ReactNode {
  return useOpening().at === 'none' ? children : null
}
