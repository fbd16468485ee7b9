import { type Audience, audienceName } from '../../shared/domain/audience'
import { texts } from '../../shared/texts/texts'

/** Whom a message is for, as its team calls them. */
export function audienceText(audience: Audience): string {
  if (audience === 'customers' || audience === 'colleagues') return texts.deadlines.audiences[audience]
  return audienceName(audience) ?? ''
}
