import { fitness } from './fuzzy'

/** An action that is available now, from anywhere. */
export interface PaletteAct {
  readonly id: string
  readonly name: string
  readonly group: string
  /** Its key outside the palette. */
  readonly key?: string
  /** Other words that people search for it by. */
  readonly words?: string
  /** It acts on rows of the pane that has the focus, or had it last. */
  readonly near?: boolean
  readonly run: () => void
}

/** [PA4] Of two that begin with the query, the action on the rows at hand wins. */
const NEAR = 1_000

/** [PA2] Actions that match the query, best first; among equals, and without a query, the last used come first. */
export function found(acts: readonly PaletteAct[], query: string, recent: readonly string[]): readonly PaletteAct[] {
  const age = (act: PaletteAct) => {
    const at = recent.indexOf(act.id)
    return at < 0 ? recent.length : at
  }
  return acts
    .flatMap(act => {
      const score = query === act.key ? Number.POSITIVE_INFINITY : fitness(query, act.name, act.words)
      if (score === undefined) return []
      const meant = act.near === true && query !== '' && act.name.toLowerCase().startsWith(query.toLowerCase())
      return [{ act, score: meant ? score + NEAR : score }]
    })
    .sort((a, b) => compare(b.score, a.score) || age(a.act) - age(b.act))
    .map(({ act }) => act)
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
