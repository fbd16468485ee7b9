import { useState } from 'react'
import { MINUTE } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useNow } from '../../../stores/cockpit'
import { Choice } from '../../../ui/choice'
import { useClockFace } from '../../../ui/clock-face'
import { AskForm } from './ask-form'
import type { AskProps } from './ask-props'

const text = texts.pages.snooze
/** Minutes; PagerDuty takes up to a week, which nobody means in an incident. */
const spans = ['15', '60', '240', '480', '1440'] as const
type Span = (typeof spans)[number]

/** For how long; Enter sends it. */
export function SnoozeForm({ row, onDone }: AskProps) {
  const clock = useClockFace()
  const now = useNow()
  const [span, setSpan] = useState<Span>('60')
  const until = now + Number(span) * MINUTE
  return (
    <AskForm
      {...{ row, onDone }}
      what={page => ({ kind: 'page-snooze', ...page, until })}
      submit={t(text.submit, { time: clock.short(until) })}
      hint={text.hint}
    >
      <Choice
        legend={text.span}
        autoFocus
        value={span}
        onChange={setSpan}
        columns={5}
        options={spans.map(value => ({ value, label: text.spans[value] }))}
      />
    </AskForm>
  )
}
