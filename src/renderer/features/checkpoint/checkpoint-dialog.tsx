import { type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { answerText, type HeldCheckpoint, type Verdict, verdicts } from '../../../shared/domain/checkpoint'
import type { CheckpointId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useNow } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import { AnswerField } from './answer-field'
import styles from './checkpoint-dialog.module.css'
import { openDecisions, proposedAnswer, questionsOf, verdictsOf, writtenAnswers } from './checkpoint-sheet'
import { KnownNow } from './known-now'

export interface CheckpointDialogProps extends DialogPart {
  /** The checkpoint that is due. */
  readonly checkpoint: CheckpointId
  readonly incident: Incident
}

/** Opens beside the panes, because its answers come from the metrics and the timeline. */
export function CheckpointDialog({ opened, ...props }: CheckpointDialogProps) {
  return opened ? <Opened {...props} /> : null
}

const text = texts.checkpoint

function Opened({ checkpoint: due, incident, onClose }: Omit<CheckpointDialogProps, 'opened'>) {
  // It stays with the checkpoint that it was opened for: once a colleague holds that, another is due.
  const [checkpoint] = useState(due)
  const all = incident.checkpointsHeld
  const place = all.findIndex(({ id }) => id === checkpoint)
  const [before, held] = place < 0 ? [all.at(-1), undefined] : [all[place - 1], all[place]]
  const number = (place < 0 ? all.length : place) + 1
  return (
    <Dialog opened onClose={onClose} title={t(text.title, { number })} placement="side" width={460}>
      <CheckpointForm {...{ checkpoint, incident, before, held }} onDone={onClose} />
    </Dialog>
  )
}

/** Stored beside the answers, under a name that no question can have. */
const VERDICT = '$verdict'

interface CheckpointFormProps {
  readonly checkpoint: CheckpointId
  readonly incident: Incident
  /** The one before it. */
  readonly before: HeldCheckpoint | undefined
  /** [CP10] This checkpoint as a colleague held it in the meantime. */
  readonly held: HeldCheckpoint | undefined
  readonly onDone: () => void
}

/** Enter goes from answer to answer and to the verdict, where a digit chooses and Enter submits. */
function CheckpointForm({ checkpoint, incident, before, held, onDone }: CheckpointFormProps) {
  const { commands, focus, now } = useCockpit()
  const fault = useFault('checkpoint')
  const [questions] = useState(() => questionsOf(incident))
  const [start] = useState(() => Object.fromEntries([...questions.map(({ id }) => [id, '']), [VERDICT, 'continue']]))
  const { values, set, forget, since } = useTypedFields<Record<string, string>>('checkpoint', start)
  const verdict = verdicts.find(one => one === values[VERDICT]) ?? 'continue'
  const sending = useRef(false)
  // The engine's push of our own checkpoint arrives before its answer.
  const theirs = sending.current ? undefined : held
  const mayRepeat = before !== undefined && theirs === undefined
  const last = (question: string) => (before === undefined ? '' : answerText(before, question))
  const send = async () => {
    const answers = writtenAnswers(questions, values, theirs === undefined ? before : undefined)
    sending.current = true
    const reply =
      theirs === undefined
        ? await commands.send('checkpoint', 'checkpoint:hold', { checkpoint, answers, verdict })
        : await commands.send('checkpoint', 'checkpoint:add', { checkpoint, answers })
    sending.current = false
    if (!reply.ok) return
    forget()
    onDone()
    // [CP13]
    const tree = verdictsOf(incident).find(({ id }) => id === verdict)?.tree
    // An incident whose method has no verdicts, as older ones, chooses from all.
    if (theirs === undefined && (tree !== undefined || verdict === 'escalate')) focus.request('trees', tree)
  }
  const sameForAll = () => {
    const open = questions.filter(({ id }) => values[id] === '' && last(id) !== '')
    set(Object.fromEntries(open.map(({ id }) => [id, '='])))
  }
  // Half-typed text stays for when the user comes back.
  const goToDecisions = () => {
    const [first] = openDecisions(incident, now.getState().now)
    // The dialog returns the focus as it closes.
    flushSync(onDone)
    if (first !== undefined) focus.offer({ command: 'strategy', row: first.decision.id })
  }
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    const chord = (event.ctrlKey || event.metaKey) && !event.altKey ? event.key.toLowerCase() : ''
    const waits = theirs === undefined && openDecisions(incident, now.getState().now).length > 0
    if (chord === 'd' && waits) {
      event.preventDefault()
      goToDecisions()
    } else if (chord === 'b' && mayRepeat) {
      event.preventDefault()
      sameForAll()
      event.currentTarget.querySelector<HTMLElement>('[data-choice] input:checked')?.focus()
    } else moveOn(event)
  }
  return (
    <Form
      onSubmit={send}
      submit={theirs === undefined ? t(text.decide, { verdict: text.decided[verdict] }) : text.add}
      onKeyDown={press}
      sendKey="Ctrl ↵"
      hint={<Trans text={text.hint} parts={{ next: <Key>↵</Key> }} />}
      more={
        mayRepeat && (
          <Button tone="bare" onClick={sameForAll}>
            <Trans text={text.allAsBefore} parts={{ key: <Key quiet>Ctrl B</Key> }} />
          </Button>
        )
      }
    >
      <RestoredNote since={since} forget={forget} />
      {theirs === undefined ? (
        <KnownNow incident={incident} onDecisions={goToDecisions} />
      ) : (
        <HeldMeanwhile held={theirs} />
      )}
      {questions.map((question, index) => (
        <AnswerField
          key={question.id}
          question={question}
          autoFocus={index === 0}
          value={values[question.id] ?? ''}
          onChange={value => set({ [question.id]: value })}
          proposed={theirs === undefined ? proposedAnswer(question.id, incident) : ''}
          before={theirs === undefined ? last(question.id) : ''}
          said={theirs === undefined ? '' : answerText(theirs, question.id)}
        />
      ))}
      {theirs === undefined && (
        <Choice<Verdict>
          legend={text.verdict}
          value={verdict}
          onChange={value => set({ [VERDICT]: value })}
          options={verdictsOf(incident).map(({ id, text: label }) => ({ value: id, label }))}
        />
      )}
      <FaultNote fault={fault} />
    </Form>
  )
}

/** [CP10] Who decided first, and what: text typed here stays, and is added to it. */
function HeldMeanwhile({ held }: { readonly held: HeldCheckpoint }) {
  const now = useNow()
  return (
    <p className={styles.meanwhile} role="status">
      <Trans
        text={text.heldMeanwhile}
        parts={{
          name: <bdi>{actorName(held.by)}</bdi>,
          span: spanText(now - held.heldAt),
          verdict: <strong>{text.decided[held.verdict]}</strong>,
        }}
      />
    </p>
  )
}

/** Enter in an answer moves on; submitting here would send half-empty answers. */
function moveOn(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLInputElement>('[data-answer], input:checked')]
  const at = stops.indexOf(event.target as HTMLInputElement)
  const next = stops[at + 1]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}
