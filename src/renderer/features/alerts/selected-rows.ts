/** Rows that somebody has selected: by Space one by one, with Shift and an arrow a stretch of them. */
export interface Selected {
  readonly ids: ReadonlySet<string>
  /** Where the stretch began that Shift draws; null: none is being drawn. */
  readonly anchor: string | null
}

export const noneSelected: Selected = { ids: new Set(), anchor: null }

export function withToggled({ ids }: Selected, id: string): Selected {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, anchor: id }
}

/** [AL8] Everything between the anchor and a row, besides what was selected before; without an anchor from `from` on. */
export function withStretch({ ids, anchor }: Selected, order: readonly string[], from: number, to: number): Selected {
  const known = anchor === null ? -1 : order.indexOf(anchor)
  const begin = known < 0 ? from : known
  const kept = new Set(ids)
  // Going back gives up what the stretch had: rows between where it ended and where it ends now.
  for (const id of order.slice(Math.min(begin, from), Math.max(begin, from) + 1)) kept.delete(id)
  for (const id of order.slice(Math.min(begin, to), Math.max(begin, to) + 1)) kept.add(id)
  return { ids: kept, anchor: order[begin] ?? null }
}
