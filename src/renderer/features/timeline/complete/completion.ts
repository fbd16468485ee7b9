import type { Hypothesis } from '../../../../shared/domain/strategy'
import { type Timeline, typedKinds } from '../../../../shared/domain/timeline'
import type { Millis } from '../../../../shared/lib/time'
import { texts } from '../../../../shared/texts/texts'
import type { NamedPerson } from '../../../ui/people-known'
import { readLine } from '../line-grammar'
import { handleOf, mentions } from '../marks'
import { strategyMarks } from '../strategy-grammar'

const text = texts.completion

/** One completion of the typed text. */
export interface CompletionOffer {
  /** The whole word. */
  readonly insert: string
  /** Its meaning: a role, what a kind is for. */
  readonly detail: string
}

export interface Vocabulary {
  readonly kinds: readonly CompletionOffer[]
  readonly people: readonly NamedPerson[]
  /** Without their sign, the newest first. */
  readonly tags: readonly string[]
  /** [SG5] In the order of their numbers. */
  readonly hypotheses: readonly Pick<Hypothesis, 'text' | 'state'>[]
  /** [CR6] Sources of customer reports. */
  readonly sources: readonly string[]
  /** [RC7] Names of sub-teams. */
  readonly teams: readonly string[]
  /** In a line, kinds and times are only at its beginning; in a search they can be anywhere. */
  readonly marksLead: boolean
}

export interface Completion {
  /** The word that is completed, as places in the text. */
  readonly from: number
  readonly to: number
  readonly offers: readonly CompletionOffer[]
}

const MOST = 6

/**
 * [TL8] Completions of the word at the caret; undefined if it is no mark, or is complete: then Enter and Tab do what
 * they always do.
 */
export function completionAt(text: string, caret: number, known: Vocabulary): Completion | undefined {
  const typed = text.slice(0, caret)
  const begun = hypothesisBegun(typed, known) ?? sourceBegun(typed, known) ?? teamBegun(typed, known)
  if (begun !== undefined && !/^\S/.test(text.slice(caret))) return { ...begun, to: caret }
  const before = nameBegun(text.slice(0, caret), known) ?? /(?:^|\s)([!@#+]\S*)$/.exec(text.slice(0, caret))?.[1]
  if (before === undefined || /^\S/.test(text.slice(caret))) return undefined
  const from = caret - before.length
  const offers = offersFor(before, text.slice(0, from), known).slice(0, MOST)
  const [only] = offers
  if (only === undefined || (offers.length === 1 && only.insert === before)) return undefined
  return { from, to: caret, offers }
}

/** The text with an offer inserted, and the caret after the space behind it. */
export function withOffer(
  text: string,
  { from, to }: Completion,
  offer: CompletionOffer,
): { text: string; caret: number } {
  const rest = text.slice(to).replace(/^\s?/, ' ')
  return { text: text.slice(0, from) + offer.insert + rest, caret: from + offer.insert.length + 1 }
}

/** [SG5] After `!for ` and `!against `: the open hypotheses that match the typed text, each by its number. */
function hypothesisBegun(text: string, { hypotheses }: Vocabulary): Omit<Completion, 'to'> | undefined {
  const [, typed] = /^\s*[!\uff01](?:for|against)\s+(\S*)$/i.exec(text) ?? []
  if (typed === undefined) return undefined
  const offers = hypotheses.flatMap(({ text: detail, state }, at) =>
    state === 'open' && goesOnAs(detail, typed) ? [{ insert: String(at + 1), detail }] : [],
  )
  return offers.length === 0 ? undefined : { from: text.length - typed.length, offers: offers.slice(0, MOST) }
}

/** [CR6] After `!report `. */
function sourceBegun(text: string, { sources }: Vocabulary): Omit<Completion, 'to'> | undefined {
  const [, typed] = /^\s*[!\uff01]report\s+(\S*)$/i.exec(text) ?? []
  if (typed === undefined) return undefined
  const offers = sources.filter(source => goesOnAs(source, typed) && source.length > typed.length)
  if (offers.length === 0) return undefined
  return { from: text.length - typed.length, offers: offers.slice(0, MOST).map(insert => ({ insert, detail: '' })) }
}

/** [RC7] After `!lead `, also across the spaces of a name; a colon ends it. */
function teamBegun(text: string, { teams }: Vocabulary): Omit<Completion, 'to'> | undefined {
  const [, typed] = /^\s*[!\uff01]lead\s+([^:\uff1a]*)$/i.exec(text) ?? []
  if (typed === undefined) return undefined
  const offers = teams.filter(team => goesOnAs(team, typed))
  if (offers.length === 0) return undefined
  return {
    from: text.length - typed.length,
    offers: offers.slice(0, MOST).map(team => ({ insert: `${team}:`, detail: '' })),
  }
}

function goesOnAs(text: string, typed: string): boolean {
  return text.normalize('NFC').toLowerCase().startsWith(typed.normalize('NFC').toLowerCase())
}

/** `@Amara Os`: a name of several words continues after its spaces, as long as it matches a known person. */
function nameBegun(text: string, { people }: Vocabulary): string | undefined {
  const begun = /(?:^|\s)(@[^\s@]+(?:\s[^\s@]*){1,3})$/.exec(text)?.[1]
  if (begun === undefined) return undefined
  const typed = begun.slice(1).normalize('NFC').toLowerCase().replace(/\s/g, '.')
  return people.some(({ name }) => goesOn(handleOf(name).toLowerCase(), typed)) ? begun : undefined
}

/** A full name is complete: the space after it ends it. */
function goesOn(handle: string, typed: string): boolean {
  return handle.startsWith(typed) && handle.length > typed.length
}

function offersFor(word: string, before: string, known: Vocabulary): readonly CompletionOffer[] {
  const typed = word.slice(1).normalize('NFC').toLowerCase().replace(/\s/g, '.')
  switch (word[0]) {
    case '!':
      return known.marksLead && !isBeginning(before)
        ? []
        : known.kinds.filter(({ insert }) => insert.slice(1).startsWith(typed))
    case '@':
      return known.people.filter(({ name }) => isNamed(name, typed)).map(personOffer)
    case '#':
      return known.tags.filter(tag => tag.startsWith(typed)).map(tag => ({ insert: `#${tag}`, detail: '' }))
    default:
      return 'pin'.startsWith(typed) ? [{ insert: '+pin', detail: texts.completion.pin }] : []
  }
}

function personOffer({ name, detail }: NamedPerson): CompletionOffer {
  return { insert: `@${handleOf(name)}`, detail }
}

/** Matches the beginning of the whole name or of any part of it. */
function isNamed(name: string, typed: string): boolean {
  const handle = handleOf(name).toLowerCase()
  return handle.startsWith(typed) || handle.split('.').some(part => part.startsWith(typed))
}

const ANY_TIME: Millis = 0

/** Only marks come before it. */
function isBeginning(before: string): boolean {
  return readLine(`${before}x`, ANY_TIME).text === 'x'
}

export const kindOffers: readonly CompletionOffer[] = [...new Set([...typedKinds, ...strategyMarks])].map(kind => ({
  insert: `!${kind}`,
  detail: text.kinds[kind],
}))

/** Kinds that only the engine writes: they can be searched for, not typed. */
export const soughtKindOffers: readonly CompletionOffer[] = [
  ...typedKinds.map(kind => ({ insert: `!${kind}`, detail: text.kinds[kind] })),
  ...['status', 'comms', 'alert', 'metric', 'handoff'].map(kind => ({
    insert: `!${kind}`,
    detail: text.automatic,
  })),
]

/** Lines from the end that are searched for tags. */
const RECENT = 2_000

/** Tags of the newest lines, the newest first, once each. */
export function tagsKnown(timeline: Timeline): readonly string[] {
  const tags = new Set<string>()
  for (const line of timeline.slice(-RECENT).reverse()) for (const tag of mentions(line.text).tags) tags.add(tag)
  return [...tags]
}
