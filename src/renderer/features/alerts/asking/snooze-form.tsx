import { useState } from 'react'
import { type ActId, newId } from '../../../../shared/domain/ids'
import { MINUTE } from '../../../../shared/lib/time'
import { say } from '../../../../shared/words/say'
import { words } from '../../../../shared/words/words'
import { useFault, useNow } from '../../../stores/cockpit'
import { useActs } from '../../../stores/use-acts'
import { Choice } from '../../../ui/choice'
import { useClockFace } from '../../../ui/clock-face'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import styles from '../alerts-pane.module.css'
import { pageOf } from '../page-acts'
import type { AskProps } from './ask-props'

const text = words.pages.snooze
/** Minutes; PagerDuty takes up to a week, which nobody means in an incident. */
const spans = ['15', '60', '240', '480', '1440'] as const
type Span = (typeof spans)[number]

/** For how long; Enter sends it. */
export function SnoozeForm({ row, onDone }: AskProps) {
  const { ask } = useActs('alerts')
  const clock = useClockFace()
  const now = useNow()
  const [span, setSpan] = useState<Span>('60')
  const [act] = useState(() => newId<ActId>())
  const fault = useFault('alerts')
  const until = now + Number(span) * MINUTE
  const send = async () => {
    const page = pageOf(row)
    const what = page && ({ kind: 'page-snooze', ...page, until } as const)
    if (what !== undefined && (await ask(what, act))) onDone()
  }
  return (
    <Form onSubmit={send} submit={say(text.submit, { time: clock.short(until) })} hint={text.hint}>
      <p className={styles.taken}>{row.title}</p>
      <Choice
        legend={text.span}
        autoFocus
        value={span}
        onChange={setSpan}
        columns={5}
        options={spans.map(value => ({ value, label: text.spans[value] }))}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
