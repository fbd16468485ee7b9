import { type Seat, seatsOf } from '../../../shared/domain/crew'
import type { Incident } from '../../../shared/domain/incident'
import { isRole } from '../../../shared/domain/people'
import { texts } from '../../../shared/texts/texts'

export interface OwnSeats {
  readonly shown: readonly Seat[]
  /** How many more there are than one line holds. */
  readonly more: number
}

/** Letters that one line of the wall holds, the gap between two roles counted as this many. */
const [ROOM, GAP] = [56, 3]

/** The roles that only this incident has, those that nobody holds first, as many as one line holds. */
export function ownSeats(incident: Pick<Incident, 'roles' | 'crew'>): OwnSeats {
  const own = seatsOf(incident).filter(({ key }) => !isRole(key))
  const gapsFirst = own.toSorted((one, other) => Number(one.held !== null) - Number(other.held !== null))
  let room = ROOM
  const shown = gapsFirst.filter((seat, at) => {
    room -= length(seat) + GAP
    // A line that holds not even one cuts its name.
    return at === 0 || room >= 0
  })
  return { shown, more: own.length - shown.length }
}

function length({ name, held }: Seat): number {
  return name.length + 1 + (held?.responder.name ?? texts.bar.nobody).length
}
