import type { DamageKind, LogDamage } from '../../../shared/contract/record-problems'
import type { Seq } from '../../../shared/domain/ids'
import type { ProvenPart } from '../../../shared/domain/timeline'
import { compareOrder, type OrderKey } from '../../../shared/events/order'
import type { IncidentEvent } from '../../../shared/events/registry'
import type { ReadableDb } from './database'
import { Erasures } from './erasures'
import { type EventRow, eventOf, fitsChain, isErased, isKnown, strictEventOf } from './event-row'
import { CHAIN_START } from './hash-chain'
import type { HeldEvent } from './held-events'
import { NamedPeople } from './named-people'
import { branchPoint } from './origin-rows'
import type { RawRow } from './raw-row'
import { BEFORE_ALL, type HybridTime, tick } from './stamp'

/** How far an incident's log reaches here: its count of events, and place and hash of the last that came. */
export interface LogHead {
  readonly count: number
  readonly seq: Seq
  readonly hash: string
}

export const NO_HEAD: LogHead = { count: 0, seq: 0, hash: CHAIN_START }

/** The last event of one origin. */
export interface Tip {
  readonly counter: number
  readonly hash: string
  readonly time: HybridTime
}

export const NO_TIP: Tip = { counter: 0, hash: CHAIN_START, time: BEFORE_ALL }

/** Where an incident's log continues: what the next event of one origin has to follow. */
export interface StreamEnd {
  /** The latest that any of its events bears. */
  readonly time: HybridTime
  readonly tips: ReadonlyMap<string, Tip>
  /** [RK2] Of the other origins, what came since this one's last event. */
  readonly moved: Readonly<Record<string, number>>
  /** Whether several machines wrote at the same time: then each event says what its writer had seen. */
  readonly merged: boolean
  /** [NP1] Whom its events name. */
  readonly people: NamedPeople
  /** [ER1] What it says of erased bodies. */
  readonly erasures: Erasures
}

/** An event of a kind or version that this Quarterdeck does not know: stored, forwarded, not folded. */
export interface UnknownEvent {
  readonly seq: Seq
  readonly kind: string
  readonly version: number
  readonly at: number
  readonly summary: string
  readonly effect: string
}

/** An event with its place in the order of all machines, and what its origin had seen. */
export interface PlacedEvent {
  readonly event: IncidentEvent
  readonly key: OrderKey
  readonly seen: string
}

export const NOTHING_PROVEN: ProvenPart = { provenSeq: 0, provenUntil: null }

/** Each is a copy of a folder that went on by itself; a log with more was made to be slow. */
const MOST_BRANCHES = 100

interface Link {
  readonly key: OrderKey
  readonly fits: boolean
  readonly forked: boolean
}

/** Reads rows in the order in which they arrived here, and tracks what they prove; never throws because of a row. */
export class LogReader {
  readonly skipped = new Set<Seq>()
  readonly unknown: UnknownEvent[] = []
  readonly erasures = new Erasures()
  /** Whether events are stored after others because their replacement arrived later. */
  keptLate = false
  #people = new NamedPeople()
  head = NO_HEAD
  damage: LogDamage | null = null
  /** Whether every event had seen all that came here before it: then they came in the order of all machines. */
  linear = true
  /** Whether they came in that order. */
  ordered = true
  readonly #db: ReadableDb
  readonly #own: string
  readonly #reads: (kind: string) => boolean
  #held: readonly RawRow[] = []
  readonly #keep: (placed: PlacedEvent) => void
  readonly #tips = new Map<string, Tip>()
  readonly #saw = new Map<string, Map<string, number>>()
  /** Ends of what copies of one folder wrote apart from each other. */
  readonly #branches = new Map<string, Tip>()
  #cleared: { readonly row: EventRow; readonly key: OrderKey; readonly damage: LogDamage }[] = []
  #legacy: string | null = null
  #last: OrderKey | null = null
  #time = BEFORE_ALL
  #moved: Record<string, number> = {}
  #proven: ProvenPart = NOTHING_PROVEN

  /** @param from the origin that writes here now, what is held of the incident, and which proven kinds are collected */
  constructor(
    db: ReadableDb,
    from: {
      readonly own: string
      readonly held: readonly HeldEvent[]
      /** Absent: all. The body of another kind is not parsed: its chain proves that this or another version wrote it. */
      readonly reads?: (kind: string) => boolean
    },
    keep: (placed: PlacedEvent) => void,
  ) {
    this.#db = db
    this.#own = from.own
    this.#reads = from.reads ?? (() => true)
    this.#keep = keep
    this.holds(from.held)
  }

  /** What is held of the incident from now on. */
  holds(held: readonly HeldEvent[]): void {
    this.#held = held.map(({ row }) => row)
    for (const row of this.#held) if (row.kind === 'body-erased') this.erasures.note(row, null)
  }

  /** Whether no origin went on in two copies, and nothing is held: then the tips are all that a next event may follow. */
  get plain(): boolean {
    return this.#branches.size === 0 && this.#held.length === 0
  }

  get end(): StreamEnd {
    const { people, erasures, merged } = this
    return { time: this.#time, tips: this.#tips, moved: { ...this.#moved }, merged, people, erasures }
  }

  /** [NP1] Whom its events name. */
  get people(): NamedPeople {
    return this.#people
  }

  /** How far it was proven before the first damage. */
  get proven(): ProvenPart {
    return this.#proven
  }

  get merged(): boolean {
    return !this.linear || !this.ordered
  }

  /** @returns where it belongs */
  take(row: EventRow): OrderKey {
    const { key, fits, forked } = this.#link(row)
    if (!fits) this.found('altered')
    this.head = { count: this.head.count + 1, seq: row.seq, hash: row.hash }
    if (!forked) this.#tips.set(key.origin, { counter: key.counter, hash: row.hash, time: key })
    this.#place(key, seenOf(row.seen ?? '{}'), forked)
    this.#read(row, key)
    if (this.damage === null) this.#proven = { provenSeq: row.seq, provenUntil: row.recordedAt }
    return key
  }

  /**
   * Continues after what was just written here, which need not be read and proven again.
   * @param end as `appendEvents` returns it
   */
  wrote(end: StreamEnd, last: { readonly id: string; readonly seq: Seq; readonly count: number }): void {
    const tip = end.tips.get(this.#own) ?? NO_TIP
    this.#tips.set(this.#own, tip)
    this.#people = end.people
    this.#place({ ...tip.time, origin: this.#own, counter: tip.counter, id: last.id }, this.#moved, false)
    this.head = { count: this.head.count + last.count, seq: last.seq, hash: tip.hash }
  }

  /** A place that could not be read at all. */
  miss(seq: Seq): void {
    this.found('unreadable')
    this.skipped.add(seq)
    this.head = { ...this.head, count: this.head.count + 1, seq }
  }

  found(what: DamageKind): void {
    this.damage ??= this.#damageAt(what, this.head.count + 1)
  }

  /**
   * To be called after the last row: [RK6] a body that is missing without an event that erased it was removed by hand.
   */
  finish(): void {
    const cleared = this.#cleared
    this.#cleared = []
    for (const { row } of cleared)
      if (row.kind === 'person-named') this.people.note(this.erasures.insteadOf(row.id) ?? '')
    for (const { row, key, damage } of cleared) {
      if (this.erasures.has(row.id)) this.#keepErased(row, key)
      else if (this.damage === null || damage.place < this.damage.place) this.damage = damage
    }
  }

  /** [ER1] */
  #keepErased(row: EventRow, key: OrderKey): void {
    this.#keep({ event: this.erasures.eventOf(row, this.people), key, seen: row.seen ?? '{}' })
    this.keptLate = true
  }

  #damageAt(what: DamageKind, place: number): LogDamage {
    return { what, place, missing: 0, ...this.#proven }
  }

  #link(row: EventRow): Link {
    const { id } = row
    // What an earlier version wrote here has one chain, which is named by its first event.
    if (row.env === 1 && row.origin === null) this.#legacy ??= legacyOrigin(row.hash)
    const origin = row.origin ?? this.#legacy ?? ''
    const tip = this.#behindHeld(origin, row.counter ?? 0)
    const counter = row.counter ?? tip.counter + 1
    const time = row.env === 1 ? tick(tip.time, row.recordedAt) : { ms: row.hlcMs ?? 0, n: row.hlcN ?? 0 }
    const follows = counter === tip.counter + 1 && fitsChain(tip.hash, row)
    if (follows || row.origin === null) return { key: { ...time, origin, counter, id }, fits: follows, forked: false }
    const branch = this.#branchOf({ ...row, origin, counter })
    if (branch === undefined) return { key: { ...time, origin, counter, id }, fits: false, forked: false }
    const key = { ...(row.env === 1 ? tick(branch.time, row.recordedAt) : time), origin, counter, id }
    this.#branches.set(row.hash, { counter, hash: row.hash, time: key })
    return { key, fits: true, forked: true }
  }

  /** What is held is in the chain of its origin all the same. */
  #behindHeld(origin: string, counter: number): Tip {
    let tip = this.#tips.get(origin) ?? NO_TIP
    for (const row of this.#held) {
      if (row.origin !== origin || row.counter !== tip.counter + 1 || row.counter >= counter) continue
      if (!fitsChain(tip.hash, { ...row, seq: 0 })) continue
      const time = row.env === 1 ? tick(tip.time, row.recordedAt) : { ms: row.hlcMs ?? 0, n: row.hlcN ?? 0 }
      tip = { counter: row.counter, hash: row.hash, time }
    }
    return tip
  }

  /** After damage nothing is proven, and a check of what it follows could only fail again. */
  #branchOf(
    row: EventRow & { readonly origin: string; readonly counter: number },
  ): Pick<Tip, 'hash' | 'time'> | undefined {
    if (this.damage !== null) return undefined
    for (const branch of this.#branches.values()) {
      if (branch.counter !== row.counter - 1 || !fitsChain(branch.hash, row)) continue
      this.#branches.delete(branch.hash)
      return branch
    }
    return this.#branches.size < MOST_BRANCHES ? branchPoint(this.#db, row, this.#legacy, this.#held) : undefined
  }

  #place(key: OrderKey, seen: Readonly<Record<string, number>>, forked: boolean): void {
    const { origin, counter } = key
    const turned = this.#last !== null && this.#last.origin !== origin
    const saw = this.#saw.get(origin) ?? new Map<string, number>()
    this.#saw.set(origin, saw)
    for (const [other, upTo] of Object.entries(seen)) saw.set(other, Math.max(saw.get(other) ?? 0, upTo))
    if (forked || (turned && !this.#sawAll(origin, saw))) this.linear = false
    if (this.#last !== null && compareOrder(this.#last, key) > 0) this.ordered = false
    this.#last = key
    if (compareTime(this.#time, key) < 0) this.#time = { ms: key.ms, n: key.n }
    if (origin === this.#own) this.#moved = {}
    else this.#moved[origin] = Math.max(this.#moved[origin] ?? 0, counter)
  }

  #sawAll(origin: string, saw: ReadonlyMap<string, number>): boolean {
    return [...this.#tips].every(([other, { counter }]) => other === origin || (saw.get(other) ?? 0) >= counter)
  }

  /** What the chain proves was written so; of the rest each event is read as if it came from outside. */
  #read(row: EventRow, key: OrderKey): void {
    if (isErased(row)) {
      this.#cleared.push({ row, key, damage: this.#damageAt('altered', this.head.count) })
      return
    }
    try {
      if (row.kind === 'body-erased') this.erasures.note(row, key)
      if (row.kind === 'person-named') this.people.note(row.body)
      if (this.damage === null && !isKnown(row)) this.#note(row)
      else if (this.damage === null && !this.#reads(row.kind)) return
      const event = this.damage === null ? eventOf(row, this.people) : strictEventOf(row, this.people)
      this.#keep({ event, key, seen: row.seen ?? '{}' })
    } catch {
      // What cannot be parsed is reported as damage at its place; nothing more is known of it.
      if (this.damage === null) this.damage = this.#damageAt('unreadable', this.head.count)
      this.skipped.add(row.seq)
    }
  }

  #note({ seq, kind, version, at, summary, effect }: EventRow): void {
    this.unknown.push({ seq, kind, version, at, summary: summary ?? '', effect: effect ?? 'head' })
  }
}

/** [RK4] The same in every copy of one old record, so that two copies double nothing. */
export function legacyOrigin(firstHash: string): string {
  return `legacy-${firstHash.slice(0, 32)}`
}

function compareTime(a: HybridTime, b: HybridTime): number {
  return a.ms - b.ms || a.n - b.n
}

/** What an event says that its origin had seen; empty if the text is invalid, which the chain check reports. */
export function seenOf(text: string): Readonly<Record<string, number>> {
  if (text === '{}') return {}
  try {
    const seen: unknown = JSON.parse(text)
    return typeof seen === 'object' && seen !== null ? (seen as Readonly<Record<string, number>>) : {}
  } catch {
    return {}
  }
}
