import { type Audience, audienceName } from '../../../../shared/domain/audience'
import { channelsFor } from '../../../../shared/domain/audience-channels'
import { rowOf } from '../../../../shared/domain/audience-matrix'
import type { Incident } from '../../../../shared/domain/incident'
import type { Channel, Update } from '../../../../shared/domain/update'
import { utcClock } from '../../../../shared/lib/time'
import { shortened } from '../../../../shared/lib/whole-characters'
import type { ComposerState } from './composer-form'
import { likelyStage, newComposer, resumeComposer } from './composer-state'

/**
 * [CM9] The draft that `u` resumes: once resolved, no draft that says we are still working on it.
 * @param audience [AU10] absent: of whomever it is for
 */
export function draftToResume({ status, updates }: Incident, audience?: Audience): Update | undefined {
  const drafts = updates.filter(({ delivery }) => delivery.state === 'drafted')
  const own = audience === undefined ? drafts : drafts.filter(one => one.audience === audience)
  return own.findLast(({ content }) => status !== 'resolved' || content.stage === 'resolution')
}

/** [AU10] The next update for one audience: its draft if there is one, else a new one in its usual channel. */
export function composerFor(incident: Incident, channels: readonly Channel[], audience: Audience): ComposerState {
  const draft = draftToResume(incident, audience)
  if (draft !== undefined) return resumeComposer(draft, incident.updates)
  const fresh = newComposer(incident, channels)
  if (audience === 'customers') return fresh
  const [channel = null] = channelsFor(rowOf(incident.method?.rules.audiences, audience), channels)
  return { ...fresh, channel, internal: audienceName(audience) ?? '', stage: likelyStage(incident, audience) }
}

/** Name of the file with the words for it, in the folder of templates. */
const CORRECTION = 'correction'

/** Enough to name it; its writer says what of it was wrong. */
const LONGEST_QUOTE = 200

/** [PE4] An update that says what was wrong with one that is out, in the channel where that stands. */
export function correctionOf(incident: Incident, channels: readonly Channel[], wrong: Update): ComposerState {
  const { content, audience, delivery } = wrong
  const at = delivery.state === 'published' ? delivery.at : incident.declaredAt
  return {
    ...newComposer(incident, channels),
    ...{ channel: content.channel, internal: audienceName(audience) ?? '', stage: 'progress', template: CORRECTION },
    typed: { wrong: shortened(content.body, LONGEST_QUOTE), last_update: `${utcClock(at).slice(0, 5)} UTC` },
  }
}
