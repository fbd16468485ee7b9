import type { IncidentRecord } from '../../../shared/events/fold'
import type { Millis } from '../../../shared/lib/time'
import { Clocks } from './clocks'
import { Head } from './head'
import styles from './incident-board.module.css'
import { KeyLines } from './key-line-list'
import { OwnRoles } from './own-roles'
import { RoleList } from './role-list'
import { TileGrid } from './tile-grid'

export interface IncidentBoardProps {
  readonly record: IncidentRecord
  readonly now: Millis
  /** Two incidents share the wall: each shows what is its own and must be read first. */
  readonly halved: boolean
}

/** One incident, as large as the wall allows. */
export function IncidentBoard({ record: { incident, timeline }, now, halved }: IncidentBoardProps) {
  const since = incident.checkpointsHeld.at(-1)?.heldAt ?? incident.declaredAt
  return (
    <section className={styles.board} aria-label={incident.title} data-halved={halved}>
      <Head incident={incident} now={now} />
      <div className={styles.command}>
        <Clocks incident={incident} now={now} />
        <RoleList incident={incident} now={now} />
      </div>
      {!halved && <OwnRoles incident={incident} />}
      {!halved && <TileGrid since={since} now={now} />}
      {!halved && <KeyLines incident={incident} timeline={timeline} />}
    </section>
  )
}
