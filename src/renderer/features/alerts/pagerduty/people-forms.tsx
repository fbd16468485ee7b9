import { type ReactNode, useState } from 'react'
import type { AlertRow } from '../../../../shared/contract/alert-rows'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { MESSAGE_LIMIT } from '../../../../shared/events/act-field'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useFault, useRecord } from '../../../stores/cockpit'
import { useOnce } from '../../../stores/use-once'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { FaultNote } from '../../../ui/fault-note'
import { Finder } from '../../../ui/finder'
import { Form } from '../../../ui/form'
import { RestoredNote } from '../../../ui/restored-note'
import textStyles from '../../../ui/text.module.css'
import { TextField } from '../../../ui/text-fields'
import styles from '../alerts-pane.module.css'
import { pageOf } from './actions'
import { noOffersText, PeopleProblem, type ResponderOffer, useResponderOffers } from './responder-offers'

/** Props of every form on a PagerDuty incident's row. */
export interface ActionFormProps {
  readonly row: AlertRow
  readonly onDone: () => void
}

export type ActionTarget = NonNullable<ReturnType<typeof pageOf>>

export interface ActionFrameProps extends ActionFormProps {
  /** The request; undefined: something is still missing, and nothing is sent. */
  readonly what: (page: ActionTarget) => VendorRequest | undefined
  readonly submit: string
  readonly hint: string
  readonly children: ReactNode
}

/** The frame of a form for a PagerDuty action: its title above, what went wrong below, Enter sends. */
export function ActionForm({ row, onDone, what, submit, hint, children }: ActionFrameProps) {
  const { ask } = useOutboxActions('alerts')
  const fault = useFault('alerts')
  // One id for all attempts: Enter after a lost answer requests nothing twice.
  const [act] = useState(() => newId<OutboxItemId>())
  const send = async () => {
    const page = pageOf(row)
    const asked = page && what(page)
    if (asked !== undefined && (await ask(asked, act))) onDone()
  }
  return (
    <Form onSubmit={send} submit={submit} hint={hint}>
      <p className={styles.taken}>{row.title}</p>
      {children}
      <FaultNote fault={fault} />
    </Form>
  )
}

/** Reassigns a PagerDuty incident to a person or an escalation policy: two letters, Enter. */
export function ReassignForm({ row, onDone }: ActionFormProps) {
  const { ask } = useOutboxActions('alerts')
  const once = useOnce()
  const fault = useFault('alerts')
  const [query, setQuery] = useState('')
  const [act] = useState(() => newId<OutboxItemId>())
  const { groups, problem } = useResponderOffers(row.connection, query, true)
  const give = ({ id, name, type }: ResponderOffer) => {
    const page = pageOf(row)
    if (page === undefined) return
    once(act, async () => {
      if (await ask({ kind: 'page-reassign', ...page, to: { id, name, type } }, act)) onDone()
    })
  }
  return (
    <div className={styles.asked}>
      <p className={styles.taken}>{row.title}</p>
      <Finder
        label={text.reassign.to}
        placeholder={text.twoLetters}
        groups={groups}
        words={query}
        onWords={setQuery}
        onPick={give}
        empty={noOffersText(query)}
      />
      <PeopleProblem problem={problem} />
      <FaultNote fault={fault} />
      <p className={textStyles.quiet}>{text.reassign.hint}</p>
    </div>
  )
}

const text = texts.pages

/** Adds responders to a PagerDuty incident: each by two letters and Enter; Enter in the empty field adds them. */
export function CallForm({ row, onDone }: ActionFormProps) {
  const title = useRecord(({ incident }) => `${incident.severity}: ${incident.title}`) ?? row.title
  const [called, setCalled] = useState<readonly ResponderOffer[]>([])
  const [query, setQuery] = useState('')
  const { values, set, forget, since } = useTypedFields(`page-call:${row.id}`, {
    message: t(text.call.message, { title }),
  })
  const { message } = values
  const { groups, problem } = useResponderOffers(row.connection, query, false)
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
    <ActionForm
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
        empty={noOffersText(query)}
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
    </ActionForm>
  )
}
