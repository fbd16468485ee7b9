import { createContext, type ReactNode } from 'react'

/** What a layout adds to a pane's header. */
export interface PaneFrame {
  /** Instead of the name, where several panes share one place. */
  readonly tabs?: ReactNode
  /** Visible while the pointer is on the header. */
  readonly tools?: ReactNode
}

export const PaneFrameContext = createContext<PaneFrame>({})
