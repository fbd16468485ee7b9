import { type Audience, audienceName, audienceNamed } from './audience'
import { audienceOfRow, rowOf } from './audience-matrix'
import type { Incident } from './incident'
import { audiencesOf } from './update'

/** [RO17] [UP9] [AU1] An audience as the incident calls it: by its method's matrix, else as an update has called it already. */
export function knownAudience(incident: Pick<Incident, 'method' | 'updates'>, audience: Audience): Audience {
  const row = rowOf(incident.method?.rules.audiences, audience)
  if (row !== undefined) return audienceOfRow(row)
  const name = audienceName(audience)
  return name === null ? audience : audienceNamed(name, audiencesOf(incident))
}
