import type { AfterwardsOpen } from '../../../shared/domain/checkpoint'
import { deadlinesOf, nextDue } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { type GlobalCommandId, keyOf } from '../../commands/command-list'
import { useCockpit } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { spanText } from '../../ui/span-text'
import styles from './checkpoint-pane.module.css'

const text = texts.checkpoint

/** After that the list would only get in the way of the next checkpoint. */
const IN_SIGHT: Millis = 5 * MINUTE

const commands: Readonly<Record<AfterwardsOpen, GlobalCommandId>> = {
  'customer-update': 'comms',
  roles: 'assign',
  line: 'line',
}

/** [CP11] What the method requires after a checkpoint, with what is due, in the pane: no dialog stays open for it. */
export function Afterwards({ incident, now }: { readonly incident: Incident; readonly now: Millis }) {
  const last = incident.checkpointsHeld.at(-1)
  const items = incident.method?.rules.sheet?.afterwards ?? []
  const isOver = incident.status === 'resolved' || last === undefined || now - last.heldAt >= IN_SIGHT
  if (isOver || items.length === 0) return null
  const dueAt = nextDue(deadlinesOf(incident), 'update')
  return (
    <ul className={styles.after} aria-label={text.afterwards}>
      {items.map(({ id, text: what, opens }) => (
        <li key={id} className={styles.afterItem}>
          <span dir="auto">{what}</span>
          {opens === 'customer-update' && dueAt !== null && <Due left={dueAt - now} />}
          {opens !== undefined && <Open command={commands[opens]} name={what} />}
        </li>
      ))}
    </ul>
  )
}

function Due({ left }: { readonly left: Millis }) {
  const isLate = left <= 0
  return (
    <span className={styles.afterDue} data-late={isLate || undefined}>
      {t(isLate ? text.updateLate : text.updateDue, { span: spanText(Math.abs(left)) })}
    </span>
  )
}

function Open({ command, name }: { readonly command: GlobalCommandId; readonly name: string }) {
  const { focus } = useCockpit()
  return (
    <button type="button" className={styles.afterOpen} aria-label={name} onClick={() => focus.request(command)}>
      <Key quiet>{keyOf(command)}</Key>
    </button>
  )
}
