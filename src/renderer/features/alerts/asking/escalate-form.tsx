import { useState } from 'react'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { Choice } from '../../../ui/choice'
import { AskForm } from './ask-form'
import type { AskProps } from './ask-props'

const text = texts.pages.escalate
const levels = ['1', '2', '3', '4', '5'] as const
type Level = (typeof levels)[number]

/** To which level of the policy; Enter sends it. */
export function EscalateForm({ row, onDone }: AskProps) {
  const [level, setLevel] = useState<Level>('2')
  return (
    <AskForm
      {...{ row, onDone }}
      what={page => ({ kind: 'page-escalate', ...page, level: Number(level) })}
      submit={t(text.submit, { level })}
      hint={text.hint}
    >
      <Choice
        legend={text.level}
        autoFocus
        value={level}
        onChange={setLevel}
        columns={5}
        options={levels.map(value => ({ value, label: value }))}
      />
    </AskForm>
  )
}
