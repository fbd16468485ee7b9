import type { LinkState } from '../../shared/contract/link'
import type { Pushes, PushName } from '../../shared/contract/pushes'

type Listener = (payload: never) => void

/** Who listens to which push. Names that nobody listens to cost nothing. */
export class PushListeners {
  readonly #listeners = new Map<string, Set<Listener>>()

  /** Returns its stop. */
  on<Name extends PushName>(name: Name, listener: (payload: Pushes[Name]) => void): () => void {
    const known = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, known.add(listener))
    return () => known.delete(listener)
  }

  /** The engine and the screen are of one build, so a payload is what its name says. */
  tell(name: string, payload: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never)
  }
}

/** The state of a line; until it is known nobody is told. */
export class StateListeners {
  readonly #listeners = new Set<(state: LinkState) => void>()
  #state: LinkState | undefined

  get state(): LinkState | undefined {
    return this.#state
  }

  get isLost(): boolean {
    return this.#state !== undefined && this.#state !== 'open'
  }

  /** Told at once where the state is known; returns its stop. */
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
