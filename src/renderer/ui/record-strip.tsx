import type { RecordProblem } from '../../shared/contract/record-problems'
import type { IncidentId } from '../../shared/domain/ids'
import { sayCount } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import { useClockFace } from './clock-face'
import styles from './record-strip.module.css'
import { sayRecordProblem } from './say-record-problem'

interface RecordStripProps {
  readonly problems: readonly RecordProblem[]
  /** The incident that is shown: what concerns it comes first and is louder. */
  readonly shown: IncidentId | null
  /** On the wall: to be read from five metres, so that one sentence must do. */
  readonly far?: boolean
}

/** So many are said in full: the rest of a wholly broken file must not push the work off the screen. */
const MOST = 3

/** [IN5] Says on every screen what is wrong with the record on the disk; nothing where nothing is. */
export function RecordStrip({ problems, shown, far = false }: RecordStripProps) {
  const clock = useClockFace()
  if (problems.length === 0) return null
  const ordered = problems.toSorted((a, b) => rank(a, shown) - rank(b, shown))
  const most = far ? 1 : MOST
  const more = ordered.length - most
  return (
    <aside className={styles.strip} data-far={far} aria-label={words.recordProblems.name}>
      {ordered.slice(0, most).map(problem => {
        const said = sayRecordProblem(problem, clock)
        const grave = rank(problem, shown) === 0
        return (
          <p key={said} className={styles.problem} data-grave={grave} role={grave ? 'alert' : 'status'} dir="auto">
            {said}
          </p>
        )
      })}
      {more > 0 && <p className={styles.problem}>{sayCount(words.recordProblems.more, more)}</p>}
    </aside>
  )
}

/** 0: work is lost if nobody acts. */
function rank(problem: RecordProblem, shown: IncidentId | null): number {
  if (problem.kind === 'folder-moved') return 0
  if (problem.kind !== 'damaged') return 2
  return problem.incident === shown ? 0 : 1
}
