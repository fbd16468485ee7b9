import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
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
        <Trans text={texts.roleCard.otherRoles} parts={{ left: <Key>←</Key>, right: <Key>→</Key> }} />
      </span>
    </div>
  )
}
