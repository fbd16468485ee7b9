import { type TypedKind, typedKinds } from '../../../shared/domain/timeline'
import type { Millis } from '../../../shared/lib/time'
import { type RowClock, utcRowClock } from './times'
import { instantNamed, timeMark } from './typed-time'

/** A typed line as it will be written. */
export interface ReadLine {
  readonly kind: TypedKind
  readonly text: string
  /** When it happened; null: at the moment it is written. */
  readonly occurredAt: Millis | null
  readonly pinned: boolean
  /** A word that begins with `!` and is no kind: it stays in the text, and the writer is told. */
  readonly unknownKind: string | null
}

/**
 * Reads a line of the scribe: `!decision 14:23 Roll back +pin`. Leading marks come in any order, each at most once; the
 * first other word begins the text. A leading backslash keeps all that follows as it is.
 * @param now the engine's clock, which `-5m` and `14:23` (the last time it was that late) are reckoned from
 * @param clock the one that the writer reads
 */
export function readLine(typed: string, now: Millis, clock: RowClock = utcRowClock): ReadLine {
  const literal = typed.trimStart()
  const plain = { kind: 'note', occurredAt: null, pinned: false, unknownKind: null } as const
  if (literal.startsWith('\\')) return { ...plain, text: literal.slice(1).trim() }
  let rest = literal
  let kind: TypedKind | undefined
  let occurredAt: Millis | undefined
  for (let word = firstMark(rest, clock); word !== ''; word = firstMark(rest, clock)) {
    const namedKind = kind === undefined ? kindNamed(word) : undefined
    const instant = occurredAt === undefined ? instantNamed(word, now, clock) : undefined
    if (namedKind === undefined && instant === undefined) break
    kind ??= namedKind
    occurredAt ??= instant
    rest = rest.slice(word.length).trimStart()
  }
  const pinned = /(^|\s)\+pin\s*$/.test(rest)
  const text = (pinned ? rest.replace(/\+pin\s*$/, '') : rest).trim()
  const unknownKind = kind === undefined && /^[!\uff01]\p{L}/u.test(rest) ? firstWord(rest) : null
  return { kind: kind ?? 'note', text, occurredAt: occurredAt ?? null, pinned, unknownKind }
}

/** A mark counts once it is followed by a space, so that a line being typed does not change its meaning mid-word. */
function firstWord(text: string): string {
  return /^(\S+)(?=\s)/.exec(text)?.[1] ?? ''
}

/** A twelve-hour screen writes `2:03 pm`, which is one mark there. Elsewhere `am` may be a word of the text. */
function firstMark(text: string, clock: RowClock): string {
  return timeMark(text, clock) || firstWord(text)
}

function kindNamed(word: string): TypedKind | undefined {
  // A full-width one, as input methods of East Asia write it, is one too.
  if (!/^[!\uff01]/.test(word)) return undefined
  const name = word.slice(1).toLowerCase()
  return typedKinds.find(kind => kind === name)
}
