import { useState } from 'react'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useFault } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { Choice } from '../../ui/choice'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import { ChosenDashboard } from './chosen-dashboard'
import { FilePicker } from './file-picker'
import type { DashboardSource } from './opened-dashboard'
import styles from './panels.module.css'
import { PinnedList } from './pinned-list'
import { SearchList } from './search-list'

const text = texts.panels

/** Dashboards to choose from at the left, the chosen one at the right. */
export function PanelsPage() {
  const { commands } = useCockpit()
  const fault = useFault('panels')
  const { value: connections, ...list } = useRead('connections:list', {})
  const readers = connections?.filter(({ connection }) => readsPanels(connection.vendor))
  const [reader, setReader] = useState<string | null>(null)
  const [source, setSource] = useState<DashboardSource | null>(null)
  const chosen = readers?.find(({ connection }) => connection.id === reader) ?? readers?.[0]
  if (readers !== undefined && chosen === undefined) {
    return (
      <EmptyState title={text.noReader}>
        <Trans text={text.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
      </EmptyState>
    )
  }
  return (
    <div className={styles.page}>
      <div className={styles.list}>
        <FaultNote fault={list.fault} onAgain={list.again} />
        {chosen !== undefined && readers !== undefined && (
          <>
            <Choice
              legend={text.readThrough}
              value={chosen.connection.id}
              onChange={setReader}
              options={readers.map(({ connection }) => ({ value: connection.id, label: connection.name }))}
            />
            {chosen.connection.vendor === 'grafana' && (
              <SearchList key={chosen.connection.id} connection={chosen.connection.id} onChoose={setSource} />
            )}
            <FilePicker connection={chosen.connection.id} onChoose={setSource} />
          </>
        )}
        <PinnedList />
      </div>
      <div className={styles.detail}>
        {source === null ? (
          <EmptyState title={text.choose}>{text.chooseAbout}</EmptyState>
        ) : (
          <ChosenDashboard key={source.key} source={source} />
        )}
        <FaultNote fault={fault} onDismiss={() => commands.dismiss('panels')} />
      </div>
    </div>
  )
}

function readsPanels(vendor: string): boolean {
  return vendor === 'grafana' || vendor === 'prometheus'
}
