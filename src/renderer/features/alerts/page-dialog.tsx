import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { OutwardAct } from '../../../shared/domain/act'
import { type ActId, newId } from '../../../shared/domain/ids'
import { useFault } from '../../stores/cockpit'
import { useActs } from '../../stores/use-acts'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import styles from './alerts-pane.module.css'
import { pageOf } from './page-acts'
import type { Asking } from './use-page-keys'

const titles: Readonly<Record<Asking['ask'], string>> = {
  resolve: 'Resolve the page',
  escalate: 'Escalate the page',
  note: 'Note on the page',
}

/** Asks what a page's act still needs: the resolution, the level, the note. */
export function PageDialog({ opened, asking, onClose }: DialogPart & { readonly asking: Asking | null }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={asking === null ? '' : titles[asking.ask]}>
      {asking?.ask === 'escalate' && <EscalateForm asking={asking} onDone={onClose} />}
      {asking !== null && asking.ask !== 'escalate' && <LineForm asking={asking} onDone={onClose} />}
    </Dialog>
  )
}

interface PartProps {
  readonly asking: Asking
  readonly onDone: () => void
}

/** Resolution and note are one line each. A resolution may stay empty; a note may not. */
function LineForm({ asking: { ask: wanted, row }, onDone }: PartProps) {
  const { ask } = useActs('alerts')
  const [text, setText] = useState('')
  const [act] = useState(() => newId<ActId>())
  const fault = useFault('alerts')
  const resolving = wanted === 'resolve'
  const send = async () => {
    const page = pageOf(row)
    if (page === undefined || (!resolving && text.trim() === '')) return
    const what: OutwardAct = resolving
      ? { kind: 'page-resolve', ...page, resolution: text }
      : { kind: 'page-note', ...page, text }
    if (await ask(what, act)) onDone()
  }
  return (
    <Form onSubmit={send} submit={resolving ? 'Resolve it' : 'Write it there'} hint="It goes to PagerDuty at once.">
      <p className={styles.taken}>{row.title}</p>
      <TextInput
        data-autofocus
        label={resolving ? 'What resolved it' : 'Note'}
        maxLength={4_000}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}

const levels = ['1', '2', '3', '4', '5'] as const
type Level = (typeof levels)[number]

/** A digit chooses the level and sends it. */
function EscalateForm({ asking: { row }, onDone }: PartProps) {
  const { ask } = useActs('alerts')
  const [level, setLevel] = useState<Level>('2')
  const [act] = useState(() => newId<ActId>())
  const fault = useFault('alerts')
  const send = async (chosen: Level) => {
    const page = pageOf(row)
    const what = page && ({ kind: 'page-escalate', ...page, level: Number(chosen) } as const)
    if (what !== undefined && (await ask(what, act))) onDone()
  }
  return (
    <Form onSubmit={() => send(level)} submit={`Escalate to level ${level}`} hint="It pages whoever is on call there.">
      <p className={styles.taken}>{row.title}</p>
      <Choice
        legend="To which level of its escalation policy"
        autoFocus
        value={level}
        onChange={setLevel}
        onPicked={chosen => void send(chosen)}
        columns={5}
        options={levels.map(value => ({ value, label: value }))}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
