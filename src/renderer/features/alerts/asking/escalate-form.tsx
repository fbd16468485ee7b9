import { useState } from 'react'
import { type ActId, newId } from '../../../../shared/domain/ids'
import { say } from '../../../../shared/words/say'
import { words } from '../../../../shared/words/words'
import { useFault } from '../../../stores/cockpit'
import { useActs } from '../../../stores/use-acts'
import { Choice } from '../../../ui/choice'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import styles from '../alerts-pane.module.css'
import { pageOf } from '../page-acts'
import type { AskProps } from './ask-props'

const text = words.pages.escalate
const levels = ['1', '2', '3', '4', '5'] as const
type Level = (typeof levels)[number]

/** To which level of the policy; Enter sends it. */
export function EscalateForm({ row, onDone }: AskProps) {
  const { ask } = useActs('alerts')
  const [level, setLevel] = useState<Level>('2')
  const [act] = useState(() => newId<ActId>())
  const fault = useFault('alerts')
  const send = async () => {
    const page = pageOf(row)
    const what = page && ({ kind: 'page-escalate', ...page, level: Number(level) } as const)
    if (what !== undefined && (await ask(what, act))) onDone()
  }
  return (
    <Form onSubmit={send} submit={say(text.submit, { level })} hint={text.hint}>
      <p className={styles.taken}>{row.title}</p>
      <Choice
        legend={text.level}
        autoFocus
        value={level}
        onChange={setLevel}
        columns={5}
        options={levels.map(value => ({ value, label: value }))}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
