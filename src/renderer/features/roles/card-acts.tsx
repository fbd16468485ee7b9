import { words } from '../../../shared/words/words'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Said } from '../../ui/said'
import type { CardAct } from './card-act-list'
import styles from './role-card.module.css'

export function CardActs({ acts }: { readonly acts: readonly CardAct[] }) {
  return (
    <div className={styles.acts}>
      {acts.map(({ key, name, run }) => (
        <Button key={key} tone="bare" onClick={run}>
          {name} <Key quiet>{key}</Key>
        </Button>
      ))}
      <span className={styles.turn}>
        <Said text={words.roleCard.otherRoles} parts={{ left: <Key>←</Key>, right: <Key>→</Key> }} />
      </span>
    </div>
  )
}
