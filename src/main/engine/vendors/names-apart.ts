import { plainLine } from '../http/plain-text'

const LONGEST = 200
/** The length of a name's beginning that stays when its end is what distinguishes it. */
const HEAD = 60
/** Shown before the place where names part, so that the difference has a context. */
const LEAD = 20

/**
 * Names of one chart's lines, cut to what can be shown. Names that would be equal after the cut lose the shared part
 * instead of the part in which they differ.
 */
export function namesApart(names: readonly string[]): readonly string[] {
  const shown = names.map(name => plainLine(name, LONGEST))
  for (const places of Map.groupBy(names.keys(), at => shown[at]).values()) {
    const full = [...new Set(places.map(at => names[at] ?? ''))]
    if (full.length < 2) continue
    const shorter = shortened(full)
    for (const at of places) shown[at] = shorter.get(names[at] ?? '') ?? ''
  }
  return shown
}

function shortened(names: readonly string[]): ReadonlyMap<string, string> {
  const from = Math.max(HEAD, sharedLength(names) - LEAD)
  const taken = new Set<string>()
  return new Map(
    names.map((name, at) => {
      const tail = name.slice(from).replace(/^[\uDC00-\uDFFF]/, '')
      const short = plainLine(`${name.slice(0, HEAD).replace(/[\uD800-\uDBFF]$/, '')}…${tail}`, LONGEST)
      // Names of thousands of characters may part a second time further on.
      const own = taken.has(short) ? `${short} (${at + 1})` : short
      taken.add(own)
      return [name, own]
    }),
  )
}

function sharedLength(names: readonly string[]): number {
  const [first = '', ...others] = names
  const places = Array.from({ length: first.length }, (_, at) => at)
  return places.find(at => others.some(name => name[at] !== first[at])) ?? first.length
}
