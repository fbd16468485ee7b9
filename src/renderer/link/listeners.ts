import type { LinkState } from '../../shared/contract/link'
import type { Pushes, PushName } from '../../shared/contract/pushes'

type Listener = (payload: never) => void

/** Listeners by name of push. A name without listeners costs nothing. */
export class PushListeners {
  readonly #listeners = new Map<string, Set<Listener>>()

  /** @returns its stop */
  on<Name extends PushName>(name: Name, listener: (payload: Pushes[Name]) => void): () => void {
    const known = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, known.add(listener))
    return () => known.delete(listener)
  }

  /** Engine and page come from one build, so the payload has the type of its name. */
  emit(name: string, payload: unknown): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload as never)
  }
}

/** The state of the connection and its listeners; undefined until known. */
export class StateListeners {
  readonly #listeners = new Set<(state: LinkState) => void>()
  #state: LinkState | undefined

  get state(): LinkState | undefined {
    return this.#state
  }

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
