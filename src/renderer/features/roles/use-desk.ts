import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react'
import type { OnCallList } from '../../../shared/contract/people'
import { type Seat, seatsOf } from '../../../shared/domain/crew'
import type { Responder } from '../../../shared/domain/people'
import type { IncidentRecord } from '../../../shared/events/fold'
import { useSession } from '../../stores/cockpit'
import { type TypedFields, useTypedFields } from '../../stores/use-typed-fields'
import { holdUndecided } from '../../ui/undecided'
import { deskAct } from './assign-keys'
import { type AssignLine, type Post, readAssignLine } from './assign-line'
import { type Candidate, candidatesFor, isSecondRole, keptPlaces, meant, type Placed, placed } from './candidates'
import { knownNames } from './known-names'
import { type ChangedPost, useAssigning } from './use-assigning'

export interface Desk {
  readonly field: RefObject<HTMLInputElement | null>
  readonly me: Responder | null
  readonly seats: readonly Seat[]
  readonly text: string
  /** What an earlier desk was left with; null: somebody types here already. */
  readonly left: LeftText | null
  /** How the text is read. */
  readonly line: AssignLine
  readonly shown: readonly Placed[]
  /** Who was asked to take a second role, and is taken when asked for again. */
  readonly doubted: Candidate | null
  /** Who Enter takes; null: it leaves the gap open. */
  readonly at: number | null
  readonly said: string
  /** [ED2] A colleague filled what the line means, or freed it. */
  readonly changed: ChangedPost | null
  readonly write: (text: string) => void
  readonly press: (event: KeyboardEvent<HTMLElement>) => void
  readonly take: (candidate: Candidate) => void
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
  const field = useRef<HTMLInputElement>(null)
  const { text, setText, left } = useAssignText(field)
  const [pointed, setPointed] = useState<number | null>(null)
  const [doubted, setDoubted] = useState<Candidate | null>(null)
  const underWay = useRef(false)
  const { post, said, goTo, fill, skip, changed } = useAssigning(incident, asked, onDone)
  const seats = seatsOf(incident)
  const line = readAssignLine(text, seats, post)
  // A record of hours has many lines: they are not gone through at each letter.
  const known = useMemo(() => knownNames(incident, timeline, me), [incident, timeline, me])
  const services = incident.pages.flatMap(({ service }) => service ?? [])
  const offered = candidatesFor(line, incident, { onCall: onCall.people, known, services })
  const places = usePlaces(offered)
  const shown = line.frees ? [] : line.name === '' ? placed(offered, places.now) : unplaced(meant(line.name, offered))
  // Nobody is taken by a bare Enter: a second one, hit too soon, must not fill the next role.
  const at = pointed ?? (line.name === '' ? null : 0)
  const write = (typed: string) => {
    setText(typed)
    setPointed(null)
    setDoubted(null)
  }
  const give = (name: string | null) => {
    if (underWay.current) return
    underWay.current = true
    places.keep()
    write('')
    void fill(line, name).finally(() => {
      underWay.current = false
    })
  }
  const take = (candidate: Candidate) => {
    if (!isSecondRole(candidate) || doubted?.name === candidate.name) return give(candidate.name)
    setDoubted(candidate)
    setPointed(shown.findIndex(one => one.candidate.name === candidate.name))
  }
  const takeAt = (index: number | null) => {
    const chosen = index === null ? undefined : shown[index]?.candidate
    if (chosen !== undefined) take(chosen)
    return chosen !== undefined
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const act = deskAct(event, { name: line.name, offered: shown.length, pointed: at })
    if (act === undefined) return
    event.preventDefault()
    if (act.kind === 'point') setPointed(act.at)
    else if (isUndecided(event.currentTarget)) return
    else if (act.kind === 'take') takeAt(shown.findIndex(({ digit }) => digit === act.at + 1))
    else if (act.kind === 'me') takeAt(shown.findIndex(({ candidate }) => candidate.name === me?.name))
    else if (act.kind === 'enter' && line.frees) give(null)
    else if (act.kind === 'enter' && !takeAt(at)) skip()
  }
  const goToPost = (next: Post) => {
    write('')
    goTo(next)
    field.current?.focus()
  }
  const theirs = changed(line)
  const settled = (settle: () => void) => () => {
    settle()
    field.current?.focus()
  }
  const news = theirs && {
    now: theirs.now,
    // A name that was typed for this role must not be taken for the next.
    keepTheirs: settled(() => {
      write('')
      theirs.keepTheirs()
    }),
    goOnWithMine: settled(theirs.goOnWithMine),
  }
  return {
    field,
    me,
    seats,
    text,
    left,
    line,
    shown,
    doubted,
    at,
    said,
    changed: news,
    write,
    press,
    take,
    goTo: goToPost,
  }
}

/** [ED2] What gives somebody the role leads to what has to be decided first. */
function isUndecided(field: HTMLElement): boolean {
  return holdUndecided(field.closest('[role="dialog"]') ?? field)
}

export interface LeftText extends Pick<TypedFields<{ readonly text: string }>, 'since' | 'forget'> {
  readonly text: string
  readonly goOn: () => void
}

/** [TX1] A name that an earlier desk was left with is offered, not put into the line: there the next Enter would assign it. */
function useAssignText(field: RefObject<HTMLInputElement | null>) {
  const { values, set, since, forget } = useTypedFields('assign', { text: '' })
  const [own, setOwn] = useState(false)
  const goOn = () => {
    setOwn(true)
    field.current?.focus()
  }
  return {
    text: own ? values.text : '',
    setText: (text: string) => {
      setOwn(true)
      set({ text })
    },
    left: own ? null : { since, forget, text: values.text, goOn },
  }
}

/** [RO15] Places move while nobody was given a role yet, since who is on call may come late; from then on they stay. */
function usePlaces(offered: readonly Candidate[]): { readonly now: readonly string[]; readonly keep: () => void } {
  const [kept, setKept] = useState<readonly string[]>([])
  const now = keptPlaces(kept, offered)
  return { now, keep: () => setKept(now) }
}

function unplaced(candidates: readonly Candidate[]): readonly Placed[] {
  return candidates.map(candidate => ({ candidate, digit: null }))
}
