import { type Audience, audienceName } from '../../shared/domain/audience'
import { words } from '../../shared/words/words'

/** Whom a message is for, as its team calls them. */
export function sayAudience(audience: Audience): string {
  if (audience === 'customers' || audience === 'colleagues') return words.deadlines.audiences[audience]
  return audienceName(audience) ?? ''
}
