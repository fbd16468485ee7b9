import { Component, type ReactNode } from 'react'
import { Stopped } from './stopped'

interface BoundaryProps {
  /** What stopped, with `{problem}` in it. */
  readonly says: string
  /** Puts what is left of the part where the part was. */
  readonly frame: (stopped: ReactNode) => ReactNode
  readonly children: ReactNode
}

interface BoundaryState {
  readonly problem: string | null
  readonly hadKeyboard: boolean
}

/** A part of the page that breaks breaks alone. Had it the keyboard, it keeps it: nothing typed becomes a command. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { problem: null, hadKeyboard: false }
  private held: EventTarget | null = null

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { problem: error instanceof Error ? error.message : String(error) }
  }

  override componentDidMount(): void {
    document.addEventListener('focusin', this.follow)
  }

  override componentWillUnmount(): void {
    document.removeEventListener('focusin', this.follow)
  }

  override componentDidCatch(): void {
    // Also a dialog of the part, which stands elsewhere in the document: what had the focus is gone from it.
    const gone = this.held instanceof Node && !this.held.isConnected
    if (gone && document.activeElement === document.body) this.setState({ hadKeyboard: true })
  }

  override render(): ReactNode {
    const { problem, hadKeyboard } = this.state
    const { says, frame, children } = this.props
    if (problem === null) return children
    return frame(<Stopped says={says} problem={problem} hadKeyboard={hadKeyboard} onReopen={this.reopen} />)
  }

  private readonly follow = ({ target }: FocusEvent): void => {
    this.held = target
  }

  private readonly reopen = (): void => {
    this.held = null
    this.setState({ problem: null, hadKeyboard: false })
  }
}
