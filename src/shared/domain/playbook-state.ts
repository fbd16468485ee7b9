import { MINUTE, type Millis } from '../lib/time'
import type { Incident } from './incident'
import type { RecordFact } from './method/method-measures'
import type { Role } from './people'
import type { KnownPlaybook, MarkedItem, PlaybookItem, PlaybookPhase, PlaybookRun } from './playbook'
import { type FactProof, recordFact } from './record-facts'
import type { Severity } from './severity'

/** Why an item is settled. */
export type ItemProof =
  | { readonly from: 'person'; readonly mark: MarkedItem }
  | { readonly from: 'record'; readonly fact: RecordFact; readonly proof: FactProof }

export interface ItemState {
  readonly item: PlaybookItem
  /** Null: it is open. */
  readonly settled: ItemProof | null
  /** [PB5] By when it was wanted, once that has passed; null: it is settled or not late. */
  readonly lateSince: Millis | null
}

export interface PhaseState {
  readonly phase: PlaybookPhase
  readonly at: 'past' | 'now' | 'ahead'
  readonly dueAt: Millis | null
  readonly items: readonly ItemState[]
}

/** [PB3] [PB4] [PB5] A playbook as it stands: what the record shows ticks itself, the rest people tick. */
export function playbookState(run: PlaybookRun, incident: Incident, now: Millis): readonly PhaseState[] {
  const phases = run.phases.map(phase => {
    const dueAt = dueOf(phase, incident)
    const items = phase.items.map((item): ItemState => {
      const settled = settledBy(item, run, incident)
      const isLate = settled === null && dueAt !== null && dueAt < now && run.ended === null
      return { item, settled, lateSince: isLate ? dueAt : null }
    })
    return { phase, dueAt, items }
  })
  const current = currentPhase(run, phases, incident)
  return phases.map((one, at) => ({ ...one, at: at < current ? 'past' : at === current ? 'now' : 'ahead' }))
}

/** [PB5] Minutes of a phase run from the declaration, and of one that begins with the resolution from that. */
function dueOf({ within, begins }: PlaybookPhase, { declaredAt, resolvedAt }: Incident): Millis | null {
  const from = begins === 'resolved' ? resolvedAt : declaredAt
  return within === undefined || from === null ? null : from + within * MINUTE
}

/** A person's word goes before the record's. */
function settledBy({ id, by }: PlaybookItem, { marks }: PlaybookRun, incident: Incident): ItemProof | null {
  const mark = marks[id]
  if (mark !== undefined) return { from: 'person', mark }
  const proof = by === undefined ? undefined : recordFact(incident, by)
  return by === undefined || proof === undefined ? null : { from: 'record', fact: by, proof }
}

/**
 * [PB4] The last phase that a fact began, or for which all of the one before it is settled. A person's move counts until
 * something later begins a phase after it.
 */
function currentPhase(
  { moved, phases }: PlaybookRun,
  states: readonly Pick<PhaseState, 'phase' | 'items'>[],
  incident: Incident,
): number {
  const from = moved === null ? -1 : phases.findIndex(({ id }) => id === moved.phase)
  const since = from === -1 ? Number.NEGATIVE_INFINITY : (moved?.at ?? 0)
  let current = Math.max(0, from)
  for (const [at, { phase }] of states.entries()) {
    const begunAt = at === 0 ? undefined : begunBy(phase, states[at - 1]?.items ?? [], incident)
    if (begunAt !== undefined && (since === Number.NEGATIVE_INFINITY || begunAt > since))
      current = Math.max(current, at)
  }
  return current
}

/** When a phase began; undefined: it did not, of what no time is known it is the beginning of time. */
function begunBy({ begins }: PlaybookPhase, before: readonly ItemState[], incident: Incident): Millis | undefined {
  if (begins !== undefined) {
    const proof = recordFact(incident, begins)
    return proof && (proof.at ?? Number.NEGATIVE_INFINITY)
  }
  const times = before.flatMap(({ settled }) => (settled === null ? [] : [timeOf(settled)]))
  return times.length < before.length ? undefined : Math.max(...times)
}

function timeOf(settled: ItemProof): Millis {
  return settled.from === 'person' ? settled.mark.at : (settled.proof.at ?? Number.NEGATIVE_INFINITY)
}

/** How far a playbook is, in all or for some roles. */
export interface PlaybookProgress {
  readonly settled: number
  readonly all: number
  /** Open and late, the longest wait first. */
  readonly late: readonly ItemState[]
}

/** @param mine the roles whose items count; undefined: all */
export function playbookProgress(states: readonly PhaseState[], mine?: readonly Role[]): PlaybookProgress {
  const items = states.flatMap(phase => phase.items).filter(({ item }) => isFor(item, mine))
  return {
    settled: items.filter(({ settled }) => settled !== null).length,
    all: items.length,
    late: items.filter(({ lateSince }) => lateSince !== null),
  }
}

/** [PB6] The commander sees all; who holds another role sees its items and those of everybody. */
export function isFor({ role }: PlaybookItem, mine: readonly Role[] | undefined): boolean {
  return mine === undefined || mine.includes('ic') || role === undefined || mine.includes(role)
}

/** A playbook that runs, as a handoff has it. */
export interface PlaybookNow extends Pick<PlaybookProgress, 'settled' | 'all'> {
  readonly title: string
  readonly phase: string
  /** Of the phases that have begun. */
  readonly open: readonly ItemState[]
}

/** [PB7] */
export function playbooksNow(incident: Incident, now: Millis): readonly PlaybookNow[] {
  const running = incident.playbooks.filter(({ ended }) => ended === null)
  return running.map(run => {
    const states = playbookState(run, incident, now)
    const { settled, all } = playbookProgress(states)
    const begun = states.filter(({ at }) => at !== 'ahead')
    const phase = begun.at(-1)?.phase.text ?? ''
    const open = begun.flatMap(({ items }) => items).filter(one => one.settled === null)
    return { title: run.title, phase, settled, all, open }
  })
}

/** Why a playbook fits an incident. */
export type OfferReason =
  | { readonly by: 'severity'; readonly severity: Severity }
  | { readonly by: 'word'; readonly word: string }

export interface OfferedPlaybook {
  readonly playbook: KnownPlaybook
  /** Undefined: nothing speaks for it. */
  readonly reason: OfferReason | undefined
}

/** [PB2] All that can be begun, those that fit first: a word of the incident says more than its severity. */
export function offeredPlaybooks(known: readonly KnownPlaybook[], incident: Incident): readonly OfferedPlaybook[] {
  const { title, impact, pages, described } = incident
  const alerts = [...pages.map(page => page.title), ...described.map(({ description }) => description)]
  const text = [title, impact, ...alerts].join('\n').normalize('NFC')
  const rank = ({ reason }: OfferedPlaybook) => (reason === undefined ? 2 : reason.by === 'word' ? 0 : 1)
  return known
    .filter(({ key }) => !incident.playbooks.some(run => run.key === key && run.ended === null))
    .map(playbook => ({ playbook, reason: reasonFor(playbook, incident, text) }))
    .toSorted((a, b) => rank(a) - rank(b))
}

function reasonFor({ offered }: KnownPlaybook, { severity }: Incident, text: string): OfferReason | undefined {
  const word = (offered.words ?? []).find(one => hasWord(text, one))
  if (word !== undefined) return { by: 'word', word }
  return offered.severities?.includes(severity) ? { by: 'severity', severity } : undefined
}

function hasWord(text: string, word: string): boolean {
  const sought = word.normalize('NFC').replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${sought}(?![\\p{L}\\p{N}])`, 'iu').test(text)
}
