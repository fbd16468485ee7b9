import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { type ActId, newId } from '../../../../shared/domain/ids'
import { useFault, useRecord } from '../../../stores/cockpit'
import { useActs } from '../../../stores/use-acts'
import { FaultNote } from '../../../ui/fault-note'
import { Finder } from '../../../ui/finder'
import { Form } from '../../../ui/form'
import styles from '../alerts-pane.module.css'
import { pageOf } from '../page-acts'
import type { AskProps } from './ask-props'
import { emptyWords, type Offer } from './offered'
import { PeopleProblem } from './people-problem'
import { useOffers } from './use-offers'

/** Calls people to a page: each by two letters and Enter; Enter in the empty field calls them. */
export function CallForm({ row, onDone }: AskProps) {
  const { ask } = useActs('alerts')
  const fault = useFault('alerts')
  const title = useRecord(({ incident }) => `${incident.severity}: ${incident.title}`) ?? row.title
  const [called, setCalled] = useState<readonly Offer[]>([])
  const [words, setWords] = useState('')
  const [message, setMessage] = useState(`${title}. Please join.`)
  const [act] = useState(() => newId<ActId>())
  const { groups, problem } = useOffers(row.connection, words, false)
  const without = groups.map(({ group, items }) => ({
    group,
    items: items.filter(({ key }) => !called.some(one => one.key === key)),
  }))
  const names = called.map(({ name }) => name).join(', ')
  const call = async () => {
    const page = pageOf(row)
    if (page === undefined || called.length === 0 || message.trim() === '') return
    const users = called.map(({ id, name }) => ({ id, name }))
    if (await ask({ kind: 'page-add-responders', ...page, users, message }, act)) onDone()
  }
  return (
    <Form onSubmit={call} submit={called.length === 0 ? 'Call them' : `Call ${names}`} hint="It pages them at once.">
      <p className={styles.taken}>{row.title}</p>
      <Finder
        label={called.length === 0 ? 'Who shall come' : `Who shall come: ${names}, and`}
        placeholder="Two letters of a name"
        groups={without.filter(({ items }) => items.length > 0)}
        words={words}
        onWords={setWords}
        onPick={offer => {
          setCalled([...called, offer])
          setWords('')
        }}
        onBack={() => setCalled(called.slice(0, -1))}
        empty={emptyWords(words)}
        picksUntyped={called.length === 0}
      />
      <PeopleProblem problem={problem} />
      <TextInput
        label="What they read"
        maxLength={4_000}
        value={message}
        onChange={event => setMessage(event.currentTarget.value)}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}
