import { channelKind } from '../../../../shared/domain/channels/channel-kinds'
import { vendorRequest } from './vendor-request'

/**
 * Done twice it is done once. Where the whole message is written anew, [PE7] it is worded as the channel shows an update:
 * its title and status as they are in the record, with the new words.
 */
export const updateEditHandler = vendorRequest<'update-edit'>({
  goesStale: true,
  text({ update, body }, { incident }) {
    const content = incident.updates.find(({ id }) => id === update)?.content
    if (content === undefined) return ''
    const parts = channelKind(content.channel).preview({ ...content, body })
    return parts.map(({ text }) => text).join('\n')
  },
})
