import type { CustomRole, Seat } from '../../../shared/domain/crew'
import { texts } from '../../../shared/texts/texts'
import type { Commands } from '../../stores/commands'
import { roleLine } from './crew-line'
import type { CrewDialog } from './use-crew-dialogs'

const { acts } = texts.roleCard

export interface CardAct {
  readonly key: string
  readonly name: string
  readonly run: () => void
}

interface Card {
  readonly seat: Seat
  /** Where it is a role of the incident's own. */
  readonly own: CustomRole | undefined
  readonly commands: Commands
  readonly onOpen: (dialog: CrewDialog) => void
  readonly onClose: () => void
}

/** What can be done from a role's card, each with its key. */
export function cardActList({ seat: { key: role, held, deputy }, own, commands, onOpen, onClose }: Card) {
  const fill = (key: string, name: string, isDeputy: boolean): CardAct => ({
    ...{ key, name },
    run: () => onOpen({ kind: 'assign', post: { role, deputy: isDeputy } }),
  })
  const send = (key: string, name: string, run: () => Promise<unknown>): CardAct => ({
    key,
    name,
    run: () => void run(),
  })
  const release = send('r', acts.release, () =>
    commands.send('roles', 'roles:release', { role, was: held?.responder.name ?? null }),
  )
  const reword: CardAct = {
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
