import { Select } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { VendorChoice as Named } from '../../../../shared/contract/connections'
import type { PagerDutyDirectory, StoredAnswer } from '../../../../shared/contract/people'
import { type ConnectionId, newId, type OutboxItemId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { MESSAGE_LIMIT } from '../../../../shared/events/act-field'
import { TITLE_LIMIT } from '../../../../shared/events/fields'
import { MINUTE } from '../../../../shared/lib/time'
import { shortened } from '../../../../shared/lib/whole-characters'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useBoard, useCockpit, useFault, useNow, useRecord } from '../../../stores/cockpit'
import { type Offer, offerFor } from '../../../stores/focus-store'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useRead } from '../../../stores/use-read'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { WhileNoIncident } from '../../../stores/while-none'
import { Button } from '../../../ui/button'
import { Choice } from '../../../ui/choice'
import { Dialog } from '../../../ui/dialog'
import { EmptyState } from '../../../ui/empty-state'
import { FaultNote } from '../../../ui/fault-note'
import { problemText, staleText } from '../../../ui/fault-text'
import { Finder } from '../../../ui/finder'
import { Form } from '../../../ui/form'
import { Key } from '../../../ui/key'
import type { DialogPart } from '../../../ui/on-demand'
import { RestoredNote } from '../../../ui/restored-note'
import { spanText } from '../../../ui/span-text'
import textStyles from '../../../ui/text.module.css'
import { TextArea, TextField } from '../../../ui/text-fields'
import { Trans } from '../../../ui/trans'
import styles from '../alerts-pane.module.css'
import { PeopleProblem } from './responder-offers'

const text = texts.pages.create

/** How old the names are, once they are old; with the vendor's words if it did not answer the last read. */
function DirectoryAgeNote({ directory }: { readonly directory: StoredAnswer<PagerDutyDirectory> }) {
  const { readAt, stale } = directory
  const now = useNow()
  if (stale === '' && now - readAt < MINUTE) return null
  const span = spanText(now - readAt)
  return (
    <p className={textStyles.quiet}>
      {t(stale === '' ? text.age : text.ageStale, { span, problem: staleText(directory) })}
    </p>
  )
}

/** Pages a service's people about the open incident: first the service, by two letters, then the text for them. */
export function CreateIncidentDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const accounts = useBoard(board => board.feeds).filter(
    ({ vendor, what }) => vendor === 'pagerduty' && what === 'alerts',
  )
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : accounts.length === 0 ? (
        <EmptyState title={text.notConnected}>
          <Trans text={text.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
        </EmptyState>
      ) : (
        <Accounts incident={incident} accounts={accounts} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface AccountsProps {
  readonly incident: Incident
  readonly accounts: readonly { readonly connection: ConnectionId; readonly name: string }[]
  readonly onDone: () => void
}

/** Which PagerDuty account, if there are several; usually there is one. */
function Accounts({ incident, accounts, onDone }: AccountsProps) {
  const [chosen, setChosen] = useState(accounts[0]?.connection ?? null)
  const account = accounts.find(({ connection }) => connection === chosen) ?? accounts[0]
  if (account === undefined) return null
  return (
    <div className={styles.asked}>
      {accounts.length > 1 && (
        <Choice
          legend={text.account}
          value={account.connection}
          onChange={setChosen}
          options={accounts.map(({ connection, name }) => ({ value: connection, label: name }))}
        />
      )}
      <Paging key={account.connection} incident={incident} connection={account.connection} onDone={onDone} />
    </div>
  )
}

const nothingYet: PagerDutyDirectory = { services: [], policies: [], priorities: [], problem: '' }

type PagingOffer = Extract<Offer, { readonly command: 'page-create' }>

interface PagingProps {
  readonly incident: Incident
  readonly connection: ConnectionId
  readonly onDone: () => void
}

function Paging({ incident, connection, onDone }: PagingProps) {
  // Read once the form is open.
  const { value: directory, fault, again } = useRead('pages:directory', { connection })
  const [query, setQuery] = useState('')
  const [service, setService] = useState<Named | null>(null)
  // [TR4] The command that opened the dialog may name whom to page and why; the next one is about something else.
  const { focus } = useCockpit()
  const [offer] = useState(() => offerFor(focus, 'page-create'))
  if (directory === undefined && fault !== undefined) return <FaultNote fault={fault} onAgain={again} />
  const value = directory?.value ?? nothingYet
  if (service !== null)
    return (
      <CreateIncidentForm
        {...{ incident, connection, service, directory: value, offer, onDone }}
        onBack={() => setService(null)}
      />
    )
  const items = value.services
    .filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()))
    .map(({ id, name }) => ({ key: id, id, name, note: '' }))
  return (
    <>
      {offer !== null && <p dir="auto">{t(text.wanted, { who: offer.who })}</p>}
      <Finder
        label={text.service}
        placeholder={text.serviceHint}
        groups={items.length === 0 ? [] : [{ group: text.services, items }]}
        words={query}
        onWords={setQuery}
        onPick={({ id, name }) => setService({ id, name })}
        empty={directory === undefined ? text.asking : text.noService}
      />
      <PeopleProblem problem={problemText(value)} />
      {directory !== undefined && <DirectoryAgeNote directory={directory} />}
    </>
  )
}

interface FormProps {
  readonly incident: Incident
  readonly connection: ConnectionId
  readonly service: Named
  readonly directory: PagerDutyDirectory
  /** Whom a decision tree led to, and by which path; null: it was opened by itself. */
  readonly offer: PagingOffer | null
  readonly onBack: () => void
  readonly onDone: () => void
}

const urgencies = [
  { value: 'high', ...text.urgencies.high },
  { value: 'low', ...text.urgencies.low },
] as const

/** What the people of a service read, and its urgency. Enter pages them. */
export function CreateIncidentForm({ incident, connection, service, directory, offer, onBack, onDone }: FormProps) {
  const { ask } = useOutboxActions('alerts')
  const fault = useFault('alerts')
  const [act] = useState(() => newId<OutboxItemId>())
  const { values, set, forget, since } = useTypedFields(`page-create:${service.id}`, {
    title: shortened(titleFor(incident, offer), TITLE_LIMIT),
    details: shortened([incident.impact, offer?.why ?? ''].filter(Boolean).join('\n'), MESSAGE_LIMIT),
  })
  const { title, details } = values
  const [urgency, setUrgency] = useState<'high' | 'low'>('high')
  const [policy, setPolicy] = useState<string | null>(null)
  const [priority, setPriority] = useState<string | null>(null)
  const first = useRef<HTMLInputElement>(null)
  // The second step of a dialog that is already open.
  useEffect(() => first.current?.focus(), [])
  const send = async () => {
    const of = (list: readonly Named[], id: string | null) => list.find(one => one.id === id)
    const what = {
      ...{ connection, service, title, urgency, details },
      ...{ policy: of(directory.policies, policy), priority: of(directory.priorities, priority) },
    }
    if (!(await ask({ kind: 'page-create', ...what }, act))) return
    forget()
    onDone()
  }
  return (
    <Form
      onSubmit={send}
      submit={t(text.submit, { service: service.name })}
      hint={text.hint}
      more={<Button onClick={onBack}>{text.another}</Button>}
    >
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={TITLE_LIMIT}
        ref={first}
        label={texts.pages.whatTheyRead}
        needed={text.noTitle}
        value={title}
        onChange={event => set({ title: event.currentTarget.value })}
      />
      <Choice legend={text.urgency} columns={2} value={urgency} onChange={setUrgency} options={urgencies} />
      <div className={styles.pair}>
        <NamedChoice
          label={text.policy}
          none={text.policyNone}
          choices={directory.policies}
          value={policy}
          onChange={setPolicy}
        />
        <NamedChoice
          label={text.priority}
          none={text.priorityNone}
          choices={directory.priorities}
          value={priority}
          onChange={setPriority}
        />
      </div>
      <TextArea
        limit={MESSAGE_LIMIT}
        label={text.details}
        rows={2}
        value={details}
        onChange={event => set({ details: event.currentTarget.value })}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}

/** The title starts with whom it is for. */
function titleFor({ severity, title }: Incident, offer: PagingOffer | null): string {
  return offer === null ? `${severity}: ${title}` : t(text.titleFor, { severity, title, who: offer.who })
}

interface NamedChoiceProps {
  readonly label: string
  readonly none: string
  readonly choices: readonly Named[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** Nothing if there is nothing to choose. */
function NamedChoice({ label, none, choices, value, onChange }: NamedChoiceProps) {
  if (choices.length === 0) return null
  return (
    <Select
      label={label}
      placeholder={none}
      searchable
      clearable
      data={choices.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
