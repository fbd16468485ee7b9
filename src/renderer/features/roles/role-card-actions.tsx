import type { CustomRole, RoleSlot } from '../../../shared/domain/responders'
import { texts } from '../../../shared/texts/texts'
import type { EngineCommands } from '../../stores/commands'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import { roleLine } from './add-line'
import styles from './role-card.module.css'
import type { RoleDialog } from './use-role-dialogs'

const { acts } = texts.roleCard

export interface CardAction {
  readonly key: string
  readonly name: string
  readonly run: () => void
}

interface Card {
  readonly seat: RoleSlot
  /** The role's definition if only this incident has it. */
  readonly own: CustomRole | undefined
  readonly commands: EngineCommands
  readonly onOpen: (dialog: RoleDialog) => void
  readonly onClose: () => void
}

/** The actions of a role's card, each with its key. */
export function cardActions({ seat: { key: role, held, deputy }, own, commands, onOpen, onClose }: Card) {
  const fill = (key: string, name: string, isDeputy: boolean): CardAction => ({
    ...{ key, name },
    run: () => onOpen({ kind: 'assign', target: { role, deputy: isDeputy } }),
  })
  const send = (key: string, name: string, run: () => Promise<unknown>): CardAction => ({
    key,
    name,
    run: () => void run(),
  })
  const release = send('r', acts.release, () =>
    commands.send('roles', 'roles:release', { role, was: held?.responder.name ?? null }),
  )
  const reword: CardAction = {
    ...{ key: 'e', name: acts.reword },
    run: () => own && onOpen({ kind: 'add', text: roleLine(own), team: null }),
  }
  const drop = send('x', acts.drop, async () => {
    if (own === undefined) return
    const was = held?.responder.name ?? null
    if ((await commands.send('roles', 'roles:drop', { role: own.id, was })).ok) onClose()
  })
  return [
    fill('a', held === null ? acts.assign : acts.handOn, false),
    fill('d', deputy === null ? acts.deputy : acts.otherDeputy, true),
    ...(held === null ? [] : [release]),
    ...(own === undefined ? [] : [reword, drop]),
  ]
}

export function CardActions({ acts }: { readonly acts: readonly CardAction[] }) {
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
