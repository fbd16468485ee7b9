import { withoutByteOrderMark } from '../../shared/lib/file-text'
import { checkRegularFile } from '../engine/guards/regular-file'
import type { Settings, SettingsStore } from '../engine/ports'
import { parseSettings } from './settings-shape'
import { StartProblem } from './start-problem'

/** What both hosts' stores (conf, and electron-store, which extends it) have in common. */
export interface SettingsVessel {
  readonly path: string
  /** Reading reads the file again; assigning writes it whole, atomically. */
  store: Record<string, unknown>
}

/** For a vessel's `deserialize`: by itself conf takes `[]` for an empty store, and would write over it. */
export function deserializeSettings(text: string): Record<string, unknown> {
  const raw: unknown = JSON.parse(withoutByteOrderMark(text))
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return { ...raw }
  throw new Error('it must hold one JSON object')
}

/** 200 panels with all that they may hold. */
const MOST_BYTES = 50_000_000

/**
 * Opens settings over a vessel. A file that is broken is never written to: what a person typed into it stays.
 * @throws StartProblem on opening and on each later use, while the file is broken
 */
export function openSettingsStore(file: string, openVessel: () => SettingsVessel): SettingsStore {
  const vessel = withFileNamed(file, openVessel)
  const raw = () => withFileNamed(file, () => vessel.store)
  const read = () => readSettings(file, raw())
  read()
  return {
    read,
    write: change => {
      const before = raw()
      readSettings(file, before)
      const after = { ...before, ...change }
      readSettings(file, after)
      vessel.store = after
    },
  }
}

function readSettings(file: string, raw: unknown): Settings {
  const read = parseSettings(raw)
  if (read.ok) return read.value
  throw new StartProblem(`${file}: ${read.fault.field}: ${read.fault.message}. Correct the file and start again.`)
}

function withFileNamed<T>(file: string, use: () => T): T {
  const checked = checkRegularFile(file, MOST_BYTES)
  if (!checked.ok) throw new StartProblem(`${file} ${checked.fault.message}. Move it away and start again.`)
  try {
    return use()
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    throw new StartProblem(`${file} cannot be read: ${reason}. Correct the file, or move it away, and start again.`)
  }
}
