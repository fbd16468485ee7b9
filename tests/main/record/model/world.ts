import { type RawRow, rawText } from '../../../../src/main/engine/storage/raw-row'
import type { EntryId, IncidentId } from '../../../../src/shared/domain/ids'
import { HOUR, MINUTE, SECOND } from '../../../../src/shared/lib/time'
import { type ReplicaScreen, screensOf } from '../../../support/replica-screen'
import { pick, seeded, seededId } from '../../../support/seeded'
import { actAt, lackable } from './commands'
import { Machine } from './machine'
import { expectWellKept } from './oracles'

/** What happened in a run, told when it fails and so that a test can see that enough did. */
export interface Counts {
  commands: number
  merges: number
  /** Merges of which some events belonged before others that pages had. */
  late: number
  held: number
  refused: number
  crashes: number
  restores: number
  drops: number
}

interface Followed {
  readonly machine: Machine
  readonly page: ReplicaScreen
}

/** Machines that work on one incident, apart from each other and together. */
export interface World {
  readonly incident: IncidentId
  readonly machines: readonly Machine[]
  readonly pages: readonly Followed[]
  /** Texts of events that somebody was told to be on disk, without what only a lost disk had. */
  readonly acknowledged: ReadonlySet<string>
  readonly counts: Counts
  step(n: number): void
  /** The network is back, clocks are right, what is ahead is admitted, old versions are replaced. */
  heal(): void
  /** A page that is opened now. */
  open(machine: Machine): ReplicaScreen
  /** A machine that has nothing yet. */
  fresh(): Machine
  /** Closes whatever is open. */
  close(): void
}

/** The declaration and its clocks are one transaction, of which nobody sends a part. */
export const BEGINNING = 3
const BEGAN = Date.UTC(2026, 4, 4, 9)
/** Why a carrier's batch may be refused here: parts of a log come in any order. */
const mayBeRefused = new Set(['gap', 'no-beginning'])

export function openWorld(folder: string, seed: string): World {
  const random = seeded(seed, 'world')
  const incident = seededId<IncidentId>(random)
  const names = ['a', 'b', 'c', 'd', 'e'].slice(0, 2 + Math.floor(random() * 4))
  const machines = names.map(name => new Machine(name, { incident, folder, random }))
  const counts = { commands: 0, merges: 0, late: 0, held: 0, refused: 0, crashes: 0, restores: 0, drops: 0 }
  const skews = new Map(machines.map(machine => [machine, 0]))
  const cut = new Set<string>()
  const backups = new Map<Machine, { readonly file: string; readonly texts: ReadonlySet<string> }>()
  const acknowledged = new Set<string>()
  let now = BEGAN

  // One of many versions; it has no page, because a page folds by itself, when its line brings something.
  const old = random() < 0.5 ? machines.at(-1) : undefined
  if (old !== undefined && machines.length > 2) old.lacks = pick(random, lackable)
  begin()
  const screens = new Map(machines.map(machine => [machine, screensOf(machine)]))
  const open = (machine: Machine) => (screens.get(machine) ?? screensOf(machine)).open(incident)
  let pages: readonly Followed[] = machines
    .filter(({ lacks }) => lacks === undefined)
    .map(machine => ({ machine, page: open(machine) }))
  const extra: Machine[] = []

  function begin(): void {
    const [first] = machines
    if (first === undefined) return
    setClocks()
    first.run('incident:declare', { title: 'Cards fail', severity: 'SEV-2', impact: '' }, first.newRequest())
    for (const other of machines) other.take(first.rows())
    acknowledge(first)
  }

  function setClocks(): void {
    for (const machine of machines) machine.clock = now + (skews.get(machine) ?? 0)
  }

  function acknowledge(machine: Machine): void {
    for (const row of machine.rows()) acknowledged.add(rawText(row))
  }

  const others = (machine: Machine) => machines.filter(one => one !== machine)

  function command(machine: Machine, n: number): void {
    if (!actAt(machine, random, n).ok) return
    counts.commands += 1
    acknowledge(machine)
  }

  /** A part of what one has, shuffled and partly twice, reaches another. */
  function carry(from: Machine, to: Machine): void {
    if (cut.has(pairOf(from, to))) return
    const all = from.rows()
    const origins = [...new Set(all.map(({ origin }) => origin))].filter(() => random() < 0.8)
    const rows = origins.flatMap(origin => {
      const own = all.filter(row => row.origin === origin)
      if (random() < 0.5) return own
      const from = random() < 0.3 ? Math.floor(random() * own.length) : 0
      return own.slice(from, from + Math.max(BEGINNING, Math.ceil(random() * own.length)))
    })
    const some = random() < 0.7 ? rows : rows.filter(row => !to.rows().some(({ hash }) => hash === row.hash))
    const twice = some.filter(() => random() < 0.1)
    deliver(to, shuffled(random, [...some, ...twice]))
  }

  function deliver(to: Machine, rows: readonly RawRow[]): void {
    if (rows.length === 0) return
    const before = to.bytes()
    const taken = to.take(rows)
    if (taken.ok) {
      counts.merges += 1
      counts.held += taken.value.held
      acknowledge(to)
      // The acknowledgement is lost, so that it is sent again.
      if (random() < 0.2) again(to, rows)
      return
    }
    counts.refused += 1
    if (!('code' in taken.fault) || !mayBeRefused.has(String(taken.fault.code)) || to.bytes() !== before)
      throw new Error(`A batch was refused: ${JSON.stringify(taken.fault)}`)
  }

  function again(to: Machine, rows: readonly RawRow[]): void {
    if (random() < 0.5) crash(to)
    const before = to.bytes()
    const taken = to.take(rows)
    if (!taken.ok || taken.value.added + taken.value.held > 0 || to.bytes() !== before)
      throw new Error(`What came twice was taken twice: ${JSON.stringify(taken)}`)
  }

  /** Between the commit of a command and its answer: the screen sends it again. */
  function killBetween(machine: Machine, n: number): void {
    const request = machine.newRequest()
    const entry = seededId<EntryId>(random)
    const line = {
      entry,
      kind: 'note',
      text: `sent twice, ${n}`,
      occurredAt: null,
      pinned: false,
    } as const
    const first = machine.run('timeline:append', line, request)
    if (!first.ok) return
    acknowledge(machine)
    crash(machine)
    const before = machine.bytes()
    const second = machine.run('timeline:append', line, request)
    if (!second.ok || second.value.seq !== first.value.seq || machine.bytes() !== before)
      throw new Error(`A request that was sent again: ${JSON.stringify([first, second])}`)
  }

  function crash(machine: Machine): void {
    counts.crashes += 1
    for (const { machine: at, page } of pages) if (at === machine) page.drop()
    machine.crash()
  }

  function backUp(machine: Machine, n: number): void {
    backups.set(machine, { file: machine.backUp(String(n)), texts: new Set(machine.rows().map(rawText)) })
  }

  function restore(machine: Machine): void {
    const backup = backups.get(machine)
    if (backup === undefined) return
    const elsewhere = new Set(machines.filter(one => one !== machine).flatMap(one => one.rows().map(rawText)))
    // Nothing can bring back what only the lost disk had.
    for (const row of machine.rows()) {
      const text = rawText(row)
      if (!elsewhere.has(text) && !backup.texts.has(text)) acknowledged.delete(text)
    }
    machine.restore(backup.file)
    // Another folder has another address: nobody's page goes on from what the lost disk had.
    pages = pages.map(one => (one.machine === machine ? { machine, page: open(machine) } : one))
    backups.delete(machine)
    counts.restores += 1
  }

  function dropOrReconnect(): void {
    if (pages.length === 0) return
    const { page } = pick(random, pages)
    if (page.isOn()) page.drop()
    else page.reconnect()
    counts.drops += 1
  }

  /** What one writes whose clock is more than a day ahead of another's reaches that one. */
  function farAhead(ahead: Machine, n: number): void {
    const behind = pick(random, others(ahead))
    skews.set(ahead, 20 * HOUR)
    skews.set(behind, -20 * HOUR)
    setClocks()
    const entry = seededId<EntryId>(random)
    const line = { entry, kind: 'note', text: `from tomorrow, ${n}`, occurredAt: null, pinned: false } as const
    if (ahead.run('timeline:append', line, ahead.newRequest()).ok) acknowledge(ahead)
    deliver(behind, ahead.rows())
  }

  function partition(): void {
    const one = pick(random, machines)
    const pair = pairOf(one, pick(random, others(one)))
    if (!cut.delete(pair)) cut.add(pair)
  }

  const happenings: readonly (readonly [weight: number, happen: (machine: Machine, n: number) => void])[] = [
    [12, command],
    [8, machine => carry(pick(random, others(machine)), machine)],
    [1, partition],
    [1, killBetween],
    [0.4, crash],
    [2, machine => void skews.set(machine, Math.floor((random() * 2 - 1) * 24 * HOUR))],
    [0.6, backUp],
    [0.4, restore],
    [2, dropOrReconnect],
  ]

  /** Whatever the seed, each of these happens in every world. */
  const surely: ReadonlyMap<number, (machine: Machine, n: number) => void> = new Map([
    [10, dropOrReconnect],
    [20, (_: Machine, n: number) => backUp(machines[0] as Machine, n)],
    [30, killBetween],
    [40, farAhead],
    [60, () => restore(machines[0] as Machine)],
  ])

  function step(n: number): void {
    now += 1 + Math.floor(random() * (random() < 0.1 ? 20 * MINUTE : 20 * SECOND))
    setClocks()
    const happen = surely.get(n) ?? weighted(random, happenings)
    const machine = pick(random, machines)
    happen(machine, n)
    if (machine.lacks === undefined) expectWellKept(machine)
  }

  function heal(): void {
    now += 3 * 24 * HOUR
    cut.clear()
    skews.clear()
    setClocks()
    for (const machine of machines) {
      machine.lacks = undefined
      crash(machine)
      const admitted = machine.ledger.admitAhead(incident)
      if (!admitted.ok) throw new Error(`What is held could not be admitted: ${JSON.stringify(admitted.fault)}`)
    }
    for (const round of [1, 2])
      for (const to of machines)
        for (const from of machines) {
          const taken = to.take(from.rows())
          if (!taken.ok) throw new Error(`Round ${round} was refused: ${JSON.stringify(taken.fault)}`)
        }
    for (const machine of machines) expectWellKept(machine)
    for (const { page } of pages) if (!page.isOn()) page.reconnect()
    counts.late = machines.reduce((sum, { late }) => sum + late, 0)
  }

  function fresh(): Machine {
    const machine = new Machine(`fresh-${extra.length}`, { incident, folder, random })
    machine.clock = now
    extra.push(machine)
    return machine
  }

  let closed = false
  function close(): void {
    if (closed) return
    closed = true
    for (const one of screens.values()) one.stop()
    for (const machine of [...machines, ...extra]) machine.close()
  }

  return {
    ...{ incident, machines, acknowledged, counts, step, heal, open, fresh, close },
    get pages() {
      return pages
    },
  }
}

function pairOf(a: Machine, b: Machine): string {
  return [a.name, b.name].sort().join(' ')
}

export function shuffled<Item>(random: () => number, items: readonly Item[]): readonly Item[] {
  return items
    .map(item => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/** One of them, each as likely as it weighs. */
function weighted<Item>(random: () => number, items: readonly (readonly [weight: number, item: Item])[]): Item {
  let left = random() * items.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, item] of items) {
    left -= weight
    if (left < 0) return item
  }
  throw new Error('There is nothing to pick from')
}
