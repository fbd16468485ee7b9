import { ok, type Reply } from '../../lib/reply'
import type { AlertFacts } from './facts'
import { compilePattern, type Pattern } from './pattern/pattern'
import type { PatternFlaw } from './pattern/reading'

export const matcherSigns = ['=', '!=', '=~', '!~'] as const
export type MatcherSign = (typeof matcherSigns)[number]

/** A condition on one label, as in Alertmanager's silences: a label that is missing is empty, a pattern fits all of a value. */
export interface NoiseMatcher {
  readonly label: string
  readonly sign: MatcherSign
  readonly value: string
}

export type AlertTest = (alert: AlertFacts) => boolean

/** What matchers can ask for besides an alert's own labels, which go before. */
export const ownLabels = ['service', 'cause', 'title', 'urgency', 'state', 'origin'] as const
type OwnLabel = (typeof ownLabels)[number]

/** [AG11] The test of one condition. Faults: what is wrong with its pattern. */
export function compileMatcher({ label, sign, value }: NoiseMatcher): Reply<AlertTest, PatternFlaw> {
  const pattern = patternOf(sign, value)
  if (!pattern.ok) return pattern
  const wanted = sign === '=' || sign === '=~'
  const fits = remembered(pattern.value)
  return ok(alert => fits(labelOf(alert, label)) === wanted)
}

/** True for a condition that an alert without the label fulfils too: such ones alone would hide nearly everything. */
export function fitsNothingToo(matcher: NoiseMatcher): boolean {
  const pattern = patternOf(matcher.sign, matcher.value)
  return pattern.ok && pattern.value('') === (matcher.sign === '=' || matcher.sign === '=~')
}

export function matcherText({ label, sign, value }: NoiseMatcher): string {
  return `${label}${sign}${JSON.stringify(value)}`
}

function patternOf(sign: MatcherSign, value: string): Reply<Pattern, PatternFlaw> {
  return sign === '=' || sign === '!=' ? ok(text => text === value) : compilePattern(value)
}

function labelOf(alert: AlertFacts, label: string): string {
  const told = alert.labels?.[label]
  if (told !== undefined) return told
  // The name that Prometheus has for it.
  if (label === 'alertname') return alert.cause ?? ''
  return isOwn(label) ? (alert[label] ?? '') : ''
}

function isOwn(label: string): label is OwnLabel {
  return ownLabels.some(own => own === label)
}

/** A storm says the same few values ten thousand times. */
function remembered(fits: Pattern): Pattern {
  const known = new Map<string, boolean>()
  return text => {
    const told = known.get(text)
    if (told !== undefined) return told
    const fitting = fits(text)
    // A bound, for labels that hold an id each.
    if (known.size < 5_000) known.set(text, fitting)
    return fitting
  }
}
