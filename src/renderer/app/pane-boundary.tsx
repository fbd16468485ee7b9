import type { ReactNode } from 'react'
import { texts } from '../../shared/texts/texts'
import { Pane } from '../ui/pane'
import { Boundary } from './boundary'

interface Props {
  readonly name: string
  readonly digit: number
  readonly children: ReactNode
}

/** A pane that breaks breaks alone: the others go on, and the broken one can be opened again. */
export function PaneBoundary({ children, ...pane }: Props) {
  return (
    <Boundary
      says={texts.arranging.stopped}
      frame={stopped => (
        <Pane {...pane} tone="bad">
          {stopped}
        </Pane>
      )}
    >
      {children}
    </Boundary>
  )
}
