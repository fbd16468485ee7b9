import type { IncidentId, ResponderId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { AssignedResponder } from '../../../shared/domain/responders'
import { assignedResponders } from '../../../shared/domain/responders'
import type { RollCall } from '../../../shared/domain/roll-call'
import { rollCallText } from '../../../shared/events/roll-called'
import type { Millis } from '../../../shared/lib/time'
import { MINUTE } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { Key } from '../../ui/key'
import { spanText } from '../../ui/span-text'
import { TransCount } from '../../ui/trans'
import styles from './roles-pane.module.css'

const text = texts.rollCall

/** The answers given so far. */
export type RollMarks = ReadonlyMap<ResponderId, 'present' | 'absent'>

/** The marks of a roll call that was left before its end. */
export interface SavedMarks {
  readonly incident: IncidentId
  /** When the last mark was set. */
  readonly at: Millis
  readonly marks: RollMarks
}

/** People who answered longer ago may have left since. */
export const MARKS_VALID: Millis = 10 * MINUTE

/** [RO14] The saved marks that a roll call resumes from; undefined: it starts over. */
export function validMarks(
  saved: SavedMarks | null,
  incident: IncidentId,
  last: RollCall | null,
  now: Millis,
): SavedMarks | undefined {
  if (saved === null || saved.incident !== incident || saved.marks.size === 0) return undefined
  // A colleague has recorded a roll call since.
  if (last !== null && last.at > saved.at) return undefined
  return now - saved.at < MARKS_VALID ? saved : undefined
}

/** Index of the first person without a mark; the length when all have one. */
export function firstUnmarked(called: readonly AssignedResponder[], marks: RollMarks): number {
  const at = called.findIndex(({ responder }) => !marks.has(responder.id))
  return at < 0 ? called.length : at
}

export interface RollCallNoteProps {
  readonly incident: Incident
  readonly marks: SavedMarks | null
  readonly now: Millis
}

/** [RO14] The unfinished roll call; else the result of the last one, with its age. */
export function RollCallNote({ incident, marks, now }: RollCallNoteProps) {
  const { rollCall } = incident.crew
  const unfinished = validMarks(marks, incident.id, rollCall, now)
  if (unfinished !== undefined) {
    const parts = { all: assignedResponders(incident).length, key: <Key quiet>{keyOf('roll-call')}</Key> }
    return (
      <p className={styles.rollCall} data-unfinished>
        <TransCount forms={text.unfinished} count={unfinished.marks.size} parts={parts} />
      </p>
    )
  }
  if (rollCall === null) return null
  return (
    <p className={styles.rollCall}>
      <span className={styles.result} dir="auto">
        {rollCallText(rollCall.lines)}
      </span>
      <span>{t(text.ago, { span: spanText(now - rollCall.at) })}</span>
    </p>
  )
}
