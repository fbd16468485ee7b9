import { type Audience, audienceName } from '../../shared/domain/audience'
import { texts } from '../../shared/texts/texts'

/** The audience of a message, by the team's name for it. */
export function audienceText(audience: Audience): string {
  if (audience === 'customers' || audience === 'colleagues') return texts.deadlines.audiences[audience]
  return audienceName(audience) ?? ''
}
