import type { RawPanel, RawRow } from './schema'

/**
 * Copies that Grafana made of repeated panels and rows, and saved beside their originals, with what the variables held
 * then. It drops them when it loads the dashboard and makes new ones of the original; so do we.
 * @see https://github.com/grafana/grafana/issues/17887 for what exports hold
 */

export function originals(panels: readonly RawPanel[]): readonly RawPanel[] {
  return panels.filter(panel => !isCopy(panel))
}

function isCopy({ repeat, repeatPanelId, repeatedByRow }: RawPanel): boolean {
  return typeof repeatPanelId === 'number' && (!repeat || repeatedByRow === true)
}

/** Of schemas before 16. */
export function isCopiedRow({ repeat, repeatRowId }: RawRow): boolean {
  return typeof repeatRowId === 'number' && !repeat
}
