import { useState } from 'react'
import type { VendorChoice as Named } from '../../../../shared/contract/connections'
import type { PagerDutyDirectory, StoredAnswer } from '../../../../shared/contract/people'
import type { ConnectionId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { MINUTE } from '../../../../shared/lib/time'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useBoard, useNow, useRecord } from '../../../stores/cockpit'
import { useRead } from '../../../stores/use-read'
import { WhileNoIncident } from '../../../stores/while-none'
import { Choice } from '../../../ui/choice'
import { Dialog } from '../../../ui/dialog'
import { EmptyState } from '../../../ui/empty-state'
import { FaultNote } from '../../../ui/fault-note'
import { problemText, staleText } from '../../../ui/fault-text'
import { Finder } from '../../../ui/finder'
import { Key } from '../../../ui/key'
import type { DialogPart } from '../../../ui/on-demand'
import { spanText } from '../../../ui/span-text'
import { Trans } from '../../../ui/trans'
import styles from '../alerts-pane.module.css'
import { CreateIncidentForm } from './create-incident-form'
import { PeopleProblem } from './responder-offers'

/** How old the names are, once they are; with the vendor's words where it did not answer anew. */
function DirectoryAgeNote({ directory }: { readonly directory: StoredAnswer<PagerDutyDirectory> }) {
  const { readAt, stale } = directory
  const now = useNow()
  if (stale === '' && now - readAt < MINUTE) return null
  const text = texts.pages.create
  const span = spanText(now - readAt)
  return (
    <p className={styles.askedHint}>
      {t(stale === '' ? text.age : text.ageStale, { span, problem: staleText(directory) })}
    </p>
  )
}

const text = texts.pages.create

/** Pages a service's people about the open incident: first the service, by two letters, then what they read. */
export function CreateIncidentDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  const accounts = useBoard(board => board.feeds).filter(
    ({ vendor, what }) => vendor === 'pagerduty' && what === 'alerts',
  )
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      {incident === undefined ? (
        <WhileNoIncident none={text.noIncident}>
          {title => (
            <EmptyState title={title}>
              <Trans text={text.declare} parts={{ key: <Key>{keyOf('declare')}</Key> }} />
            </EmptyState>
          )}
        </WhileNoIncident>
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

/** Which PagerDuty, where there are several; mostly there is one. */
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

interface PagingProps {
  readonly incident: Incident
  readonly connection: ConnectionId
  readonly onDone: () => void
}

function Paging({ incident, connection, onDone }: PagingProps) {
  // Asked once the form is open.
  const { value: directory, fault, again } = useRead('pages:directory', { connection })
  const [query, setQuery] = useState('')
  const [service, setService] = useState<Named | null>(null)
  if (directory === undefined && fault !== undefined) return <FaultNote fault={fault} onAgain={again} />
  const value = directory?.value ?? nothingYet
  if (service !== null)
    return (
      <CreateIncidentForm
        {...{ incident, connection, service, directory: value, onDone }}
        onBack={() => setService(null)}
      />
    )
  const items = value.services
    .filter(({ name }) => name.toLowerCase().includes(query.trim().toLowerCase()))
    .map(({ id, name }) => ({ key: id, id, name, note: '' }))
  return (
    <>
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
