import type { RecordProblem } from '../../shared/contract/record-problems'
import type { IncidentId } from '../../shared/domain/ids'
import type { Unfolded } from '../../shared/domain/unfolded'
import { tCount } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useClockFace } from './clock-face'
import styles from './notes.module.css'
import { recordProblemText } from './record-problem-text'

interface RecordStripProps {
  readonly problems: readonly RecordProblem[]
  /** The shown incident: its problems come first and are more prominent. */
  readonly shown: IncidentId | null
  /** Facts that could not be folded into its state. */
  readonly unfolded?: readonly Unfolded[] | undefined
  /** On the wallboard: must be readable from five metres, so one sentence must do. */
  readonly far?: boolean
  /** Shows what is held; absent if nothing can be done about it here. */
  readonly onHeld?: () => void
}

/** Number of problems shown in full: the rest of a wholly broken file must not push the work out of view. */
const MOST = 3

/** [IN5] Says in every window what is wrong with the record on the disk; nothing if it is sound. */
export function RecordStrip({ problems, shown, unfolded = [], far = false, onHeld }: RecordStripProps) {
  const clock = useClockFace()
  const lacking = unfoldedTexts(unfolded)
  const told = problems.filter(problem => isTold(problem, shown, far))
  const ordered = told.toSorted((a, b) => rank(a, shown) - rank(b, shown))
  if (ordered.length + lacking.length === 0) return null
  const most = far ? 1 : MOST
  const more = ordered.length - most
  return (
    <aside className={styles.strip} data-far={far} aria-label={texts.recordProblems.name}>
      {ordered.slice(0, most).map(problem => {
        const said = recordProblemText(problem, clock)
        const grave = rank(problem, shown) === 0
        return (
          <p key={said} className={styles.problem} data-grave={grave} role={grave ? 'alert' : 'status'} dir="auto">
            {said}
            {problem.kind === 'held' && onHeld !== undefined && (
              <button type="button" className={styles.look} onClick={onHeld}>
                {texts.recordProblems.held.look}
              </button>
            )}
          </p>
        )
      })}
      {lacking.map(said => (
        <p key={said} className={styles.problem} role="status">
          {said}
        </p>
      ))}
      {more > 0 && <p className={styles.problem}>{tCount(texts.recordProblems.more, more)}</p>}
    </aside>
  )
}

function isTold(problem: RecordProblem, shown: IncidentId | null, far: boolean): boolean {
  // A wallboard can do nothing about a backup, and nothing is lost yet.
  if (problem.kind === 'backup-failed') return !far
  // Held events make only their own incident incomplete.
  return problem.kind !== 'held' || problem.incident === shown
}

/** 0: work is lost unless a person acts. */
function rank(problem: RecordProblem, shown: IncidentId | null): number {
  if (problem.kind === 'folder-moved' || problem.kind === 'file-damaged') return 0
  if (problem.kind === 'folder-unwritable') return 0
  if (problem.kind !== 'damaged') return 2
  return problem.incident === shown ? 0 : 1
}

/**
 * [FO6] How much the shown state lacks. Void events are in the timeline, and the state lacks nothing because of them.
 */
function unfoldedTexts(unfolded: readonly Unfolded[]): readonly string[] {
  const newer = unfolded.filter(({ because }) => because.as === 'newer').length
  const unread = unfolded.filter(({ because }) => because.as === 'unparsed' || because.as === 'failed').length
  return [
    ...(newer > 0 ? [tCount(texts.recordProblems.newerFacts, newer)] : []),
    ...(unread > 0 ? [tCount(texts.recordProblems.unreadFacts, unread)] : []),
  ]
}
