import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PaneKey } from '../../../shared/contract/pane-address'
import { dock } from './arrange'
import type { Places } from './geometry'
import type { NamedLayout } from './layout-file'
import type { PaneWindows } from './pane-windows'
import { readyMade, readyMadeNamed } from './ready-made'
import type { CurrentLayout, StoredLayouts } from './stored-layouts'
import { panesOf, stackWith, type Tree, withFront, without } from './tree'

interface Away {
  readonly pane: PaneKey
  readonly before: Tree
  readonly after: Tree
}

export interface LayoutsState extends CurrentLayout {
  /** Panes in windows of their own, and how the layout was before each left it. */
  readonly away: readonly Away[]
  /** The one pane that fills the whole desk. */
  readonly maximised: PaneKey | null
  /** The pane that has the focus, or had it last. */
  readonly held: PaneKey | null
  /** The keyboard moves the held pane. */
  readonly arranging: boolean
  /** Layouts that people saved under a name in this browser. */
  readonly saved: readonly NamedLayout[]
}

export interface Layouts extends StoreApi<LayoutsState> {
  readonly windows: PaneWindows
  /** Says why something did not happen. */
  readonly notify: (message: string) => void
  /** Why the stored layout could not be used; null: it could, or none was stored. */
  readonly problem: string | null
  /** Changes the places of panes; `places` are the current ones. */
  arrange(change: (tree: Tree, places: Places) => Tree): void
  /** Makes the pane visible: in front of its tabs, reopened if closed, instead of the maximised one. */
  reveal(pane: PaneKey): void
  /** Closes the pane; its digit brings it back. The last one stays. */
  close(pane: PaneKey): void
  /** The pane is in a window of its own from now on. */
  left(pane: PaneKey): void
  /** That window closed: the pane comes back to where it was, or near. */
  returned(pane: PaneKey): void
  take(layout: NamedLayout): void
  save(layouts: readonly NamedLayout[]): void
  /** The desk calls this each time it has placed its panes. */
  placed(places: Places): void
}

export function isAway({ away }: LayoutsState, pane: PaneKey): boolean {
  return away.some(one => one.pane === pane)
}

/** What the desk shows now. */
export function shownTree({ tree, maximised }: Pick<LayoutsState, 'tree' | 'maximised'>): Tree {
  return maximised === null ? tree : { kind: 'stack', panes: [maximised], front: maximised }
}

export interface LayoutPorts extends Pick<Layouts, 'windows' | 'notify'> {
  readonly stored: StoredLayouts
  /** The layout when nothing was stored; absent: the IC's. */
  readonly first?: CurrentLayout
}

export function createLayouts({ stored, windows, notify, first = commanders }: LayoutPorts): Layouts {
  const read = stored.current()
  const current = (read.ok ? read.value : null) ?? first
  const store = createStore<LayoutsState>(() => ({
    ...current,
    away: [],
    maximised: null,
    held: null,
    arranging: false,
    saved: stored.saved(),
  }))
  let places: Places = { stacks: [], sashes: [] }
  const stand = (tree: Tree, more: Partial<LayoutsState> = {}) => {
    store.setState({ tree, ...more })
    const { name, away, from = 'ic' } = store.getState()
    stored.saveCurrent({ name, tree: away.reduceRight(home, tree), from })
  }
  const left = (pane: PaneKey) => {
    const { tree, away } = store.getState()
    const after = without(tree, pane)
    if (after === null || isAway(store.getState(), pane)) return
    stand(after, { away: [...away, { pane, before: tree, after }], maximised: null })
  }
  return {
    ...store,
    windows,
    notify,
    problem: read.ok ? null : read.fault,
    arrange: change => stand(change(store.getState().tree, places)),
    reveal(pane) {
      const { tree, maximised } = store.getState()
      if (maximised !== null && maximised !== pane) store.setState({ maximised: pane })
      stand(stackWith(tree, pane) === undefined ? brought(tree, pane) : withFront(tree, pane))
    },
    close(pane) {
      const tree = without(store.getState().tree, pane)
      if (tree !== null) stand(tree, { maximised: null, held: null, arranging: false })
    },
    left,
    returned(pane) {
      const { tree, away } = store.getState()
      const gone = away.find(one => one.pane === pane)
      if (gone === undefined) return
      stand(home(tree, gone), { away: away.filter(one => one !== gone) })
    },
    take({ name, tree, from = readyMadeNamed(name) }) {
      const { away, from: before = 'ic' } = store.getState()
      stand(tree, { name, from: from ?? before, maximised: null, away: [] })
      for (const { pane } of away) left(pane)
    },
    save(saved) {
      stored.saveNamed(saved)
      store.setState({ saved })
    },
    placed: now => {
      places = now
    },
  }
}

export const commanders: NamedLayout = { name: readyMade.ic.name, tree: readyMade.ic.tree }

/** The built-in layout that the current one came from: a reset returns to it. */
export function cameFrom({ from = 'ic' }: CurrentLayout): NamedLayout {
  return readyMade[from]
}

/** Where a closed pane comes back: as a tab of a pane that it is used together with. */
const companions: Readonly<Record<PaneKey, readonly PaneKey[]>> = {
  metrics: ['alerts', 'timeline'],
  alerts: ['metrics', 'timeline'],
  roles: ['checkpoint', 'comms', 'handoff'],
  checkpoint: ['roles', 'comms', 'handoff'],
  comms: ['handoff', 'checkpoint', 'roles'],
  timeline: ['comms', 'handoff', 'alerts'],
  handoff: ['comms', 'checkpoint', 'roles'],
  strategy: ['handoff', 'checkpoint', 'comms'],
}

/** The layout before the pane left; if it changed since, the current one with the pane near to where it was. */
function home(tree: Tree, { pane, before, after }: Away): Tree {
  if (tree === after) return before
  return stackWith(tree, pane) === undefined ? brought(tree, pane) : tree
}

function brought(tree: Tree, pane: PaneKey): Tree {
  const there = panesOf(tree)
  const beside = companions[pane].find(other => there.includes(other)) ?? there[0]
  if (beside === undefined) return tree
  return dock(tree, pane, beside, 'tab')
}
