import { type KeyboardEvent, useState } from 'react'
import type { CheckpointAnswers, HeldCheckpoint } from '../../../shared/domain/checkpoint'
import { type Verdict, verdicts } from '../../../shared/domain/checkpoint'
import type { CheckpointId } from '../../../shared/domain/ids'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'

export interface CheckpointDialogProps extends DialogPart {
  /** The checkpoint that is due. */
  readonly checkpoint: CheckpointId
  readonly held: readonly HeldCheckpoint[]
}

/** Opens beside the panes, because its answers come from the metrics and the timeline. */
export function CheckpointDialog({ checkpoint, held, opened, onClose }: CheckpointDialogProps) {
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t(texts.checkpoint.title, { number: held.length + 1 })}
      placement="side"
      width={440}
    >
      <CheckpointForm checkpoint={checkpoint} last={held.at(-1)} onDone={onClose} />
    </Dialog>
  )
}

const text = texts.checkpoint

/** The five questions of a checkpoint, in the order a commander asks them. */
const questions: readonly (keyof CheckpointAnswers)[] = [
  'tried',
  'trying',
  'rollbackPlan',
  'morePeople',
  'stillImpacted',
]

const noAnswers: CheckpointAnswers = {
  tried: '',
  trying: '',
  rollbackPlan: '',
  morePeople: '',
  stillImpacted: '',
}

interface CheckpointFormProps {
  readonly checkpoint: CheckpointId
  readonly last: HeldCheckpoint | undefined
  readonly onDone: () => void
}

/** Enter goes from answer to answer and to the verdict, where a digit chooses and Enter submits. */
function CheckpointForm({ checkpoint, last, onDone }: CheckpointFormProps) {
  const { commands } = useCockpit()
  const fault = useFault('checkpoint')
  const { values: answers, set, forget, since } = useTypedFields('checkpoint', noAnswers)
  const [verdict, setVerdict] = useState<Verdict>('continue')
  const hold = async () => {
    const reply = await commands.send('checkpoint', 'checkpoint:hold', { checkpoint, answers, verdict })
    if (!reply.ok) return
    forget()
    onDone()
  }
  return (
    <Form
      onSubmit={hold}
      submit={t(text.decide, { verdict: text.decided[verdict] })}
      onKeyDown={moveOn}
      sendKey="Ctrl ↵"
      hint={<Trans text={text.hint} parts={{ next: <Key>↵</Key> }} />}
    >
      <RestoredNote since={since} forget={forget} />
      {questions.map((name, index) => (
        <TextField
          limit={LINE_LIMIT}
          key={name}
          label={text.questions[name]}
          data-answer
          data-autofocus={index === 0 || undefined}
          description={lastAnswer(last, name)}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={answers[name]}
          onChange={event => set({ [name]: event.currentTarget.value })}
        />
      ))}
      <Choice
        legend={text.verdict}
        value={verdict}
        onChange={setVerdict}
        options={verdicts.map(value => ({ value, label: text.verdicts[value], meaning: text.meanings[value] }))}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}

function lastAnswer(last: HeldCheckpoint | undefined, name: keyof HeldCheckpoint['answers']): string | undefined {
  const said = last?.answers[name] ?? ''
  return said === '' ? undefined : t(text.lastTime, { answer: said })
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
