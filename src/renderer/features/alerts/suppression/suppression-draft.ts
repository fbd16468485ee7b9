import type { ListedAlert } from '../../../../shared/contract/alert-list'
import { flawText } from '../../../../shared/contract/coded-text'
import { faultCatalogue } from '../../../../shared/contract/fault-catalogue'
import type { Fault } from '../../../../shared/contract/faults'
import { matcherText, type NoiseMatcher } from '../../../../shared/domain/alerts/matcher'
import type { NoiseMatch, NoiseRule } from '../../../../shared/domain/alerts/noise'
import { HOUR } from '../../../../shared/lib/time'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { faultText } from '../../../ui/fault-text'

const text = texts.noise

/** How long alerts are suppressed; null: until a person ends it. */
export const suppressionSpans = { hour: HOUR, shift: 8 * HOUR, open: null } as const
export type SuppressionSpan = keyof typeof suppressionSpans

const { spans } = texts.noise
export const spanChoices = [
  { value: 'hour', label: spans.hour },
  { value: 'shift', label: spans.shift },
  { value: 'open', label: spans.open },
] as const

/** A suppression rule while it is being written. */
export interface SuppressionDraft {
  /** What an older rule matches besides its conditions; it stays as it is. */
  readonly base: NoiseMatch
  readonly matchers: readonly NoiseMatcher[]
  readonly reason: string
  /** The rule that it replaces. */
  readonly replaces: NoiseRule | undefined
}

const nothing: NoiseMatch = { group: null, service: null, title: null, labels: {} }
const emptyMatcher: NoiseMatcher = { label: '', sign: '=', value: '' }

export const newDraft: SuppressionDraft = { base: nothing, matchers: [], reason: '', replaces: undefined }

/** [AG13] A rule for alerts like this one: by its cause and service, or by its title where it has neither. */
export function draftLike({ cause, service, title }: ListedAlert): SuppressionDraft {
  const named = [
    { label: 'cause', sign: '=', value: cause ?? '' },
    { label: 'service', sign: '=', value: service ?? '' },
  ] as const
  const told = named.filter(({ value }) => value !== '')
  return { ...newDraft, matchers: told.length > 0 ? told : [{ label: 'title', sign: '=', value: title }] }
}

export function draftOf(rule: NoiseRule): SuppressionDraft {
  const { matchers = [], ...base } = rule.match
  return { base, matchers, reason: rule.reason, replaces: rule }
}

/** Differs between rules about different things while a rule is being written. */
export function draftKey({ matchers }: SuppressionDraft): string {
  return JSON.stringify(matchers).slice(0, 400)
}

/** The conditions as a form stored them; unreadable ones fall back to the start. */
export function matchersOf(stored: string, { matchers }: SuppressionDraft): readonly NoiseMatcher[] {
  try {
    const list: unknown = JSON.parse(stored)
    return Array.isArray(list) ? list : matchers
  } catch (error) {
    console.warn('The conditions that were typed could not be read', error)
    return matchers
  }
}

/** The conditions with an empty one at the end, to type into. */
export function withRoom(matchers: readonly NoiseMatcher[]): readonly NoiseMatcher[] {
  const last = matchers.at(-1)
  return last !== undefined && isEmpty(last) ? matchers : [...matchers, emptyMatcher]
}

function isEmpty({ label, value }: NoiseMatcher): boolean {
  return label.trim() === '' && value === ''
}

/** What a draft matches; undefined while it is empty. */
export function matchOf({ base, matchers }: SuppressionDraft): NoiseMatch | undefined {
  const told = matchers.filter(matcher => !isEmpty(matcher))
  const says = told.length > 0 || base.group !== null || base.service !== null || base.title !== null
  return says || Object.keys(base.labels).length > 0 ? { ...base, matchers: told } : undefined
}

/** What is wrong with one condition, and in which of its fields. */
export interface MatcherFault {
  readonly at: number
  readonly part: 'label' | 'value'
  readonly message: string
}

/** Undefined if the fault does not concern a single condition. */
export function matcherFault(fault: Fault | undefined): MatcherFault | undefined {
  if (fault?.kind !== 'invalid-input') return undefined
  const [, at, part] = /^match\.matchers\.(\d+)\.(label|value)$/.exec(fault.field) ?? []
  if (at === undefined) return undefined
  const message = flawText(fault, faultCatalogue().faults)
  return part === 'label'
    ? { at: Number(at), part, message: t(texts.noise.labelFault, { fault: message }) }
    : { at: Number(at), part: 'value', message }
}

/** Text of a fault of the whole rule, without the call's field name. */
export function ruleFaultText(fault: Fault): string {
  return fault.kind === 'invalid-input' && fault.field === 'match'
    ? t(texts.noise.ruleFault, { fault: flawText(fault, faultCatalogue().faults) })
    : faultText(fault)
}

/** A short text of what a rule matches; empty where it matches nothing. */
export function matchText({ group, service, title, labels, matchers = [] }: NoiseMatch): string {
  const told = [
    group === null ? null : t(text.group, { name: group.slice(group.indexOf(':') + 1) }),
    service === null ? null : t(text.service, { name: service }),
    title === null ? null : t(text.titleWith, { part: title }),
    ...Object.entries(labels).map(([label, value]) => matcherText({ label, sign: '=', value })),
    ...matchers.map(matcherText),
  ]
  return listText(told.filter(part => part !== null))
}
