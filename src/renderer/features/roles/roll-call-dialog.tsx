import { assignedResponders } from '../../../shared/domain/responders'
import type { RollLine } from '../../../shared/domain/roll-call'
import { rollCallText } from '../../../shared/events/roll-called'
import { listText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useFault, useRecord } from '../../stores/cockpit'
import { assignmentText } from '../../ui/assignment-text'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { spanText } from '../../ui/span-text'
import { Tag, type Tone } from '../../ui/tag'
import { Trans } from '../../ui/trans'
import { type SavedMarks, validMarks } from './roll-call'
import styles from './roll-call.module.css'
import { RESTART_KEY, type RollCallInput, useRollCall } from './use-roll-call'

const text = texts.rollCall

export interface RollCallDialogProps extends DialogPart {
  readonly saved: SavedMarks | null
  readonly onSave: (marks: SavedMarks) => void
}

/** Calls everybody who holds a role. [RO14] Esc leaves it; the marks are saved for the next opening. */
export function RollCallDialog({ opened, onClose, saved, onSave }: RollCallDialogProps) {
  const { now: clock } = useCockpit()
  const incident = useRecord(record => record.incident)
  const now = () => clock.getState().now
  const valid = incident && validMarks(saved, incident.id, incident.crew.rollCall, now())
  const called = incident === undefined ? [] : assignedResponders(incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={620}>
      {incident !== undefined && called.length > 0 && (
        <RollCallList
          called={called}
          resumed={valid && { marks: valid.marks, ago: now() - valid.at }}
          onMarked={marks => onSave({ incident: incident.id, at: now(), marks })}
          onDone={onClose}
        />
      )}
      {called.length === 0 && (
        <EmptyState title={text.nobody}>
          <Trans text={text.nobodyHow} parts={{ key: <Key>{keyOf('assign')}</Key> }} />
        </EmptyState>
      )}
    </Dialog>
  )
}

/** The people called, each with their answer; the keys are those of `useRollCall`. */
function RollCallList(input: RollCallInput) {
  const { rows, end, at, start, continued, mark, finish, press, answerOf } = useRollCall(input)
  const fault = useFault('roles')
  const lines = input.called.map(holder => ({
    responder: holder.responder,
    posts: holder.posts.map(assignmentText),
    answer: answerOf(holder),
  }))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole call, each of them on a button too
    <div className={styles.call} onKeyDown={press}>
      {continued !== undefined && (
        <p className={styles.goesOn}>
          <Trans text={text.goesOn} parts={{ span: spanText(continued.ago), key: <Key>{RESTART_KEY}</Key> }} />
        </p>
      )}
      <ol className={styles.rows} ref={rows}>
        {lines.map((line, index) => (
          <RollCallRow
            key={line.responder.id}
            line={line}
            current={index === at}
            first={index === start}
            onMark={answer => mark(index, answer)}
          />
        ))}
      </ol>
      <FaultNote fault={fault} />
      <div className={styles.end}>
        <p className={styles.result} dir="auto">
          {rollCallText(lines)}
        </p>
        <Button ref={end} tone="primary" data-autofocus={start >= input.called.length || undefined} onClick={finish}>
          <Trans text={text.write} parts={{ key: <Key quiet>↵</Key> }} />
        </Button>
      </div>
      <p className={styles.hints}>
        <Trans text={text.hints} parts={hintKeys} />
      </p>
    </div>
  )
}

const hintKeys = { present: <Key>p</Key>, absent: <Key>a</Key>, next: <Key>↓</Key>, back: <Key>↑</Key> }

interface RollCallRowProps {
  readonly line: RollLine
  readonly current: boolean
  /** The dialog opens on this row. */
  readonly first: boolean
  readonly onMark: (answer: 'present' | 'absent') => void
}

const tones: Readonly<Record<RollLine['answer'], Tone>> = { present: 'good', absent: 'bad', 'not-heard': 'plain' }

function RollCallRow({ line: { responder, posts, answer }, current, first, onMark }: RollCallRowProps) {
  const button = (mark: 'present' | 'absent') => (
    <button
      type="button"
      className={styles.mark}
      data-autofocus={(first && mark === 'present') || undefined}
      aria-pressed={answer === mark}
      aria-label={t(text.mark[mark], { name: responder.name, posts: listText(posts) })}
      onClick={() => onMark(mark)}
    >
      {text[mark]}
    </button>
  )
  return (
    <li className={styles.row} aria-current={current || undefined}>
      <span className={styles.who}>
        <span className={styles.name} dir="auto">
          {responder.name}
        </span>
        <span className={styles.posts} dir="auto">
          {posts.join(' · ')}
        </span>
      </span>
      <span>
        <Tag tone={tones[answer]} open={answer === 'not-heard'}>
          {text.answers[answer]}
        </Tag>
      </span>
      <span className={styles.marks}>
        {button('present')}
        {button('absent')}
      </span>
    </li>
  )
}
