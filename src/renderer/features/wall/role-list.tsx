import type { Incident } from '../../../shared/domain/incident'
import { type Role, roles } from '../../../shared/domain/people'
import styles from './role-list.module.css'

const shortName: Readonly<Record<Role, string>> = { ic: 'IC', tech: 'Tech', comms: 'Comms', scribe: 'Scribe' }

/** Who holds which role. A gap is the loudest of them. */
export function RoleList({ held }: { readonly held: Incident['roles'] }) {
  return (
    <dl className={styles.roles}>
      {roles.map(role => (
        <div key={role} className={styles.role} data-filled={held[role] !== null}>
          <dt className={styles.word}>{shortName[role]}</dt>
          <dd className={styles.name} dir="auto">
            {held[role]?.responder.name ?? 'Nobody'}
          </dd>
        </div>
      ))}
    </dl>
  )
}
