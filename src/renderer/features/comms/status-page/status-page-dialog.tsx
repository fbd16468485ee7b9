import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import type { StatusPage } from '../../../../shared/contract/status-pages'
import { texts } from '../../../../shared/texts/texts'
import { type CommandId, keyOf } from '../../../commands/command-list'
import { useBoard, useCockpit, useFault } from '../../../stores/cockpit'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { EmptyState } from '../../../ui/empty-state'
import { FaultNote } from '../../../ui/fault-note'
import { Key } from '../../../ui/key'
import type { DialogPart } from '../../../ui/on-demand'
import { Trans } from '../../../ui/trans'
import { ComponentList } from './component-list'
import { MaintenanceList } from './maintenance-list'
import styles from './status-page.module.css'

const text = texts.statusPage

/** What customers see of the product besides updates: components and maintenance, and how to change them. */
export function StatusPageDialog({ opened, onClose }: DialogPart) {
  const { focus } = useCockpit()
  const pages = useBoard(board => board.pages)
  const goTo = (place: CommandId) => {
    // This dialog must return the focus first; else it would take it from the one that opens.
    flushSync(onClose)
    focus.request(place)
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} placement="side" width={560}>
      {pages.length === 0 ? (
        <EmptyState title={text.notConnected}>
          <Trans text={text.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
        </EmptyState>
      ) : (
        <Sheet pages={pages} onGo={goTo} />
      )}
    </Dialog>
  )
}

const ways = [
  { key: 'm', place: 'maintenance', label: text.schedule.title },
  { key: 'p', place: 'postmortem', label: text.postmortem.way },
  { key: 'v', place: 'metric-point', label: text.metric.way },
] as const

function Sheet({ pages, onGo }: { readonly pages: readonly StatusPage[]; readonly onGo: (place: CommandId) => void }) {
  const { commands } = useCockpit()
  const fault = useFault('status-page')
  useSheetKeys(ways, onGo)
  return (
    <div className={styles.sheet}>
      <div className={styles.ways}>
        {ways.map(({ key, place, label }) => (
          <Button key={key} onClick={() => onGo(place)}>
            {label} <Key quiet>{key}</Key>
          </Button>
        ))}
      </div>
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('status-page')} />
      {pages.map((page, at) => (
        <section key={page.feed} className={styles.page} aria-label={page.name}>
          <h3 className={styles.name}>{page.name}</h3>
          <ComponentList page={page} first={at === 0} />
          <MaintenanceList page={page} />
        </section>
      ))}
    </div>
  )
}

/** Letters that open another dialog, wherever in this one the focus is, except in a field. */
function useSheetKeys(
  ways: readonly { readonly key: string; readonly place: CommandId }[],
  onGo: (place: CommandId) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.matches('input:not([type="checkbox"]), textarea')) return
      const way = ways.find(({ key }) => key === event.key)
      if (way === undefined) return
      event.preventDefault()
      onGo(way.place)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [ways, onGo])
}
