import type { IncidentId } from '../../../../src/shared/domain/ids'
import type { IncidentEvent } from '../../../../src/shared/events/registry'
import { MINUTE, SECOND } from '../../../../src/shared/lib/time'
import { type Deck, type DeckOptions, openDeck } from './deck'
import { readJournals, timesDone } from './journals'
import type { Order } from './orders'

/** Acts on their way at one time, in all and to one place: more would only grow stale behind each other. */
const ON_THEIR_WAY = 100
const TO_ONE_PLACE = 2
/** A person looks at what nobody can tell after this long, by the run's clock. */
const PERSON_LOOKS_AFTER = 1 * MINUTE
const PERSON_LOOKS_EVERY = 15 * SECOND

export type End = 'done' | 'failed' | 'unknown'

export interface RunOptions extends Omit<DeckOptions, 'told'> {
  readonly orders: readonly Order[]
  readonly incidents: readonly IncidentId[]
  /** Where the stand-ins keep their journals, which the person looks into. */
  readonly vendors: string
  readonly random: () => number
  /** The engine is killed and opened anew after each of so many acts that were asked for. */
  readonly killEvery: number
}

export interface Ended {
  readonly ends: ReadonlyMap<Order, End>
  readonly deck: Deck
  readonly kills: number
  readonly settledByPerson: number
}

/** Asks for all of them, as places come free, and settles what stays unknown as a person would. */
export async function runAll(options: RunOptions): Promise<Ended> {
  const { clock, random } = options
  const left = [...options.orders]
  const open = new Map<string, Order>()
  /** Left as they are by a person: the log says that it was not known. */
  const givenUp = new Set<Order>()
  const unknownSince = new Map<string, number>()
  const byId = new Map<string, Order>(options.orders.map(order => [order.id, order]))
  const { promise: over, resolve: finish, reject } = Promise.withResolvers<void>()
  let [asked, kills, settledByPerson] = [0, 0, 0]
  let pumping = false
  let deck = openDeck({ ...options, told })
  for (const incident of options.incidents) {
    deck.run('incident:declare', { incident, title: 'Busy', severity: 'SEV-2', impact: '' } as never)
  }

  function told(events: readonly IncidentEvent[]): void {
    for (const { kind, body } of events) {
      const id = 'act' in body && !kind.startsWith('update') ? body.act : 'update' in body ? body.update : undefined
      const order = byId.get(String(id))
      if (order === undefined) continue
      if (kind.endsWith('-unknown')) unknownSince.set(order.id, clock.now())
      if (/-(asked|publishing)$/.test(kind)) unknownSince.delete(order.id)
      if (/-(done|published|failed)$/.test(kind)) {
        open.delete(order.id)
        unknownSince.delete(order.id)
      }
    }
    // Not inside the commit that told it.
    queueMicrotask(pump)
  }

  function pump(): void {
    if (pumping) return
    pumping = true
    try {
      while (open.size < ON_THEIR_WAY) {
        const at = left.findIndex(order => onWayTo(order.target) < TO_ONE_PLACE)
        const [order] = at === -1 ? [] : left.splice(at, 1)
        if (order === undefined) break
        open.set(order.id, order)
        ask(order)
        asked += 1
        if (asked % options.killEvery === 0) restart()
      }
      if (left.length === 0 && open.size === 0) finish()
    } catch (cause) {
      reject(cause)
    } finally {
      pumping = false
    }
  }

  const onWayTo = (target: string) => [...open.values()].filter(order => order.target === target).length

  function ask(order: Order): void {
    const { incident } = order
    if ('what' in order) deck.run('acts:ask', { incident, act: order.id, what: order.what })
    else {
      deck.run('comms:draft', { incident, update: order.id, content: order.content })
      deck.run('comms:publish', { incident, update: order.id })
    }
  }

  function restart(): void {
    deck.kill()
    kills += 1
    deck = openDeck({ ...options, told })
  }

  /** Looks at the vendor, then says what is so; of what is not there, sometimes that it need not be. */
  function settle(order: Order): void {
    settledByPerson += 1
    unknownSince.delete(order.id)
    const { incident } = order
    const there = timesDone(readJournals(options.vendors), order) > 0
    const away = random() < 0.5 ? 'send-again' : 'give-up'
    if (!there && away === 'give-up') givenUp.add(order)
    if ('what' in order) deck.run('acts:settle', { incident, act: order.id, word: there ? 'it-is-done' : away })
    else deck.run('comms:settle', { incident, update: order.id, word: there ? 'it-is-out' : away })
  }

  function personLooks(): void {
    try {
      for (const [id, since] of unknownSince) {
        const order = byId.get(id)
        if (order !== undefined && clock.now() - since > PERSON_LOOKS_AFTER) settle(order)
      }
    } catch (cause) {
      reject(cause)
    }
    stopPerson = clock.at(clock.now() + PERSON_LOOKS_EVERY, personLooks)
  }
  let stopPerson = clock.at(clock.now() + PERSON_LOOKS_EVERY, personLooks)

  pump()
  try {
    await over
  } finally {
    stopPerson()
  }
  const ends = options.orders.map(order => [order, givenUp.has(order) ? 'unknown' : endOf(deck, order)] as const)
  return { ends: new Map<Order, End>(ends), deck, kills, settledByPerson }
}

/** As the log tells it. */
function endOf(deck: Deck, order: Order): End {
  const incident = deck.ledger.record(order.incident)?.incident
  const state =
    'what' in order
      ? incident?.acts.find(({ id }) => id === order.id)?.standing.state
      : incident?.updates.find(({ id }) => id === order.id)?.delivery.state
  if (state === 'done' || state === 'published') return 'done'
  if (state === 'failed' || state === 'unknown') return state
  throw new Error(`${order.id} was lost: the log has it as ${state ?? 'nothing'}`)
}
