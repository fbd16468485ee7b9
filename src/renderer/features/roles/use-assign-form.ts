import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from 'react'
import type { OnCallList } from '../../../shared/contract/people'
import type { Responder } from '../../../shared/domain/people'
import { type RoleSlot, roleSlots } from '../../../shared/domain/responders'
import type { IncidentRecord } from '../../../shared/events/fold'
import { useSession } from '../../stores/cockpit'
import { useOnce } from '../../stores/use-once'
import { type TypedFields, useTypedFields } from '../../stores/use-typed-fields'
import { holdUndecided } from '../../ui/undecided'
import { type AssignLine, type AssignTarget, assignKeyAction, readAssignLine } from './assign-line'
import {
  type Candidate,
  candidatesFor,
  isSecondRole,
  knownNames,
  matchingCandidates,
  type NumberedCandidate,
  numbered,
  stablePlaces,
} from './candidates'
import { type ChangedTarget, useAssigning } from './use-assigning'

export interface AssignFormState {
  readonly field: RefObject<HTMLInputElement | null>
  readonly me: Responder | null
  readonly seats: readonly RoleSlot[]
  readonly text: string
  /** Text left in an earlier form; null once the user types in this one. */
  readonly left: LeftText | null
  /** How the text is read. */
  readonly line: AssignLine
  readonly shown: readonly NumberedCandidate[]
  /** The candidate for a second role: chosen only when asked for again. */
  readonly doubted: Candidate | null
  /** Index of the candidate that Enter assigns; null: Enter skips this gap. */
  readonly at: number | null
  /** What the last Enter did, for screen readers. */
  readonly announced: string
  /** [ED2] A colleague changed the holder of the line's target meanwhile. */
  readonly changed: ChangedTarget | null
  readonly write: (text: string) => void
  readonly press: (event: KeyboardEvent<HTMLElement>) => void
  readonly choose: (candidate: Candidate) => void
  readonly goTo: (target: AssignTarget) => void
}

export interface AssignFormInput {
  readonly record: IncidentRecord
  /** The one role to fill; null: one gap after the other. */
  readonly only: AssignTarget | null
  readonly onCall: OnCallList
  readonly onDone: () => void
}

/** The line that assigns a role: its text, the candidates it matches, and what its keys do. */
export function useAssignForm({ record, only, onCall, onDone }: AssignFormInput): AssignFormState {
  const { incident } = record
  const me = useSession(session => session.me)
  const field = useRef<HTMLInputElement>(null)
  const { text, setText, left } = useAssignText(field)
  const [pointed, setPointed] = useState<number | null>(null)
  const [doubted, setDoubted] = useState<Candidate | null>(null)
  const once = useOnce()
  const { target, announced, goTo, fill, skip, changed } = useAssigning(incident, only, onDone)
  const seats = roleSlots(incident)
  const line = readAssignLine(text, seats, target)
  const { shown, keepPlaces } = useCandidates(record, line, onCall, me)
  // A bare Enter assigns nobody: pressed once too often, it would fill the next role.
  const at = pointed ?? (line.name === '' ? null : 0)
  const write = (typed: string) => {
    setText(typed)
    setPointed(null)
    setDoubted(null)
  }
  const assign = (name: string | null) =>
    once('assign', () => {
      keepPlaces()
      write('')
      return fill(line, name)
    })
  const choose = (candidate: Candidate) => {
    if (!isSecondRole(candidate) || doubted?.name === candidate.name) return assign(candidate.name)
    setDoubted(candidate)
    setPointed(shown.findIndex(one => one.candidate.name === candidate.name))
  }
  const chooseAt = (index: number | null) => {
    const chosen = index === null ? undefined : shown[index]?.candidate
    if (chosen !== undefined) choose(chosen)
    return chosen !== undefined
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const action = assignKeyAction(event, { name: line.name, offered: shown.length, pointed: at })
    if (action === undefined) return
    event.preventDefault()
    if (action.kind === 'point') setPointed(action.at)
    else if (isUndecided(event.currentTarget)) return
    else if (action.kind === 'choose') chooseAt(shown.findIndex(({ digit }) => digit === action.at + 1))
    else if (action.kind === 'me') chooseAt(shown.findIndex(({ candidate }) => candidate.name === me?.name))
    else if (action.kind === 'enter' && line.frees) assign(null)
    else if (action.kind === 'enter' && !chooseAt(at)) skip()
  }
  const refocused = (act: () => void) => {
    act()
    field.current?.focus()
  }
  const goToTarget = (next: AssignTarget) =>
    refocused(() => {
      write('')
      goTo(next)
    })
  const theirs = changed(line)
  const answers = theirs && {
    now: theirs.now,
    // A name typed for this role must not be assigned to the next.
    keepTheirs: () =>
      refocused(() => {
        write('')
        theirs.keepTheirs()
      }),
    goOnWithMine: () => refocused(theirs.goOnWithMine),
  }
  return {
    ...{ field, me, seats, text, left, line, shown, doubted, at, announced, changed: answers },
    ...{ write, press, choose, goTo: goToTarget },
  }
}

/** The candidates that the line matches, each with its digit while no name is typed. */
function useCandidates(
  { incident, timeline }: IncidentRecord,
  line: AssignLine,
  onCall: OnCallList,
  me: Responder | null,
) {
  // Memoized because an incident of hours has thousands of lines, and this runs at every letter.
  const known = useMemo(() => knownNames(incident, timeline, me), [incident, timeline, me])
  const services = incident.pages.flatMap(({ service }) => service ?? [])
  const offered = candidatesFor(line, incident, { onCall: onCall.people, known, services })
  // [RO15] Places follow the on-call list, which may load late, until the first role is filled; then they stay.
  const [kept, setKept] = useState<readonly string[]>([])
  const places = stablePlaces(kept, offered)
  const found = line.name === '' ? numbered(offered, places) : unnumbered(matchingCandidates(line.name, offered))
  return { shown: line.frees ? [] : found, keepPlaces: () => setKept(places) }
}

function unnumbered(candidates: readonly Candidate[]): readonly NumberedCandidate[] {
  return candidates.map(candidate => ({ candidate, digit: null }))
}

/** [ED2] Whether the dialog has a conflict to settle first; leads the focus to it. */
function isUndecided(field: HTMLElement): boolean {
  return holdUndecided(field.closest('[role="dialog"]') ?? field)
}

export interface LeftText extends Pick<TypedFields<{ readonly text: string }>, 'since' | 'forget'> {
  readonly text: string
  readonly goOn: () => void
}

/** [TX1] Text left in an earlier form is offered, not put into the field, where the next Enter would assign it. */
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
