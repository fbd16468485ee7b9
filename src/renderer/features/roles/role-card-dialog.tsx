import { useLayoutEffect, useRef, useState } from 'react'
import { seatsOf } from '../../../shared/domain/crew'
import type { Incident } from '../../../shared/domain/incident'
import type { RoleKey } from '../../../shared/domain/people'
import { texts } from '../../../shared/texts/texts'
import { useRecord } from '../../stores/cockpit'
import { Dialog } from '../../ui/dialog'
import type { DialogPart } from '../../ui/on-demand'
import { RoleCard } from './role-card'
import type { CrewDialog } from './use-crew-dialogs'

export interface RoleCardDialogProps extends DialogPart {
  /** The role whose card is opened first; the arrows lead to the others. */
  readonly role: RoleKey
  readonly onOpen: (dialog: CrewDialog) => void
}

export function RoleCardDialog({ opened, onClose, role, onOpen }: RoleCardDialogProps) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={texts.roleCard.title} width={820}>
      {incident !== undefined && <Cards first={role} incident={incident} onOpen={onOpen} onClose={onClose} />}
    </Dialog>
  )
}

interface CardsProps {
  readonly first: RoleKey
  readonly incident: Incident
  readonly onOpen: (dialog: CrewDialog) => void
  readonly onClose: () => void
}

function Cards({ first, incident, onOpen, onClose }: CardsProps) {
  const [role, setRole] = useState(first)
  const here = useRef<HTMLDivElement>(null)
  const shown = useRef(first)
  useLayoutEffect(() => {
    if (shown.current === role) return
    shown.current = role
    // The card before took the focus with it when it went.
    here.current?.querySelector<HTMLElement>('[data-next]')?.focus()
  }, [role])
  const seats = seatsOf(incident)
  const at = Math.max(
    0,
    seats.findIndex(({ key }) => key === role),
  )
  const seat = seats[at]
  if (seat === undefined) return null
  const turn = (step: number) => setRole(seats[(at + step + seats.length) % seats.length]?.key ?? role)
  return (
    <div ref={here}>
      <RoleCard key={seat.key} seat={seat} incident={incident} onTurn={turn} onOpen={onOpen} onClose={onClose} />
    </div>
  )
}
