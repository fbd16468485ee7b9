import { Component, type ReactNode } from 'react'
import { say } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import { Button } from '../ui/button'
import { Pane } from '../ui/pane'
import styles from './pane-boundary.module.css'

interface Props {
  readonly name: string
  readonly digit: number
  readonly children: ReactNode
}

/** A pane that breaks breaks alone: the others go on, and the broken one can be started anew. */
export class PaneBoundary extends Component<Props, { readonly problem: string | null }> {
  override state = { problem: null }

  static getDerivedStateFromError(error: unknown): { problem: string } {
    return { problem: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { problem } = this.state
    if (problem === null) return this.props.children
    return (
      <Pane name={this.props.name} digit={this.props.digit} tone="bad">
        <div className={styles.broken} role="alert">
          <p>{say(words.arranging.stopped, { problem })}</p>
          <p className={styles.calm}>{words.arranging.stoppedCalm}</p>
          <Button onClick={() => this.setState({ problem: null })}>{words.arranging.startAgain}</Button>
        </div>
      </Pane>
    )
  }
}
