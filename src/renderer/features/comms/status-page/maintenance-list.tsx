import { type KeyboardEvent, useState } from 'react'
import type { Maintenance, StatusPage } from '../../../../shared/contract/status-pages'
import type { MaintenanceStep } from '../../../../shared/domain/vendor-request'
import { listText } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { Button } from '../../../ui/button'
import { Key } from '../../../ui/key'
import { Tag } from '../../../ui/tag'
import { Trans } from '../../../ui/trans'
import { capital, shownMaintenance } from '../shown-status'
import { windowText } from './maintenance-window'
import { focusRowByArrows } from './move-by-arrows'
import { MoveForm } from './move-form'
import styles from './status-page.module.css'

const text = texts.statusPage.maintenance

/** What the page announces, and what can be done with it from its row: begin it before its time, or end it. */
export function MaintenanceList({ page }: { readonly page: StatusPage }) {
  const maintenances = page.maintenances ?? []
  return (
    <div className={styles.part}>
      <h4>{text.title}</h4>
      {maintenances.length === 0 ? (
        <p className={styles.quiet}>
          <Trans text={text.none} parts={{ key: <Key>m</Key> }} />
        </p>
      ) : (
        <ul className={styles.list} aria-label={text.title} onKeyDown={focusRowByArrows}>
          {maintenances.map(maintenance => (
            <MaintenanceRow key={maintenance.externalId} page={page} maintenance={maintenance} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface RowProps {
  readonly page: StatusPage
  readonly maintenance: Maintenance
}

const moveKeys: Readonly<Record<MaintenanceStep, string>> = { in_progress: 's', completed: 'e' }

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
    if (step === undefined || event.key !== moveKeys[step]) return
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
        {capital(shownMaintenance(maintenance.status))}
      </Tag>
      <span className={styles.when}>
        {windowText(maintenance)}
        {maintenance.components !== undefined && ` · ${listText(maintenance.components.map(({ name }) => name))}`}
      </span>
      {moving === null && step !== undefined && (
        <span className={styles.moves}>
          <Button onClick={() => setMoving(step)}>
            {text.moves[step]} <Key quiet>{moveKeys[step]}</Key>
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
