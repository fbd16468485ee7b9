import type { VendorRequest } from '../domain/vendor-request'
import { utcClock } from '../lib/time'
import { unreachable } from '../lib/unreachable'

/** An act as a line of the timeline says it: what is done to what, without its outcome. */
export function actSummary(act: VendorRequest): string {
  switch (act.kind) {
    case 'page-acknowledge':
      return `acknowledge the page “${act.page.name}”`
    case 'page-resolve':
      return `resolve the page “${act.page.name}”`
    case 'page-snooze':
      return `snooze the page “${act.page.name}” until ${utcClock(act.until).slice(0, 5)} UTC`
    case 'page-reassign':
      return `reassign the page “${act.page.name}” to ${act.to.name}`
    case 'page-escalate':
      return `escalate the page “${act.page.name}” to level ${act.level}`
    case 'page-add-responders':
      return `call ${act.users.map(user => user.name).join(', ')} to the page “${act.page.name}”`
    case 'page-note':
      return `write a note on the page “${act.page.name}”: ${act.text}`
    case 'page-status-update':
      return `send a status update on the page “${act.page.name}”: ${act.message}`
    case 'page-create':
      return `page ${act.service.name}: ${act.title}`
    case 'annotation':
      return `mark on the charts: ${act.text}`
    case 'chat-open':
      return `open the channel #${act.name}`
    case 'chat-topic':
      return `topic of #${act.channel.name}: ${act.topic}`
    case 'chat-post':
      return `post to #${act.channel.name}: ${act.text}`
    case 'chat-pin':
      return `pin a message in #${act.channel.name}`
    case 'components-set':
      return `set on the status page: ${act.components.map(({ name, status }) => `${name} to ${status.replaceAll('_', ' ')}`).join(', ')}`
    case 'maintenance-schedule':
      return `schedule maintenance: ${act.title}`
    case 'maintenance-move':
      return `${act.to === 'completed' ? 'complete' : 'start'} the maintenance “${act.maintenance.name}”`
    case 'postmortem-publish':
      return `publish the postmortem of “${act.publicIncident.name}”`
    default:
      return unreachable(act)
  }
}
