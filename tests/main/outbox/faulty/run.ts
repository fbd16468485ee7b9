import type { Clock } from '../../../../src/main/engine/ports'
import type { CommandName } from '../../../../src/shared/contract/calls'
import type { RequestId } from '../../../../src/shared/domain/ids'
import { seeded, seededId } from '../../../support/seeded'
import { type EngineLink, lost, type Standings, startEngineProcess } from './engine-link'
import type { EngineStart, State } from './engine-messages'
import type { Order } from './orders'
import { startPerson, type Word } from './person'

/** Acts on their way at one time, in all and to one place: more would only grow stale behind each other. */
const ON_THEIR_WAY = 100
const TO_ONE_PLACE = 2
/** A kill comes within so many wall milliseconds, in the midst of whatever is on its way then. */
const KILL_WITHIN = 400

export interface RunOptions {
  readonly start: EngineStart
  readonly clock: Clock
  readonly orders: readonly Order[]
  readonly vendors: string
  readonly seed: string
  /** The engine is killed and started anew after each of so many acts that were asked for. */
  readonly killEvery: number
}

export interface Ended {
  /** Given up, and then tried again behind what was asked for since; a part may be there from before. */
  readonly triedAgain: ReadonlySet<Order>
  readonly standings: Standings
  /** In the order in which they were asked for. */
  readonly asked: readonly Order[]
  readonly kills: number
  readonly settledByPerson: Readonly<Record<Word, number>>
}

/** Asks for all of them, as places come free, kills the engine now and then, and has a person settle what stays unknown. */
export async function runAll(options: RunOptions): Promise<Ended> {
  const { clock, seed, start, killEvery } = options
  const [kill, again] = [seeded(seed, 'kills'), seeded(seed, 'again')]
  const [thoughtOver, triedAgain] = [new Set<Order>(), new Set<Order>()]
  const left = [...options.orders]
  const byId = new Map<string, Order>(left.map(order => [order.id, order]))
  const [asked, open] = [[] as Order[], new Set<Order>()]
  const settledByPerson: Record<Word, number> = {
    'it-is-there': 0,
    'send-again': 0,
    'give-up': 0,
    new: 0,
    'look-again': 0,
  }
  const { promise: over, resolve: finish, reject } = Promise.withResolvers<void>()
  let kills = 0
  let engine: EngineLink | undefined
  const person = startPerson({
    ...{ clock, vendors: options.vendors, random: seeded(seed, 'person') },
    say: (order, word) => void settle(order, word).catch(reject),
  })

  function moved(id: string, state: State): void {
    const order = byId.get(id)
    if (order === undefined) return
    person.hears(order, state)
    if (state === 'open' || state === 'unknown' || state === 'asking') return
    if (state === 'given-up' && isTriedAgain(order)) return void settle(order, 'send-again').catch(reject)
    open.delete(order)
    pump()
  }

  function pump(): void {
    while (engine !== undefined && open.size < ON_THEIR_WAY) {
      const at = left.findIndex(order => onWayTo(order.target) < TO_ONE_PLACE)
      const [order] = at === -1 ? [] : left.splice(at, 1)
      if (order === undefined) break
      open.add(order)
      asked.push(order)
      ask(engine, order)
      if (asked.length % killEvery === 0) {
        const dying = engine
        setTimeout(() => void restart(dying).catch(reject), kill() * KILL_WITHIN)
      }
    }
    if (engine !== undefined && isOver()) finish()
  }

  /** [OB20] Of every second act that was given up the person thinks better, once. */
  function isTriedAgain(order: Order): boolean {
    if (!('what' in order) || thoughtOver.has(order)) return false
    thoughtOver.add(order)
    if (again() >= 0.5) return false
    triedAgain.add(order)
    return true
  }

  const isOver = () => left.length === 0 && open.size === 0

  const onWayTo = (target: string) => [...open].filter(order => order.target === target).length

  function ask(to: EngineLink, order: Order): void {
    const told = (fault: string | null) => {
      if (fault !== null && fault !== lost) reject(new Error(`${JSON.stringify(order)}: ${fault}`))
    }
    // Derived from the order, so that what is asked for again after a kill is known as the same.
    const request = (what: string) => seededId<RequestId>(seeded(seed, order.id, what))
    const { incident } = order
    if ('what' in order)
      void to.run('acts:ask', { incident, act: order.id, what: order.what }, request('ask')).then(told)
    else {
      void to.run('comms:draft', { incident, update: order.id, content: order.content }, request('draft')).then(told)
      void to.run('comms:publish', { incident, update: order.id }, request('publish')).then(told)
    }
  }

  async function settle(order: Order, word: Word): Promise<void> {
    const request = seededId<RequestId>(seeded(seed, order.id, word, clock.now()))
    const reply = await engine?.run(...said(order, word), request)
    // Refused: the outbox found it meanwhile. Lost: after the restart it is unknown still, and heard of again.
    if (reply === null) settledByPerson[word] += 1
  }

  async function restart(dying: EngineLink): Promise<void> {
    if (engine !== dying || isOver()) return
    engine = undefined
    kills += 1
    await dying.kill()
    await go()
  }

  async function go(): Promise<void> {
    const started = await startEngineProcess(start, moved)
    const { of } = started.found
    // What the killed one had not written yet is asked for again, in the same order and before anything new.
    for (const order of asked) if (open.has(order) && isUnheard(of.get(order.id), order)) ask(started, order)
    engine = started
    for (const [id, state] of of) moved(id, state)
    pump()
  }

  try {
    await go()
    await over
    if (engine === undefined) throw new Error('The run ended without an engine')
    return { triedAgain, standings: await engine.standings(), asked, kills, settledByPerson }
  } finally {
    person.stop()
    await engine?.kill()
  }
}

/** A draft that was written before the kill, and its publication not, stands as open too: asking again changes nothing. */
function isUnheard(state: State | undefined, order: Order): boolean {
  return state === undefined || (state === 'open' && !('what' in order))
}

/** A person's word as the call that says it. */
function said(order: Order, word: Word): readonly [CommandName, object] {
  const { incident } = order
  if ('what' in order) {
    return ['acts:settle', { incident, act: order.id, word: word === 'it-is-there' ? 'it-is-done' : word }]
  }
  if (word === 'new' || word === 'look-again') {
    return ['comms:place', { incident, update: order.id, word: { say: word } }]
  }
  return ['comms:settle', { incident, update: order.id, word: word === 'it-is-there' ? 'it-is-out' : word }]
}
