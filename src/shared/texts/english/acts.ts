/** What is done at a vendor, within a sentence or at the beginning of a row. */

export const acts = {
  acknowledge: 'acknowledge the page “{page}”',
  resolve: 'resolve the page “{page}”',
  snooze: 'snooze the page “{page}” until {time} UTC',
  reassign: 'reassign the page “{page}” to {to}',
  escalate: 'escalate the page “{page}” to level {level}',
  call: 'call {people} to the page “{page}”',
  note: 'write a note on the page “{page}”: {text}',
  pageUpdate: 'send a status update on the page “{page}”: {text}',
  page: 'page {service}: {title}',
  mark: 'mark on the charts: {text}',
  openChannel: 'open the channel #{channel}',
  topic: 'topic of #{channel}: {text}',
  post: 'post to #{channel}: {text}',
  pin: 'pin a message in #{channel}',
  components: 'set on the status page: {components}',
  component: '{component} to {status}',
  schedule: 'schedule maintenance: {title}',
  maintenance: {
    in_progress: 'start the maintenance “{maintenance}”',
    completed: 'complete the maintenance “{maintenance}”',
  },
  postmortem: 'publish the postmortem of “{incident}”',
  componentStatuses: {
    operational: 'operational',
    under_maintenance: 'under maintenance',
    degraded_performance: 'degraded performance',
    partial_outage: 'partial outage',
    major_outage: 'major outage',
  },
} as const
