import { actorName } from '../../../../shared/domain/people'
import { type EntryKind, entryKinds, type TimelineEntry } from '../../../../shared/domain/timeline'
import { handleOf, mentions, type NamesPattern } from '../marks'

/** What is looked for, in the marks of the scribe's line: words are found in context, marks leave other lines out. */
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
  // A whole name is one mark.
  const joined = names === null ? typed : typed.replace(names, handleOf)
  for (const word of joined.normalize('NFC').toLowerCase().split(/\s+/)) {
    const kind = word.startsWith('!') ? entryKinds.find(known => known === word.slice(1)) : undefined
    if (kind !== undefined) query.kinds.push(kind)
    else if (word === '+pin') pinned = true
    else if (/^[@\uff20]./.test(word)) query.people.push(word.slice(1))
    else if (/^#./.test(word)) query.tags.push(word.slice(1))
    // A mark that is being typed does not empty the screen yet.
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

/** Whether a line is among those that the marks leave in. */
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
