import type { AlertAbout, AlertFact, AlertLink } from '../../../shared/contract/alert-about'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { AlertLinkKind } from '../../../shared/domain/described-alert'
import { plainLine, plainText } from '../http/plain-text'
import { webUrl } from './fields'

/** A symbol is left out by JSON and by structured clones: the pushes of a storm do not carry it, nor does the disk. */
const ABOUT = Symbol('about')

type ToldRow = AlertRow & { readonly [ABOUT]?: () => AlertAbout }

/** What an alert's source reported beyond its row. It is computed on request: a storm has tens of thousands. */
export function withAbout(row: AlertRow, tell: () => AlertAbout): AlertRow {
  const told: ToldRow = { ...row, [ABOUT]: tell }
  return told
}

export function aboutOf(row: ToldRow): AlertAbout | null {
  return row[ABOUT]?.() ?? null
}

export interface ToldText {
  readonly name: string
  readonly text: string
}

const MOST_FACTS = 40
const MOST_LINKS = 12
const lengths = { description: 4_000, impact: 2_000, value: 500, threshold: 500, fact: 2_000 } as const

const meanings = [
  ['description', /^(?:description|message|body)$/i],
  ['impact', /^(?:(?:customer|user|business)[_ -]?)?impact$/i],
  ['value', /^(?:current[_ -]?)?value$/i],
  ['threshold', /^(?:threshold|limit)$/i],
] as const

/** [AL14] Texts by what their names mean; what is an address as a whole becomes a link, when a browser may open it. */
export function aboutFrom(texts: readonly ToldText[], links: readonly AlertLink[] = []): AlertAbout {
  const found = { description: '', impact: '', value: '', threshold: '' }
  const facts: AlertFact[] = []
  const all = [...links]
  for (const { name, text } of texts) {
    if (text.trim() === '') continue
    const meaning = meanings.find(([what, names]) => found[what] === '' && names.test(name))?.[0]
    const url = /^\s*https?:\/\/\S+\s*$/i.test(text) ? webUrl(text.trim()) : null
    if (url !== null) all.push({ kind: kindOf(name), name: plainLine(name, 60), url })
    else if (meaning !== undefined) found[meaning] = cutText(text, lengths[meaning])
    else facts.push({ name: plainLine(name, 60), text: cutText(text, lengths.fact), ...refusedIf(text) })
  }
  const apart = [...new Map(all.toReversed().map(link => [link.url, link])).values()].toReversed()
  return { ...found, facts: firstOf(facts), links: apart.slice(0, MOST_LINKS) }
}

/** A script or a file that poses as a link, and an address with a name or password in it, are shown as what they are. */
function refusedIf(text: string): Pick<AlertFact, 'refused'> {
  return /^\s*(?:(?:javascript|data|file|vbscript|blob):|https?:\/\/[^\s/?#]*@)/i.test(text) ? { refused: true } : {}
}

function firstOf(facts: readonly AlertFact[]): readonly AlertFact[] {
  const more = facts.length - MOST_FACTS
  return more <= 0 ? facts : [...facts.slice(0, MOST_FACTS), { name: '…', text: `${more} more at the source` }]
}

/** If only a part is shown, the reader sees so, and how much is left. */
function cutText(text: string, limit: number): string {
  const more = text.length - limit
  return more <= 0 ? plainText(text, limit) : `${plainText(text, limit)} (${more} more characters at the source)`
}

function kindOf(name: string): AlertLinkKind {
  if (/run[_ -]?book|play[_ -]?book/i.test(name)) return 'runbook'
  if (/dashboard/i.test(name)) return 'dashboard'
  if (/panel/i.test(name)) return 'panel'
  if (/silence/i.test(name)) return 'silence'
  return /graph|generator|^source$/i.test(name) ? 'graph' : 'other'
}

/** Fields of any value as texts; what is empty is left out. */
export function textsOf(fields: unknown): readonly ToldText[] {
  if (typeof fields === 'string') return [{ name: 'description', text: fields }]
  if (typeof fields !== 'object' || fields === null) return []
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    if (value === null || value === undefined) return []
    return [{ name, text: typeof value === 'string' ? value : JSON.stringify(value) }]
  })
}
