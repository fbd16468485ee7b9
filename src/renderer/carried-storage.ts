import * as z from 'zod/mini'

const MARK = '#carry='
const OURS = 'quarterdeck.'
/** Says that an earlier address was emptied into this one: later it would bring back lines that were sent since. */
const DONE = 'quarterdeck-carried'

const carriedShape = z.object({ hash: z.string(), stored: z.array(z.tuple([z.string(), z.string()])) })

/**
 * Takes over what this browser stored under the address of an earlier version: layouts, names, settings, half-typed
 * lines. The page of that address hands it on behind the `#`; what is stored here already is newer and stays.
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

function readCarried(text: string): z.infer<typeof carriedShape> | null {
  try {
    const parsed = z.safeParse(carriedShape, JSON.parse(decodeURIComponent(text)))
    return parsed.success ? parsed.data : null
  } catch {
    // Somebody else wrote it, or it was cut on its way: there is nothing to take over.
    return null
  }
}
