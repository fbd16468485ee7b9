import { actorName } from '../../../../shared/domain/people'
import { type EntryKind, entryKinds, type Timeline, type TimelineEntry } from '../../../../shared/domain/timeline'
import { handleOf, mentions, type NamesPattern } from '../marks'

/** A search, in the marks of the scribe's line: words are highlighted in context, marks filter the lines. */
export interface Query {
  /** Lower case; each must be in the line. */
  readonly words: readonly string[]
  readonly kinds: readonly EntryKind[]
  /** Beginnings of names, lower case. */
  readonly people: readonly string[]
  readonly tags: readonly string[]
  readonly pinned: boolean
}

/** `!decision @ada +pin pool full` → decisions of or about Ada that are pinned, with `pool` and `full` marked. */
export function readQuery(typed: string, names: NamesPattern = null): Query {
  const query = { words: [] as string[], kinds: [] as EntryKind[], people: [] as string[], tags: [] as string[] }
  let pinned = false
  // A full name is one mark.
  const joined = names === null ? typed : typed.replace(names, handleOf)
  for (const word of joined.normalize('NFC').toLowerCase().split(/\s+/)) {
    const kind = word.startsWith('!') ? entryKinds.find(known => known === word.slice(1)) : undefined
    if (kind !== undefined) query.kinds.push(kind)
    else if (word === '+pin') pinned = true
    else if (/^[@\uff20]./.test(word)) query.people.push(word.slice(1))
    else if (/^#./.test(word)) query.tags.push(word.slice(1))
    // A mark being typed does not empty the list yet.
    else if (!/^[!@#+]?$/.test(word) && !isUnfinished(word)) query.words.push(word)
  }
  return { ...query, pinned }
}

function isUnfinished(word: string): boolean {
  return '+pin'.startsWith(word) || (word.startsWith('!') && entryKinds.some(kind => kind.startsWith(word.slice(1))))
}

export function isFilter({ kinds, people, tags, pinned }: Query): boolean {
  return kinds.length + people.length + tags.length > 0 || pinned
}

/** Whether a line passes the marks. */
export function passes(
  { kinds, people, tags, pinned }: Query,
  entry: TimelineEntry,
  names: NamesPattern = null,
): boolean {
  if (pinned && !entry.pinned) return false
  if (kinds.length > 0 && !kinds.includes(entry.kind)) return false
  if (people.length + tags.length === 0) return true
  const named = mentions(entry.text, names)
  const author = handleOf(actorName(entry.by)).toLowerCase()
  return (
    people.every(person => author.startsWith(person) || named.people.some(name => name.startsWith(person))) &&
    tags.every(tag => named.tags.includes(tag))
  )
}

/** Whether every word is in the text. @param lower the text in lower case */
export function holdsAll(words: readonly string[], lower: string): boolean {
  return words.every(word => lower.includes(word))
}

/** Wall-clock milliseconds of one slice: the rest of a frame is for drawing and for the next letter. */
const SLICE = 4

/** Wall-clock milliseconds between two progress reports: each of them is drawn. */
const WORD_EVERY = 120

/** Lines between two reads of the clock. */
const STRIDE = 256

export interface Found {
  /** Places in the timeline, the newest first. */
  readonly hits: readonly number[]
  /** False while there is more to search. */
  readonly done: boolean
}

export interface ScanOptions {
  readonly timeline: Timeline
  readonly words: readonly string[]
  readonly passes: (place: number) => boolean
  readonly tell: (found: Found) => void
  /** Runs a slice when the page is idle again. */
  readonly later: (run: () => void) => void
  readonly clock: () => number
}

/** Searches a timeline from its end, in slices of a few milliseconds; returns its stop. */
export function startScan({ timeline, words, passes, tell, later, clock }: ScanOptions): () => void {
  const hits: number[] = []
  let [next, stopped, toldAt] = [timeline.length - 1, false, Number.NEGATIVE_INFINITY]
  const slice = () => {
    if (stopped) return
    const began = clock()
    const until = began + SLICE
    do {
      const end = Math.max(-1, next - STRIDE)
      for (; next > end; next -= 1) if (isHit(next)) hits.push(next)
    } while (next >= 0 && clock() < until)
    if (next >= 0) later(slice)
    if (next >= 0 && began - toldAt < WORD_EVERY) return
    toldAt = began
    tell({ hits: hits.slice(), done: next < 0 })
  }
  const isHit = (place: number) => {
    const entry = timeline[place]
    return entry !== undefined && holdsAll(words, entry.text.toLowerCase()) && passes(place)
  }
  slice()
  return () => {
    stopped = true
  }
}
