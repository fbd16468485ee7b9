import { useCallback, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { type Assignment, type Role, roleName, roles } from '../../../shared/domain/people'
import { type Millis, roughSpan } from '../../../shared/lib/time'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { WhileNone } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import styles from './roles-pane.module.css'

const AssignDialog = onDemand(async () => (await import('./assign-dialog')).AssignDialog)

export function RolesPane() {
  const held = useRecord(record => record.incident.roles)
  if (held !== undefined) return <OpenRoles held={held} />
  return (
    <Pane {...panes.roles}>
      <WhileNone>
        <EmptyState title="Who commands, who fixes, who tells, who writes." />
      </WhileNone>
    </Pane>
  )
}

function OpenRoles({ held }: { held: Incident['roles'] }) {
  const { commands } = useCockpit()
  const fault = useFault('roles')
  const now = useNow()
  const [assigning, setAssigning] = useState<Role | 'choose' | null>(null)
  useFocusRequest(
    'assign',
    useCallback(() => setAssigning('choose'), []),
  )
  const close = useCallback(() => setAssigning(null), [])
  const unfilled = roles.filter(role => held[role] === null).length
  return (
    <Pane
      {...panes.roles}
      scroll={false}
      note={unfilled > 0 ? <span className={styles.unfilled}>{unfilled} unfilled</span> : undefined}
      aside={
        <Button tone="bare" onClick={() => setAssigning('choose')}>
          Assign <Key quiet>a</Key>
        </Button>
      }
    >
      <ul className={styles.roles}>
        {roles.map(role => (
          <li key={role}>
            <RoleCard role={role} held={held[role]} now={now} onPress={() => setAssigning(role)} />
          </li>
        ))}
      </ul>
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('roles')} />
      <AssignDialog
        opened={assigning !== null}
        onClose={close}
        role={assigning === 'choose' ? null : assigning}
        held={held}
      />
    </Pane>
  )
}

interface RoleCardProps {
  readonly role: Role
  readonly held: Assignment | null
  readonly now: Millis
  readonly onPress: () => void
}

function RoleCard({ role, held, now, onPress }: RoleCardProps) {
  return (
    <button type="button" className={styles.card} data-filled={held !== null} onClick={onPress}>
      <span className={styles.role}>
        <span className={styles.roleName}>{roleName[role]}</span>
        {held !== null && <span className={styles.since}>{roughSpan(now - held.since)}</span>}
      </span>
      <span className={styles.name} dir="auto">
        {held === null ? 'Unfilled' : held.responder.name}
      </span>
    </button>
  )
}
