import { useState } from 'react'
import { MESSAGE_LIMIT } from '../../../../shared/events/act-field'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useRecord } from '../../../stores/cockpit'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Finder } from '../../../ui/finder'
import { RestoredNote } from '../../../ui/restored-note'
import { TextField } from '../../../ui/text-fields'
import { AskForm } from './ask-form'
import type { AskProps } from './ask-props'
import { noPeopleText, type Offer } from './offered'
import { PeopleProblem } from './people-problem'
import { useOffers } from './use-offers'

const text = texts.pages

/** Calls people to a page: each by two letters and Enter; Enter in the empty field calls them. */
export function CallForm({ row, onDone }: AskProps) {
  const title = useRecord(({ incident }) => `${incident.severity}: ${incident.title}`) ?? row.title
  const [called, setCalled] = useState<readonly Offer[]>([])
  const [query, setQuery] = useState('')
  const { values, set, forget, since } = useTypedFields(`page-call:${row.id}`, {
    message: t(text.call.message, { title }),
  })
  const { message } = values
  const { groups, problem } = useOffers(row.connection, query, false)
  const without = groups.map(({ group, items }) => ({
    group,
    items: items.filter(({ key }) => !called.some(one => one.key === key)),
  }))
  const names = listText(called.map(({ name }) => name))
  const users = called.map(({ id, name }) => ({ id, name }))
  const done = () => {
    forget()
    onDone()
  }
  return (
    <AskForm
      row={row}
      onDone={done}
      what={page => (users.length === 0 ? undefined : { kind: 'page-add-responders', ...page, users, message })}
      submit={called.length === 0 ? text.call.submit : t(text.call.submitNamed, { names })}
      hint={text.call.hint}
    >
      <Finder
        label={called.length === 0 ? text.call.who : t(text.call.whoMore, { names })}
        placeholder={text.twoLetters}
        groups={without.filter(({ items }) => items.length > 0)}
        words={query}
        onWords={setQuery}
        onPick={offer => {
          setCalled([...called, offer])
          setQuery('')
        }}
        onBack={() => setCalled(called.slice(0, -1))}
        empty={noPeopleText(query)}
        picksUntyped={called.length === 0}
      />
      <PeopleProblem problem={problem} />
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={MESSAGE_LIMIT}
        label={text.whatTheyRead}
        needed={texts.ui.empty}
        value={message}
        onChange={event => set({ message: event.currentTarget.value })}
      />
    </AskForm>
  )
}
