import type { ReactNode } from 'react'
import { t, tCount } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { keyOf } from '../commands/command-list'
import { useSelection } from './cockpit'
import { useOpening } from './opening'
import { toChooseFrom } from './selection-store'

/** What a pane shows while this window shows no incident; nothing until that is known. */
export function WhileNone({ children }: { readonly children: ReactNode }): ReactNode {
  return useOpening().at === 'none' ? children : null
}

/** Title and text of an empty state. */
export interface NoIncidentWords {
  readonly title: string
  /** The way to one, from a dialog; absent while there is one to choose. */
  readonly children?: string
}

/**
 * [SN1] [SN5] The same, in the words that every pane and dialog has for it: while several are open and none is chosen,
 * "none is open" would be untrue.
 */
export function WhileNoIncident({ children }: { readonly children: (words: NoIncidentWords) => ReactNode }): ReactNode {
  const count = useSelection(state => toChooseFrom(state).length)
  const { chooseOne, noneOpen, noneOpenWay } = texts.stores
  const way = { esc: 'Esc', declare: keyOf('declare'), open: keyOf('incidents') }
  const words = count === 0 ? { title: noneOpen, children: t(noneOpenWay, way) } : { title: tCount(chooseOne, count) }
  return <WhileNone>{children(words)}</WhileNone>
}
