import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react'
import type { OnCallList } from '../../../shared/contract/people'
import { type Seat, seatsOf } from '../../../shared/domain/crew'
import type { Responder } from '../../../shared/domain/people'
import type { IncidentRecord } from '../../../shared/events/fold'
import { useSession } from '../../stores/cockpit'
import { deskAct } from './assign-keys'
import { type AssignLine, type Post, readAssignLine } from './assign-line'
import { type Candidate, candidatesFor, meant } from './candidates'
import { knownNames } from './known-names'
import { useAssigning } from './use-assigning'

export interface Desk {
  readonly field: RefObject<HTMLInputElement | null>
  readonly me: Responder | null
  readonly seats: readonly Seat[]
  readonly text: string
  /** How the text is read. */
  readonly line: AssignLine
  readonly shown: readonly Candidate[]
  /** Who Enter takes; null: it leaves the gap open. */
  readonly at: number | null
  readonly said: string
  readonly write: (text: string) => void
  readonly press: (event: KeyboardEvent) => void
  readonly take: (name: string | null) => void
  readonly goTo: (post: Post) => void
}

export interface DeskInput {
  readonly record: IncidentRecord
  readonly asked: Post | null
  readonly onCall: OnCallList
  readonly onDone: () => void
}

/** What stands in the line that assigns, and what its keys do. */
export function useDesk({ record: { incident, timeline }, asked, onCall, onDone }: DeskInput): Desk {
  const me = useSession(session => session.me)
  const [text, setText] = useState('')
  const [pointed, setPointed] = useState<number | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const underWay = useRef(false)
  const { post, said, goTo, fill, skip } = useAssigning(incident, asked, onDone)
  const seats = seatsOf(incident)
  const line = readAssignLine(text, seats, post)
  // A record of hours has many lines: they are not gone through at each letter.
  const known = useMemo(() => knownNames(incident, timeline, me), [incident, timeline, me])
  const shown = line.frees ? [] : meant(line.name, candidatesFor(line, incident, { onCall: onCall.people, known }))
  // Nobody is taken by a bare Enter: a second one, hit too soon, must not fill the next role.
  const at = pointed ?? (line.name === '' ? null : 0)
  const write = (typed: string) => {
    setText(typed)
    setPointed(null)
  }
  const take = (name: string | null) => {
    if (underWay.current) return
    underWay.current = true
    write('')
    void fill(line, name).finally(() => {
      underWay.current = false
    })
  }
  const takeAt = (index: number | null) => {
    const chosen = index === null ? undefined : shown[index]
    if (chosen !== undefined) take(chosen.name)
    return chosen !== undefined
  }
  const press = (event: KeyboardEvent) => {
    const act = deskAct(event, { name: line.name, offered: shown.length, pointed: at })
    if (act === undefined) return
    event.preventDefault()
    if (act.kind === 'point') setPointed(act.at)
    else if (act.kind === 'take') takeAt(act.at)
    else if (act.kind === 'me' && me !== null) take(me.name)
    else if (act.kind === 'enter' && line.frees) take(null)
    else if (act.kind === 'enter' && !takeAt(at)) skip()
  }
  const goToPost = (next: Post) => {
    write('')
    goTo(next)
    field.current?.focus()
  }
  return { field, me, seats, text, line, shown, at, said, write, press, take, goTo: goToPost }
}
