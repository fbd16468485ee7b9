import type { OnCall } from '../../../shared/contract/people'
import { postHolders, type Staffed, seatOf } from '../../../shared/domain/crew'
import { responderNamed } from '../../../shared/domain/people'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { sayPost } from '../../ui/say-post'
import type { Post } from './assign-line'

const { why } = words.assigning

/** Somebody who can be put into a post. */
export interface Candidate {
  readonly name: string
  /** Why they are offered, and what they hold already. */
  readonly about: string
  readonly kind: 'deputy' | 'on-call' | 'here' | 'new'
  readonly busy: boolean
}

export interface Offered {
  readonly onCall: readonly OnCall[]
  /** Names known here: who wrote, declared, sits here. */
  readonly known: readonly string[]
}

/**
 * [RO1] Who can take a post: the deputy of its holder first, then whoever is on call in the order of paging, then who
 * is known here; whoever has a role already comes last. Once each, and never who is in that post.
 */
export function candidatesFor(post: Post, incident: Staffed, { onCall, known }: Offered): readonly Candidate[] {
  const seat = seatOf(incident, post.role)
  const posts = new Map(postHolders(incident).map(({ responder, posts: held }) => [responder.id as string, held]))
  const taken = new Set([
    idOf(seat?.held?.responder.name ?? ''),
    post.deputy && idOf(seat?.deputy?.responder.name ?? ''),
  ])
  const found = new Map<string, Candidate>()
  const offer = (name: string, kind: Candidate['kind'], because: string) => {
    const id = idOf(name)
    if (id === '' || taken.has(id) || found.has(id)) return
    const held = (posts.get(id) ?? []).map(sayPost)
    found.set(id, { name, kind, busy: held.length > 0, about: [...held, because].filter(Boolean).join(' · ') })
  }
  if (!post.deputy && seat?.deputy != null) offer(seat.deputy.responder.name, 'deputy', why.deputy)
  for (const { name, policy, level } of onCall.toSorted((a, b) => a.level - b.level)) {
    offer(name, 'on-call', say(level === 1 ? why.onCall : why.onCallLevel, { level, policy }))
  }
  for (const name of known) offer(name, 'here', '')
  return [...found.values()].sort((a, b) => rank(a) - rank(b))
}

function rank({ kind, busy }: Candidate): number {
  return kind === 'deputy' ? 0 : busy ? 2 : 1
}

/**
 * [RO11] Those whom typed letters mean: beginnings of their names in order (`jo li`, `lind`), or their first letters
 * (`jl`). Whoever is called exactly that comes first, and what is nobody's whole name can be taken as a new name.
 */
export function meant(typed: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const id = idOf(typed)
  if (id === '') return candidates
  const exact = candidates.filter(({ name }) => idOf(name) === id)
  const others = candidates.filter(one => !exact.includes(one) && fits(id, idOf(one.name)))
  const fresh = { name: typed.trim().replace(/\s+/g, ' '), about: why.new, kind: 'new', busy: false } as const
  return exact.length > 0 ? [...exact, ...others] : [...others, fresh]
}

function fits(typed: string, name: string): boolean {
  const words = name.split(/[\s-]+/)
  const initials = words.map(word => word.slice(0, 1)).join('')
  if (typed.length > 1 && initials.startsWith(typed)) return true
  let from = 0
  return typed.split(' ').every(part => {
    const at = words.findIndex((word, index) => index >= from && word.startsWith(part))
    from = at + 1
    return at >= 0
  })
}

function idOf(name: string): string {
  return responderNamed(name)?.id ?? ''
}
