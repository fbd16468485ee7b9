import type { LinkState } from '../../shared/contract/link'
import type { Pushes, PushName } from '../../shared/contract/pushes'
import type { Millis } from '../../shared/lib/time'

type Listener = (payload: never) => void

/** Feeds, facts and gates are pushed often, and in full each time: of several that wait, the newest is enough. */
const states: readonly string[] = ['feeds', 'facts', 'gates'] satisfies readonly PushName[]

/** Other source data that no one reads together with those states: it does not wait, and flushes none of them. */
const beside: readonly string[] = [
  'panels',
  'panelTimes',
  'alerts',
  'pages',
  'rules',
  'deploys',
  'annotations',
] satisfies readonly PushName[]

/** Wall-clock milliseconds from one drawing of states to the next. */
const PACE: Millis = 200

/**
 * Listeners by name of push. A name without listeners costs nothing. [CW6] States that arrive faster than they can be
 * drawn are not drawn one by one: the newest of each waits for the next drawing, or until a push arrives that must be
 * applied after it. Otherwise a slow page would draw ever older states, and every answer would wait behind them. If a
 * listener throws, the others still get everything: what waits, and every answer.
 */
export class PushListeners {
  readonly #listeners = new Map<string, Set<Listener>>()
  readonly #waiting = new Map<string, unknown>()
  #timer: ReturnType<typeof setTimeout> | 0 = 0

  /** @returns its stop */
  on<Name extends PushName>(name: Name, listener: (payload: Pushes[Name]) => void): () => void {
    const known = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, known.add(listener))
    return () => known.delete(listener)
  }

  /** Engine and page come from one build, so the payload has the type of its name. */
  emit(name: string, payload: unknown): void {
    if (!states.includes(name)) {
      if (!beside.includes(name)) this.catchUp()
      this.#say(name, payload)
      return
    }
    this.#waiting.set(name, payload)
    if (!this.#timer) this.#goOn()
  }

  /** Emits what waits: an answer that follows was given in that state. */
  catchUp(): void {
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const [name, payload] of waiting) this.#say(name, payload)
  }

  #goOn(): void {
    this.#timer = this.#waiting.size > 0 ? setTimeout(() => this.#goOn(), PACE) : 0
    this.catchUp()
  }

  #say(name: string, payload: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) {
      try {
        listener(payload as never)
      } catch (error) {
        // Reported as any other error of the page.
        setTimeout(() => {
          throw error
        })
      }
    }
  }
}

/** The state of the connection and its listeners; undefined until known. */
export class StateListeners {
  readonly #listeners = new Set<(state: LinkState) => void>()
  #state: LinkState | undefined

  get isLost(): boolean {
    return this.#state !== undefined && this.#state !== 'open'
  }

  /** Calls the listener at once if the state is known. @returns its stop */
  on(listener: (state: LinkState) => void): () => void {
    this.#listeners.add(listener)
    if (this.#state !== undefined) listener(this.#state)
    return () => this.#listeners.delete(listener)
  }

  change(state: LinkState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}
