import type { ZoneWords } from './clock-times'
import type { LintLists } from './lint-files'
import { type PhraseIndex, type Phrases, phraseIndex, phrasesOf } from './phrases'

type Prepared<File> = { readonly [Field in keyof File]: Phrases }

/** The lists, made ready to be looked for: once for each change of a file, not once for each letter typed. */
export interface LintWords {
  /** Of all lists below. */
  readonly index: PhraseIndex
  readonly impact: Prepared<LintLists['impact']>
  readonly promises: Prepared<LintLists['promises']>
  readonly resolved: Prepared<LintLists['resolved']>
  readonly tone: Prepared<LintLists['tone']>
  readonly jargon: Prepared<LintLists['jargon']>
  readonly relative: Phrases
  readonly notRelative: Phrases
  readonly zones: ZoneWords
  readonly inside: InnerNames
  readonly secrets: { readonly prefixes: readonly string[]; readonly names: Phrases }
}

/** Names in lower case, but for the letters of trackers. */
export interface InnerNames {
  readonly endings: readonly string[]
  readonly labels: ReadonlySet<string>
  readonly tools: ReadonlySet<string>
  readonly machines: ReadonlySet<string>
  readonly public: readonly string[]
  readonly trackers: ReadonlySet<string>
  readonly standards: ReadonlySet<string>
  readonly tracked: Phrases
  readonly shown: Phrases
}

export function preparedWords(lists: LintLists): LintWords {
  const { inside, times, secrets } = lists
  const words = {
    ...{ impact: prepared(lists.impact), promises: prepared(lists.promises), resolved: prepared(lists.resolved) },
    ...{ tone: prepared(lists.tone), jargon: prepared(lists.jargon) },
    ...{
      relative: phrasesOf(times.relative),
      notRelative: phrasesOf(times.notRelative),
      zones: { zones: times.zones },
    },
    inside: {
      ...{ endings: lower(inside.endings), public: lower(inside.public) },
      ...{ labels: new Set(lower(inside.labels)), tools: new Set(lower(inside.tools)) },
      machines: new Set(lower(inside.machines)),
      ...{ trackers: new Set(inside.trackers), standards: new Set(inside.standards) },
      ...{ tracked: phrasesOf(inside.tracked), shown: phrasesOf(inside.shown) },
    },
    secrets: { prefixes: secrets.prefixes, names: phrasesOf(secrets.names) },
  }
  const { impact, promises, resolved, tone, jargon } = words
  const files = [impact, promises, resolved, tone, jargon].flatMap((file): readonly Phrases[] => Object.values(file))
  const single = [words.relative, words.notRelative, words.inside.tracked, words.inside.shown, words.secrets.names]
  return { ...words, index: phraseIndex([...files, ...single]) }
}

function prepared<File extends Readonly<Record<string, readonly string[]>>>(file: File): Prepared<File> {
  const entries = Object.entries(file).map(([field, list]) => [field, phrasesOf(list)] as const)
  return Object.fromEntries(entries) as Prepared<File>
}

function lower(list: readonly string[]): readonly string[] {
  return list.map(one => one.toLowerCase())
}
