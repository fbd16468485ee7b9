/**
 * Why an event that came from elsewhere is stored and forwarded, but not folded. `ahead`: its time is more than a day
 * ahead of ours. `known-id`: another origin wrote an event with its id. `unparseable`: it is of a kind that we know,
 * and does not have its form. `misplaced`: its kind belongs in no incident.
 */
export const heldReasons = ['ahead', 'known-id', 'unparseable', 'misplaced'] as const
export type HeldReason = (typeof heldReasons)[number]

/** [RK10] Events of one machine that are held for one reason. */
export interface HeldCount {
  readonly reason: HeldReason
  /** Who wrote them, as they call themselves; empty: nobody, but the machine itself. */
  readonly who: readonly string[]
  /** The first letters of its origin, by which two machines of one person are distinguished. */
  readonly machine: string
  readonly count: number
}
