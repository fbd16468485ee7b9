import type { Millis } from '../lib/time'
import type { Severity } from './severity'
import type { PublicImpact, UpdateContent } from './update'

/** Name of the template: a first word to customers that needs nothing but a channel. */
export const HOLDING = 'holding'

/** The template as filled now; `latest` is the latest time that it may promise. */
export interface FilledHolding extends Pick<UpdateContent, 'title' | 'body' | 'status' | 'stage'> {
  readonly nextUpdateAt: Millis | null
  readonly latest: Millis | null
  readonly impact: PublicImpact
}

/** [SP26] What customers read of a severity where nobody chose anything else. Source: practice §4, of the severity levels. */
export const usualImpact: Readonly<Record<Severity, PublicImpact>> = {
  'SEV-1': 'critical',
  'SEV-2': 'major',
  'SEV-3': 'minor',
  'SEV-4': 'none',
}

/**
 * [HP2] Whether a text says what the template says, with nothing beside it: no component, no impact and no time
 * other than the severity's. @param filled undefined: it could not be filled, or needs an approval like any other text
 */
export function saidUnchanged(content: UpdateContent, filled: FilledHolding | undefined, now: Millis): boolean {
  if (filled === undefined) return false
  const { title, body, status, stage, nextUpdateAt, impact = filled.impact } = content
  const words = title === filled.title && body === filled.body && status === filled.status && stage === filled.stage
  const promise = nextUpdateAt !== null && nextUpdateAt > now && nextUpdateAt <= (filled.latest ?? 0)
  return words && promise && impact === filled.impact && Object.keys(content.components).length === 0
}
