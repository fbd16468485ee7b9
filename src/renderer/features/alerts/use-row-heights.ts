import { useMemo } from 'react'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { useAskedActs } from '../../stores/asked-acts'
import { ROW_HEIGHT } from '../../tables/virtual-table'
import { actShown } from './page-acts'
import { standsInRow } from './page-standing'

/** A line more than other rows have. */
const WITH_STANDING = ROW_HEIGHT + 20

/** Heights of rows: those of pages on which something was asked have a line that tells of it. Undefined: all alike. */
export function useRowHeights(): ((row: AlertRow) => number) | undefined {
  const acts = useAskedActs()
  return useMemo(() => {
    const onPages = acts.filter(({ what }) => 'page' in what)
    if (onPages.length === 0) return undefined
    const pages = new Set(onPages.map(({ what }) => ('page' in what ? `${what.connection}/${what.page.id}` : '')))
    return row => {
      const act = pages.has(row.id) ? actShown(row, onPages) : undefined
      return act !== undefined && standsInRow(row, act) ? WITH_STANDING : ROW_HEIGHT
    }
  }, [acts])
}
