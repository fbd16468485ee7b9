import type { OnCall } from '../../../shared/contract/people'
import { nameKey } from '../../../shared/domain/alerts/facts'
import { postHolders, type Staffed, seatOf } from '../../../shared/domain/crew'
import { personKey } from '../../../shared/domain/people'
import { firstCharacter } from '../../../shared/lib/whole-characters'
import { andListText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { assignmentText } from '../../ui/assignment-text'
import type { Post } from './assign-line'

const { why } = texts.assigning

/** Somebody who can be put into a post. */
export interface Candidate {
  readonly name: string
  /** Why they are offered, and what they hold already. */
  readonly about: string
  readonly kind: 'deputy' | 'on-call' | 'here' | 'new'
  /** Posts that they hold already, in words; empty for none. */
  readonly holds: string
}

export interface Offered {
  readonly onCall: readonly OnCall[]
  /** Names known here: who wrote, declared, sits here. */
  readonly known: readonly string[]
  /** Services that the incident is about. */
  readonly services: readonly string[]
}

/**
 * [RO1] Who can take a post: the deputy of its holder first, then whoever is on call in the order of
 * paging, of each level those of the incident's own services in front, then who is known here; whoever has a role already comes last. Once each, and
 * never who is in that post.
 */
export function candidatesFor(
  post: Post,
  incident: Staffed,
  { onCall, known, services }: Offered,
): readonly Candidate[] {
  const seat = seatOf(incident, post.role)
  const posts = new Map(postHolders(incident).map(({ responder, posts: held }) => [responder.id as string, held]))
  const taken = new Set([
    personKey(seat?.held?.responder.name ?? ''),
    post.deputy && personKey(seat?.deputy?.responder.name ?? ''),
  ])
  const found = new Map<string, Candidate>()
  const offer = (name: string, kind: Candidate['kind'], because: string) => {
    const id = personKey(name)
    if (id === '' || taken.has(id) || found.has(id)) return
    const held = (posts.get(id) ?? []).map(assignmentText)
    found.set(id, { name, kind, holds: andListText(held), about: [...held, because].filter(Boolean).join(' · ') })
  }
  if (!post.deputy && seat?.deputy != null) offer(seat.deputy.responder.name, 'deputy', why.deputy)
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
 * [RO11] Those whom typed letters mean: beginnings of their names in order (`jo li`, `lind`), or their first letters
 * (`jl`). Whoever is called exactly that comes first, and what is nobody's whole name can be taken as a new name.
 */
export function meant(typed: string, candidates: readonly Candidate[]): readonly Candidate[] {
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
 * [RO15] The places of people, whose digits stay theirs while one role after the other is filled.
 * @param places of the last time; whoever is new stands behind them
 */
export function keptPlaces(places: readonly string[], candidates: readonly Candidate[]): readonly string[] {
  const ids = candidates.map(({ name }) => personKey(name))
  return [...places, ...ids.filter(id => !places.includes(id))]
}

export interface Placed {
  readonly candidate: Candidate
  /** 1 to 9; null: their place is further down. */
  readonly digit: number | null
}

/** Candidates by their places, each with its digit: one who is not offered now leaves a gap and renumbers nobody. */
export function placed(candidates: readonly Candidate[], places: readonly string[]): readonly Placed[] {
  return candidates
    .map(candidate => ({ candidate, place: places.indexOf(personKey(candidate.name)) }))
    .sort((a, b) => a.place - b.place)
    .map(({ candidate, place }) => ({ candidate, digit: place >= 0 && place < 9 ? place + 1 : null }))
}

/** [RO16] A second role is given only when it was asked for twice; a deputy who takes over gets none. */
export function isSecondRole({ holds, kind }: Candidate): boolean {
  return holds !== '' && kind !== 'deputy'
}
