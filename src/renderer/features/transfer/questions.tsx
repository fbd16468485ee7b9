import type { KeyboardEvent } from 'react'
import { newId, type StrategyId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { LONGEST_ITEM } from '../../../shared/domain/strategy'
import type { Transfer } from '../../../shared/domain/transfer'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { TextField } from '../../ui/text-fields'
import styles from './transfer.module.css'

const text = texts.transfer.waiting
const askTexts = texts.transfer.readBack

interface Props {
  readonly incident: Incident
  readonly transfer: Transfer
}

/** [TC2] What was asked since the transfer was prepared, with its answers. */
export function Questions({ incident: { points }, transfer: { preparedAt } }: Props) {
  const asked = points.filter(({ kind, raised }) => kind === 'question' && raised.at >= preparedAt)
  if (asked.length === 0) return null
  return (
    <section aria-label={text.questions}>
      <h3 className={styles.name}>{text.questions}</h3>
      <ul className={styles.list}>
        {asked.map(({ id, text: question, answer }) => (
          <li key={id} dir="auto">
            {t(answer === '' ? text.unanswered : text.answered, { text: question, answer })}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** [TC2] A question to the one who gives command is an open question of the incident: everybody can answer it. */
export function AskGiver({ incident, transfer }: Props) {
  const { commands } = useCockpit()
  const fault = useOwnFault('strategy')
  const { values, set, forget } = useTypedFields(`transfer-question:${transfer.id}`, { question: '' })
  const ask = async () => {
    const asked = values.question.trim()
    if (asked === '') return
    const item = { kind: 'question', text: asked, owner: transfer.from.name } as const
    if ((await commands.send('strategy', 'strategy:put', { id: newId<StrategyId>(), item })).ok) forget()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    void ask()
  }
  return (
    <div className={styles.ask}>
      <Questions incident={incident} transfer={transfer} />
      <div className={styles.asking}>
        <TextField
          className={styles.question ?? ''}
          limit={LONGEST_ITEM}
          label={t(askTexts.ask, { from: transfer.from.name })}
          value={values.question}
          onChange={({ currentTarget }) => set({ question: currentTarget.value })}
          onKeyDown={press}
        />
        <Button onClick={() => void ask()}>{askTexts.askButton}</Button>
      </div>
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('strategy')} />
    </div>
  )
}
