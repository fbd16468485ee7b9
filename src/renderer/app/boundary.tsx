import { Component, type ReactNode, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useCockpit } from '../stores/cockpit'
import { useTypedFields } from '../stores/use-typed-fields'
import { Button } from '../ui/button'
import { Pane } from '../ui/pane'
import { typeIntoField } from '../ui/type-into-field'
import styles from './frame.module.css'

/** When a pane crashes, the others go on, and it can be opened again. */
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

interface Props {
  readonly name: string
  readonly digit: number
  readonly children: ReactNode
}

interface BoundaryProps {
  /** What stopped, with `{problem}` in it. */
  readonly says: string
  /** Renders the fallback in the place of the part. */
  readonly frame: (stopped: ReactNode) => ReactNode
  readonly children: ReactNode
}

interface BoundaryState {
  readonly problem: string | null
  readonly hadKeyboard: boolean
}

/**
 * When a part of the page crashes, the rest goes on. If that part had the focus, its fallback takes it, so that typing
 * does not run commands.
 */
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
    // Also covers a dialog of the part, which is elsewhere in the document: the element that had the focus is gone from
    // it.
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

interface StoppedProps {
  readonly says: string
  readonly problem: string
  /** The user was typing into it. */
  readonly hadKeyboard: boolean
  readonly onReopen: () => void
}

const text = texts.arranging

/** Replaces a crashed part: why it stopped, a field for what is typed meanwhile, and the way back. */
function Stopped({ says, problem, hadKeyboard, onReopen }: StoppedProps) {
  const { focus, faults } = useCockpit()
  const { values, set, forget } = useTypedFields('stopped', { text: '' }, 'cockpit')
  const typed = values.text
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (hadKeyboard) field.current?.focus()
  }, [hadKeyboard])
  const reopen = () => {
    flushSync(onReopen)
    if (typed === '') return
    if (focus.request('line') && document.activeElement !== null) {
      typeIntoField(document.activeElement, typed)
      return forget()
    }
    // Not lost: the next line field that is shown offers it.
    faults.setState({ incident: { kind: 'refused', message: t(text.typedNowhere, { text: typed }) } })
  }
  return (
    <div className={styles.stopped} role="alert">
      <p>{t(says, { problem })}</p>
      <p className={styles.calm}>{text.stoppedCalm}</p>
      <label className={styles.meanwhile}>
        {text.typedMeanwhile}
        <textarea
          ref={field}
          className={styles.field}
          rows={2}
          dir="auto"
          value={typed}
          onChange={event => set({ text: event.currentTarget.value })}
        />
      </label>
      <Button onClick={reopen}>{text.startAgain}</Button>
    </div>
  )
}
