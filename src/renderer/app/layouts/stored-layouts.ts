import { fromJson } from '../../../shared/lib/read-json'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { texts } from '../../../shared/texts/texts'
import { type NamedLayout, readTree } from './layout-file'
import { isReadyMade, type ReadyMade } from './ready-made'
import type { Tree } from './tree'

const [NOW, SAVED] = ['quarterdeck.layout', 'quarterdeck.layouts']

/** The layout of a window, and its name; null: none. */
export interface CurrentLayout {
  readonly name: string | null
  readonly tree: Tree
  /** The built-in layout that it came from; absent: the IC's. */
  readonly from?: ReadyMade
}

/** The layouts stored in this browser. */
export interface StoredLayouts {
  /** Null where nothing was stored; the fault says what is wrong with what was. */
  current(): Reply<CurrentLayout | null, string>
  saveCurrent(current: CurrentLayout): void
  saved(): readonly NamedLayout[]
  saveNamed(layouts: readonly NamedLayout[]): void
}

/**
 * @param own storage of this tab alone: two cockpits on two displays each have their own layout after a reload
 * @param all storage of all tabs and starts: gives a new tab its first layout
 */
export function storedLayouts(own: Storage, all: Storage): StoredLayouts {
  return {
    current() {
      const text = own.getItem(NOW) ?? all.getItem(NOW)
      return text === null ? ok(null) : readCurrent(fromJson(text))
    },
    saveCurrent(current) {
      const text = JSON.stringify(current)
      keep(own, NOW, text)
      keep(all, NOW, text)
    },
    saved: () => readSaved(fromJson(all.getItem(SAVED) ?? '[]')),
    saveNamed: layouts => keep(all, SAVED, JSON.stringify(layouts)),
  }
}

/** For a window that starts over each time. */
export const nothingStored: StoredLayouts = {
  current: () => ok(null),
  saveCurrent: () => undefined,
  saved: () => [],
  saveNamed: () => undefined,
}

function readCurrent(value: unknown): Reply<CurrentLayout, string> {
  if (typeof value !== 'object' || value === null || !('tree' in value))
    return fail(texts.layoutFaults.problems.noLayout)
  const tree = readTree(value.tree)
  if (!tree.ok) return tree
  const name = 'name' in value && typeof value.name === 'string' ? value.name : null
  const from = 'from' in value && isReadyMade(value.from) ? { from: value.from } : {}
  return ok({ name, tree: tree.value, ...from })
}

/** An unreadable layout is dropped; the others are still good. */
function readSaved(value: unknown): readonly NamedLayout[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) => {
    const read = readCurrent(one)
    if (!read.ok || read.value.name === null) return []
    return [{ ...read.value, name: read.value.name }]
  })
}

function keep(storage: Storage, key: string, text: string): void {
  try {
    storage.setItem(key, text)
  } catch (error) {
    console.warn('The layout could not be kept', error)
  }
}
