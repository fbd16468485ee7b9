import { fromJson, isListOf, isRecord, isText } from '../shared/lib/read-json'

const MARK = '#carry='
const OURS = 'quarterdeck.'
/**
 * Marks that the storage of an earlier address was moved to this one: moving it again would bring back lines that were
 * sent since.
 */
const DONE = 'quarterdeck-carried'

interface CarriedStorage {
  readonly hash: string
  readonly stored: readonly (readonly [name: string, value: string])[]
}

/**
 * Moves what this browser stored under the address of an earlier version: layouts, names, settings, half-typed lines.
 * The page of that address passes it after the `#`; what is already stored here is newer and stays.
 */
export function takeCarriedStorage({ location, history, localStorage }: Window): void {
  if (!location.hash.startsWith(MARK)) return
  const carried = readCarried(location.hash.slice(MARK.length))
  history.replaceState(history.state, '', `${location.pathname}${location.search}${carried?.hash ?? ''}`)
  if (carried === null) return
  try {
    if (localStorage.getItem(DONE) !== null) return
    for (const [name, value] of carried.stored) {
      if (name.startsWith(OURS) && localStorage.getItem(name) === null) localStorage.setItem(name, value)
    }
    localStorage.setItem(DONE, new Date().toISOString())
  } catch (error) {
    console.warn('What an earlier version stored could not be taken over', error)
  }
}

function readCarried(text: string): CarriedStorage | null {
  try {
    const carried = fromJson(decodeURIComponent(text))
    return isCarried(carried) ? carried : null
  } catch {
    // Another program wrote it, or it was truncated: there is nothing to restore.
    return null
  }
}

function isCarried(value: unknown): value is CarriedStorage {
  return isRecord(value) && isText(value.hash) && isListOf(value.stored, isPair)
}

function isPair(value: unknown): value is readonly [string, string] {
  return isListOf(value, isText) && value.length === 2
}
