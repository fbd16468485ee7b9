import { useRef } from 'react'
import { useStore } from 'zustand'
import { type PaneKey, paneKeys } from '../../../shared/contract/pane-address'
import type { PaneContents } from '../pane-contents'
import type { Layouts } from './layouts'
import { panesOf } from './tree'

/** Drawn from the first on: their dialogs are asked for by keys, and they cost little. */
const light: readonly PaneKey[] = ['alerts', 'roles', 'checkpoint', 'comms', 'handoff']

/** Leaves out the panes that this window never had in sight: a hidden chart would be drawn for nobody. */
export function useSeenPanes(layouts: Layouts): (all: PaneContents) => PaneContents {
  const seen = useRef(new Set(light))
  const shown = useStore(layouts, ({ tree }) => tree)
  for (const pane of panesOf(shown)) seen.current.add(pane)
  return all => Object.fromEntries(paneKeys.filter(pane => seen.current.has(pane)).map(pane => [pane, all[pane]]))
}
