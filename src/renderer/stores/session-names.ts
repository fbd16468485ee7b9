const KEY = 'quarterdeck.name'

/** The name that the user last gave in this browser; null: the engine's own guess is good. */
export function storedUserName(storage: Storage): string | null {
  return storage.getItem(KEY)
}

export function saveUserName(storage: Storage, name: string): void {
  storage.setItem(KEY, name)
}
const PLACE = 'quarterdeck.screen'

const browsers = [
  ['Edge', /Edg\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrom(?:e|ium)\//],
  ['Safari', /Safari\//],
] as const

const systems = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Macintosh/],
  ['Windows', /Windows/],
  ['Linux', /Linux/],
] as const

/** The name of this window in the record, such as "Chrome on Linux, window 3f2a"; the same after a reload. */
export function sessionName(): string {
  const agent = navigator.userAgent
  const named = (known: readonly (readonly [string, RegExp])[]) => known.find(([, sign]) => sign.test(agent))?.[0]
  const program = 'quarterdeck' in window ? 'Desktop' : (named(browsers) ?? 'Browser')
  const system = named(systems)
  return `${program}${system === undefined ? '' : ` on ${system}`}, window ${windowSign()}`
}

/** Four letters by which two windows of one machine differ. */
function windowSign(): string {
  try {
    const kept = sessionStorage.getItem(PLACE) ?? crypto.randomUUID().slice(0, 4)
    sessionStorage.setItem(PLACE, kept)
    return kept
  } catch (error) {
    console.warn('This window has no name that outlives it', error)
    return 'unnamed'
  }
}
