import { postHolders } from '../../../shared/domain/crew'
import type { Incident } from '../../../shared/domain/incident'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { Key } from '../../ui/key'
import { spanText } from '../../ui/span-text'
import { TransCount } from '../../ui/trans'
import styles from './crew.module.css'
import { type KeptMarks, standingMarks } from './kept-marks'
import { rollCallText } from './roll-call-text'

const text = texts.rollCall

export interface RollCallNoteProps {
  readonly incident: Incident
  readonly marks: KeptMarks | null
  readonly now: Millis
}

/** [RO14] The roll call that was left before its end; else the last one with its age: an old one says little. */
export function RollCallNote({ incident, marks, now }: RollCallNoteProps) {
  const { rollCall } = incident.crew
  const left = standingMarks(marks, incident.id, rollCall, now)
  if (left !== undefined) {
    const parts = { all: postHolders(incident).length, key: <Key quiet>{keyOf('roll-call')}</Key> }
    return (
      <p className={styles.rollCall} data-unfinished>
        <TransCount forms={text.unfinished} count={left.heard.size} parts={parts} />
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
