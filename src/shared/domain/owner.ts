import type { Actor } from './people'

/** [OW1] Which machine sends what an incident asks of other systems. */
export interface Owner {
  /** Null: it was released, and nobody has taken it yet. */
  readonly origin: string | null
  /** Rises with each taking over: of two, the higher holds. */
  readonly term: number
  readonly by: Actor
  /** [OW5] Of a released one: the machine that released it, and whom it was handed to; absent: nobody was named. */
  readonly from?: string
  readonly to?: string
}

/** Of the machine on which the incident was declared. */
export const FIRST_TERM = 1

/** Term of the current sender; null: nobody has taken it over since it was declared. */
export function termOf(owner: Owner | null): number {
  return owner?.term ?? FIRST_TERM
}
