import type { OnCall } from '../../../shared/contract/people'
import { nameKey } from '../../../shared/domain/alerts/facts'
import type { Incident } from '../../../shared/domain/incident'
import type { Actor, Responder } from '../../../shared/domain/people'
import { personKey } from '../../../shared/domain/people'
import { assignedResponders, roleSlot, type Staffed } from '../../../shared/domain/responders'
import type { Timeline } from '../../../shared/domain/timeline'
import { firstCharacter } from '../../../shared/lib/whole-characters'
import { andListText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { assignmentText } from '../../ui/assignment-text'
import type { AssignTarget } from './assign-line'

const { why } = texts.assigning

/** A person who can fill the target. */
export interface Candidate {
  readonly name: string
  /** Why they are offered, and which roles they already have. */
  readonly about: string
  readonly kind: 'deputy' | 'on-call' | 'here' | 'new'
  /** The roles that they already have, as text; empty for none. */
  readonly holds: string
}

export interface CandidateSources {
  readonly onCall: readonly OnCall[]
  /** Names from `knownNames`. */
  readonly known: readonly string[]
  /** Services that the incident affects. */
  readonly services: readonly string[]
}

/**
 * [RO1] Who can fill a target, each person once: the holder's deputy, then people on call in paging order (within a
 * level, those for the affected services first), then other known people. People with a role come last; the current
 * holder is left out.
 */
export function candidatesFor(
  target: AssignTarget,
  incident: Staffed,
  { onCall, known, services }: CandidateSources,
): readonly Candidate[] {
  const seat = roleSlot(incident, target.role)
  const posts = new Map(
    assignedResponders(incident).map(({ responder, posts: held }) => [responder.id as string, held]),
  )
  const taken = new Set([
    personKey(seat?.held?.responder.name ?? ''),
    target.deputy && personKey(seat?.deputy?.responder.name ?? ''),
  ])
  const found = new Map<string, Candidate>()
  const offer = (name: string, kind: Candidate['kind'], because: string) => {
    const id = personKey(name)
    if (id === '' || taken.has(id) || found.has(id)) return
    const held = (posts.get(id) ?? []).map(assignmentText)
    found.set(id, { name, kind, holds: andListText(held), about: [...held, because].filter(Boolean).join(' · ') })
  }
  if (!target.deputy && seat?.deputy != null) offer(seat.deputy.responder.name, 'deputy', why.deputy)
  const own = new Set(services.map(nameKey))
  const isOwn = (one: OnCall) => (one.services ?? []).some(service => own.has(nameKey(service)))
  for (const one of onCall.toSorted((a, b) => a.level - b.level || Number(isOwn(b)) - Number(isOwn(a)))) {
    const { name, policy, level } = one
    const [service] = (one.services ?? []).filter(each => own.has(nameKey(each)))
    const because = service === undefined ? (level === 1 ? why.onCall : why.onCallLevel) : why.onCallFor
    offer(name, 'on-call', t(because, { level, policy, service: service ?? '' }))
  }
  for (const name of known) offer(name, 'here', '')
  return [...found.values()].sort((a, b) => rank(a) - rank(b))
}

function rank({ kind, holds }: Candidate): number {
  return kind === 'deputy' ? 0 : holds === '' ? 1 : 2
}

/**
 * [RO11] Candidates that match the typed letters: beginnings of name parts in order (`jo li`, `lind`), or initials
 * (`jl`). An exact match comes first; without one, the text itself is offered as a new name.
 */
export function matchingCandidates(typed: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const id = personKey(typed)
  if (id === '') return candidates
  const exact = candidates.filter(({ name }) => personKey(name) === id)
  const others = candidates.filter(one => !exact.includes(one) && fits(id, personKey(one.name)))
  const fresh = { name: typed.trim().replace(/\s+/g, ' '), about: why.new, kind: 'new', holds: '' } as const
  return exact.length > 0 ? [...exact, ...others] : [...others, fresh]
}

function fits(typed: string, name: string): boolean {
  const words = name.split(/[\s-]+/)
  const initials = words.map(firstCharacter).join('')
  if (typed.length > 1 && initials.startsWith(typed)) return true
  let from = 0
  return typed.split(' ').every(part => {
    const at = words.findIndex((word, index) => index >= from && word.startsWith(part))
    from = at + 1
    return at >= 0
  })
}

/**
 * [RO15] Positions of people in the list, so that everyone's digit stays the same while one role after the other is
 * assigned.
 * @param places the positions so far; new people are added after them
 */
export function stablePlaces(places: readonly string[], candidates: readonly Candidate[]): readonly string[] {
  const ids = candidates.map(({ name }) => personKey(name))
  return [...places, ...ids.filter(id => !places.includes(id))]
}

export interface NumberedCandidate {
  readonly candidate: Candidate
  /** 1 to 9; null from the tenth place on. */
  readonly digit: number | null
}

/** Candidates in the order of their places, each with its digit. Someone not offered now leaves a gap. */
export function numbered(candidates: readonly Candidate[], places: readonly string[]): readonly NumberedCandidate[] {
  return candidates
    .map(candidate => ({ candidate, place: places.indexOf(personKey(candidate.name)) }))
    .sort((a, b) => a.place - b.place)
    .map(({ candidate, place }) => ({ candidate, digit: place >= 0 && place < 9 ? place + 1 : null }))
}

/** [RO16] Whether this would be a second role, which needs confirming. A deputy who takes over has none. */
export function isSecondRole({ holds, kind }: Candidate): boolean {
  return holds !== '' && kind !== 'deputy'
}

/** Names to suggest: this user, and all who hold or held a role, are in a sub-team or wrote a line. Sorted, each once. */
export function knownNames(incident: Incident, timeline: Timeline, me: Responder | null): readonly string[] {
  const people = new Map<string, string>()
  const know = (responder: Responder | null) => {
    if (responder !== null) people.set(responder.id, responder.name)
  }
  const knowActor = (actor: Actor) => know(actor.kind === 'person' ? actor.responder : null)
  know(me)
  knowActor(incident.declaredBy)
  for (const { responder } of [...assignedResponders(incident), ...incident.crew.past]) know(responder)
  for (const member of incident.crew.teams.flatMap(({ members }) => members)) know(member)
  for (const entry of timeline) knowActor(entry.by)
  return [...people.values()].sort((a, b) => a.localeCompare(b))
}
