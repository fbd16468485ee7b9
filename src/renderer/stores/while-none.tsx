import type { ReactNode } from 'react'
import { tCount } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useSelection } from './cockpit'
import { useOpening } from './opening'
import { toChooseFrom } from './selection-store'

/** What a pane shows while this window shows no incident; nothing until that is known. */
export function WhileNone({ children }: { readonly children: ReactNode }): ReactNode {
  return useOpening().at === 'none' ? children : null
}

export interface WhileNoIncidentProps {
  /** The text if no incident is open. */
  readonly none: string
  readonly children: (title: string) => ReactNode
}

/** [SN1] The same, with a title: while several are open and none is chosen, "none is open" would be untrue. */
export function WhileNoIncident({ none, children }: WhileNoIncidentProps): ReactNode {
  const count = useSelection(state => toChooseFrom(state).length)
  return <WhileNone>{children(count === 0 ? none : tCount(texts.stores.chooseOne, count))}</WhileNone>
}
