import { fitness } from './fuzzy'

/** Something that can be done now, from anywhere. */
export interface PaletteAct {
  readonly id: string
  readonly name: string
  readonly group: string
  /** The key that does it without the palette. */
  readonly key?: string
  /** Other words by which people look for it. */
  readonly words?: string
  readonly run: () => void
}

/** [PA2] What fits the query, the best first: of two the one whose words are begun by what was typed; of equals, and without a query, what was used last stands on top. */
export function found(acts: readonly PaletteAct[], query: string, recent: readonly string[]): readonly PaletteAct[] {
  const age = (act: PaletteAct) => {
    const at = recent.indexOf(act.id)
    return at < 0 ? recent.length : at
  }
  return acts
    .flatMap(act => {
      const score = query === act.key ? Number.POSITIVE_INFINITY : fitness(query, act.name, act.words)
      return score === undefined ? [] : [{ act, score }]
    })
    .sort((a, b) => compare(b.score, a.score) || age(a.act) - age(b.act))
    .map(({ act }) => act)
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
