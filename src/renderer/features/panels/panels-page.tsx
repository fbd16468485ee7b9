import { useState } from 'react'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useCockpit, useFault } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import { ChosenDashboard } from './chosen-dashboard'
import { FilePicker } from './file-picker'
import type { DashboardSource } from './opened-dashboard'
import { PanelMeaningForm } from './panel-meaning-form'
import styles from './panels.module.css'
import { SearchList } from './search-list'

const text = texts.panels

/** Dashboards to choose from on the left, the chosen one on the right. */
export function PanelsPage() {
  const { commands } = useCockpit()
  const fault = useFault('panels')
  const { value: connections, ...list } = useRead('connections:list', {})
  const readers = connections?.filter(({ connection }) => readsPanels(connection.vendor))
  const [reader, setReader] = useState<string | null>(null)
  const [source, setSource] = useState<DashboardSource | null>(null)
  const [meaning, setMeaning] = useState<string | null>(null)
  const panel = useBoard(board => board.panels.find(({ id }) => id === meaning))
  const choose = (next: DashboardSource) => {
    setMeaning(null)
    setSource(next)
  }
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
              <SearchList key={chosen.connection.id} connection={chosen.connection.id} onChoose={choose} />
            )}
            <FilePicker connection={chosen.connection.id} onChoose={choose} />
          </>
        )}
        <PinnedList onMeaning={setMeaning} />
      </div>
      <div className={styles.detail}>
        {panel !== undefined ? (
          <PanelMeaningForm key={panel.id} panel={panel} onClose={() => setMeaning(null)} />
        ) : source === null ? (
          <EmptyState title={text.choose}>{text.chooseAbout}</EmptyState>
        ) : (
          <ChosenDashboard key={source.key} source={source} />
        )}
        <FaultNote fault={fault} onDismiss={() => commands.dismiss('panels')} />
      </div>
    </div>
  )
}

/** The panels that “Live metrics” shows now. */
function PinnedList({ onMeaning }: { readonly onMeaning: (panel: string) => void }) {
  const { commands } = useCockpit()
  const panels = useBoard(board => board.panels)
  if (panels.length === 0) return null
  const unpin = (ids: readonly string[]) => void commands.ask('panels', 'dashboards:unpin', { panels: [...ids] })
  return (
    <section className={styles.pinned} aria-label={text.pinnedList}>
      <h3 className={styles.title}>{t(text.inMetrics, { count: panels.length })}</h3>
      <ul className={styles.found}>
        {panels.map(({ id, title, from, means }) => (
          <li key={id} className={styles.pin}>
            <span title={from === undefined ? title : t(text.from, { panel: title, dashboard: from })}>
              <Button tone="bare" aria-label={t(text.meaningOne, { panel: title })} onClick={() => onMeaning(id)}>
                {title}
              </Button>
              {means !== undefined && <span className={textStyles.quiet}> {texts.factNames[means.fact]}</span>}
            </span>
            <Button tone="bare" aria-label={t(text.unpinOne, { panel: title })} onClick={() => unpin([id])}>
              {text.unpin}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => unpin(panels.map(panel => panel.id))}>{text.unpinAll}</Button>
    </section>
  )
}

function readsPanels(vendor: string): boolean {
  return vendor === 'grafana' || vendor === 'prometheus'
}
