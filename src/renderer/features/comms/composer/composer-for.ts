import { type Audience, audienceName } from '../../../../shared/domain/audience'
import { channelsFor } from '../../../../shared/domain/audience-channels'
import { rowOf } from '../../../../shared/domain/audience-matrix'
import type { Incident } from '../../../../shared/domain/incident'
import type { Channel } from '../../../../shared/domain/update'
import type { ComposerState } from './composer-form'
import { likelyStage, newComposer, resumeComposer } from './composer-state'

/** [AU10] The next update for one audience: its draft if there is one, else a new one in its usual channel. */
export function composerFor(incident: Incident, channels: readonly Channel[], audience: Audience): ComposerState {
  const drafts = incident.updates.filter(one => one.delivery.state === 'drafted' && one.audience === audience)
  const draft = drafts.findLast(({ content }) => incident.status !== 'resolved' || content.stage === 'resolution')
  if (draft !== undefined) return resumeComposer(draft, incident.updates)
  const fresh = newComposer(incident, channels)
  if (audience === 'customers') return fresh
  const [channel = null] = channelsFor(rowOf(incident.method?.rules.audiences, audience), channels)
  return { ...fresh, channel, internal: audienceName(audience) ?? '', stage: likelyStage(incident, audience) }
}
