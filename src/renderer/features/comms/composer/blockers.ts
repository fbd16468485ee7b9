import type { ChannelKind } from '../../../../shared/domain/channels/channel-kind'
import { channelKind, excessIn } from '../../../../shared/domain/channels/channel-kinds'
import { openSlots } from '../../../../shared/domain/slots'
import type { Channel } from '../../../../shared/domain/update'
import { BODY_LIMIT, TITLE_LIMIT } from '../../../../shared/events/fields'
import { excessOf } from '../../../../shared/lib/text-length'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import type { AlsoTo, ComposerState, OwnText } from './composer-form'

/**
 * [CM1] What must be done before it can be published, as texts; empty when nothing must. The engine refuses the same.
 */
export function blockers(state: ComposerState): readonly string[] {
  const { missing } = texts.composer
  const slots = openSlots(`${state.title}\n${state.body}`)
  return [
    ...(state.channel === null ? [missing.channel] : []),
    ...(state.title.trim() === '' ? [missing.title] : []),
    ...(state.body.trim() === '' ? [missing.text] : []),
    ...tooLongFor(state.channel, state),
    ...slots.map(slot => t(missing.slot, { slot })),
    ...state.also.flatMap(one => alsoBlockers(state, one)),
  ]
}

/** [CM1] [CM17] The same for another channel: its own text, or the shared one where its limits are lower. */
function alsoBlockers({ title, body }: ComposerState, { channel, own }: AlsoTo): readonly string[] {
  const { missing } = texts.composer
  const said = own ?? { title, body }
  const what = [
    ...(own?.title.trim() === '' ? [missing.title] : []),
    ...(own?.body.trim() === '' ? [missing.text] : []),
    ...tooLongFor(channel, said),
    ...(own === null ? [] : openSlots(`${own.title}\n${own.body}`).map(slot => t(missing.slot, { slot }))),
  ]
  return what.map(one => t(missing.inChannel, { what: one, channel: channel.label }))
}

/** [CM17] What the channel accepts in full; without a channel, what can be stored. */
export function limitsOf(channel: Channel | null): ChannelKind['limits'] {
  return channel === null ? kept : channelKind(channel).limits
}

const kept: ChannelKind['limits'] = { title: TITLE_LIMIT, body: BODY_LIMIT }

/** [CM17] [PT1] What a channel would cut, counted as it counts. */
function tooLongFor(channel: Channel | null, said: OwnText): readonly string[] {
  const [title, body] = [said.title.trim(), said.body.trim()]
  if (channel === null) return overlong(title, body)
  const { missing } = texts.composer
  const excess = excessIn(channel, { title, body })
  return [...(excess.title > 0 ? [missing.shorterTitle] : []), ...(excess.body > 0 ? [missing.shorterText] : [])]
}

/** What would not be stored in full, as texts. */
export function overlong(title: string, body: string): readonly string[] {
  const { missing } = texts.composer
  return [
    ...(excessOf(title, kept.title) > 0 ? [missing.shorterTitle] : []),
    ...(excessOf(body, kept.body) > 0 ? [missing.shorterText] : []),
  ]
}
