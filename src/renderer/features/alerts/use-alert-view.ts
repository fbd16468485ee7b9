import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { useBoard, useCockpit } from '../../stores/cockpit'
import type { ColumnLayout } from '../../tables/column-layout'
import { useSortedRows } from '../../tables/sorted-rows'
import { useStoredLayout } from '../../tables/stored-layout'
import { alertOrders } from './alert-columns'
import { groupTest, readFilter } from './alert-filter'
import { byPriority } from './alert-order'
import { useFoundAlerts, useLabelled } from './use-found-alerts'

interface AlertList {
  readonly rows: readonly ListedAlert[]
  /** How many are still loading; meanwhile `rows` are the most urgent. */
  readonly missing: number
}

/**
 * Every open alert, with the rule that suppresses it. If a push carries all of them, they are taken from there.
 * @param wanted false while single alerts are not shown: a storm is not read then
 */
function useAlertList(wanted: boolean): AlertList {
  const { alertList } = useCockpit()
  const { first, open } = useBoard(board => board.alerts)
  const all = useStore(alertList, list => list.rows)
  const read = useStore(alertList, list => list.read)
  const isStorm = wanted && open > first.length
  useEffect(() => (isStorm ? alertList.follow() : undefined), [alertList, isStorm])
  if (isStorm && all !== null) return { rows: all, missing: 0 }
  return { rows: first, missing: isStorm ? Math.max(0, open - Math.max(read, first.length)) : 0 }
}

export interface AlertView {
  readonly grouped: boolean
  readonly onGrouped: (grouped: boolean) => void
  readonly text: string
  readonly onText: (text: string) => void
  /** Single alerts that match and that no rule suppresses, in their order. */
  readonly rows: readonly ListedAlert[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  /** Every single alert. */
  readonly all: readonly ListedAlert[]
  /** Undefined: all groups. */
  readonly fitsGroup: ((group: AlertGroup) => boolean) | undefined
  readonly shown: number
  /** The total: suppressed alerts do not count. */
  readonly of: number
  /** Alerts that are still loading. */
  readonly missing: number
}

/** From this many open alerts on they are shown in groups, until the user chooses otherwise. */
const GROUPED_FROM = 30

/** What the alerts pane shows: groups or single alerts, and which of them. */
export function useAlertView(): AlertView {
  const { open, groups, moreGroups } = useBoard(board => board.alerts)
  const [chosen, setChosen] = useState<boolean | null>(null)
  const [text, setText] = useState('')
  const filter = useMemo(() => readFilter(text), [text])
  const labelled = useLabelled(filter)
  const fits = useMemo(() => groupTest(filter, labelled.group), [filter, labelled])
  // [AL5] A few alerts are read one by one, a storm in groups; the user's choice wins over both.
  const grouped = (chosen ?? open >= GROUPED_FROM) && fits !== undefined
  const { rows, missing } = useAlertList(!grouped)
  const { hidden } = filter
  const visible = useMemo(() => rows.filter(row => (row.hiddenBy !== undefined) === hidden), [rows, hidden])
  const [layout, onLayout] = useStoredLayout('alerts')
  // Sorted before it is filtered: the order stays the same while the filter is typed.
  const sorted = useSortedRows(visible, alertOrders, layout.sort, byPriority)
  const found = useFoundAlerts(sorted, filter, labelled)
  const fitsGroup = filter.terms.length === 0 ? undefined : fits
  const shownGroups = useMemo(
    () => (fitsGroup === undefined ? groups.length : groups.filter(fitsGroup).length),
    [groups, fitsGroup],
  )
  return {
    ...{
      grouped,
      onGrouped: setChosen,
      text,
      onText: setText,
      rows: found,
      all: rows,
      layout,
      onLayout,
      fitsGroup,
      missing,
    },
    shown: grouped ? shownGroups : found.length,
    of: grouped ? groups.length + moreGroups : visible.length,
  }
}
