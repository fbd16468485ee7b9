import { useState } from 'react'
import type { Connection, ConnectionView } from '../../../shared/contract/connections'
import { secretAddressVendors, vendorName } from '../../../shared/contract/vendors'
import { type ConnectionId, newId } from '../../../shared/domain/ids'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import textStyles from '../../ui/text.module.css'
import { ConnectionForm } from './connection-form'
import styles from './connections.module.css'
import { DependenciesForm } from './dependencies-form'

import { formOfVendor } from './vendor-fields'

const text = texts.connections

/** The list on the left, the chosen connection on the right. */
export function ConnectionsPage({ onDone }: { onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useFault('connections')
  const { value: views, ...list } = useRead('connections:list', {})
  const [chosen, setChosen] = useState<ConnectionView | 'services' | null>(null)
  const changed = () => {
    setChosen(null)
    list.again()
  }
  return (
    <div className={styles.page}>
      <nav className={styles.list} aria-label={text.title}>
        <FaultNote fault={list.fault} onAgain={list.again} />
        {views?.map(view => (
          <ConnectionRow
            key={view.connection.id}
            view={view}
            current={view === chosen}
            onChoose={() => setChosen(view)}
          />
        ))}
        <Button data-autofocus onClick={() => setChosen(blank())}>
          {text.add}
        </Button>
        <Button onClick={() => setChosen('services')}>{texts.dependencies.which}</Button>
        <EnterDrill onDone={onDone} />
      </nav>
      <div className={styles.detail}>
        {chosen === 'services' && <DependenciesForm onDone={() => setChosen(null)} />}
        {chosen === null && (
          <EmptyState title={views?.length === 0 ? text.none : text.choose}>{text.chooseAbout}</EmptyState>
        )}
        {chosen !== null && chosen !== 'services' && (
          <ConnectionForm
            key={chosen.connection.id}
            view={chosen}
            isNew={views?.includes(chosen) !== true}
            onChanged={changed}
          />
        )}
        {(chosen === null || chosen === 'services') && (
          <FaultNote fault={fault} onDismiss={() => commands.dismiss('connections')} />
        )}
      </div>
    </div>
  )
}

interface RowProps {
  readonly view: ConnectionView
  readonly current: boolean
  readonly onChoose: () => void
}

function ConnectionRow({ view: { connection, hasToken }, current, onChoose }: RowProps) {
  const vendor = vendorName[connection.vendor]
  const { offline, open } = formOfVendor[connection.vendor]
  const lacks = secretAddressVendors.includes(connection.vendor) ? text.noAddress : text.noToken
  return (
    <button type="button" className={styles.row} aria-current={current || undefined} onClick={onChoose}>
      <span className={styles.name}>{connection.name}</span>
      <span className={textStyles.quiet}>{hasToken || offline || open ? vendor : t(lacks, { vendor })}</span>
    </button>
  )
}

function blank(): ConnectionView {
  const connection: Connection = {
    id: newId<ConnectionId>(),
    vendor: 'pagerduty',
    name: vendorName.pagerduty,
    baseUrl: formOfVendor.pagerduty.baseUrl,
  }
  return { connection, hasToken: false, tokenNote: '' }
}

const DRILL = 'payments-outage'

/** Enters the drill, to practise. */
function EnterDrill({ onDone }: { onDone: () => void }) {
  const { commands } = useCockpit()
  const enter = async () => {
    const reply = await commands.ask('connections', 'world:enter-drill', { drill: DRILL, speed: 1 })
    if (reply.ok) onDone()
  }
  return (
    <div className={styles.practice}>
      <span className={textStyles.quiet}>{texts.drill.practice}</span>
      <Button onClick={enter}>{texts.drill.run}</Button>
    </div>
  )
}
