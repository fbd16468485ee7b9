import { type KeyboardEvent, useState } from 'react'
import type { Maintenance, PublicPage } from '../../../../shared/contract/views'
import type { MaintenanceStep } from '../../../../shared/domain/act'
import { Button } from '../../../ui/button'
import { Key } from '../../../ui/key'
import { Tag } from '../../../ui/tag'
import { capital } from '../words'
import { windowWords } from './maintenance-window'
import { moveByArrows } from './move-by-arrows'
import { MoveForm } from './move-form'
import styles from './status-page.module.css'

/** What the page announces, and what can be done with it from its row: begin it before its time, or end it. */
export function MaintenanceList({ page }: { readonly page: PublicPage }) {
  const maintenances = page.maintenances ?? []
  return (
    <div className={styles.part}>
      <h4>Maintenance</h4>
      {maintenances.length === 0 ? (
        <p className={styles.quiet}>
          None is announced. <Key>m</Key> schedules one.
        </p>
      ) : (
        <ul className={styles.list} aria-label="Maintenance" onKeyDown={moveByArrows}>
          {maintenances.map(maintenance => (
            <MaintenanceRow key={maintenance.externalId} page={page} maintenance={maintenance} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface RowProps {
  readonly page: PublicPage
  readonly maintenance: Maintenance
}

const moves: Readonly<Record<MaintenanceStep, { readonly key: string; readonly label: string }>> = {
  in_progress: { key: 's', label: 'Start now' },
  completed: { key: 'e', label: 'Complete' },
}

/** Which way on there is from each of Statuspage's states; none from one that is over. */
const next: Readonly<Record<string, MaintenanceStep>> = {
  scheduled: 'in_progress',
  in_progress: 'completed',
  verifying: 'completed',
}

function MaintenanceRow({ page, maintenance }: RowProps) {
  const [moving, setMoving] = useState<MaintenanceStep | null>(null)
  const step = next[maintenance.status]
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (step === undefined || event.key !== moves[step].key) return
    event.preventDefault()
    setMoving(step)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the row takes keys of its own; its buttons do the same for a pointer
    <li className={styles.maintenance} tabIndex={0} onKeyDown={press}>
      <span className={styles.title}>
        <bdi>{maintenance.name}</bdi>
      </span>
      <Tag tone={maintenance.status === 'scheduled' ? 'plain' : 'warn'}>
        {capital(maintenance.status.replaceAll('_', ' '))}
      </Tag>
      <span className={styles.when}>
        {windowWords(maintenance)}
        {maintenance.components !== undefined && ` · ${maintenance.components.map(({ name }) => name).join(', ')}`}
      </span>
      {moving === null && step !== undefined && (
        <span className={styles.moves}>
          <Button onClick={() => setMoving(step)}>
            {moves[step].label} <Key quiet>{moves[step].key}</Key>
          </Button>
        </span>
      )}
      {moving !== null && (
        <div className={styles.move}>
          <MoveForm page={page} maintenance={maintenance} to={moving} onDone={() => setMoving(null)} />
        </div>
      )}
    </li>
  )
}
