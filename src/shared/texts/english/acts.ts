/** What is done at a vendor, within a sentence or at the beginning of a row. */

export const actTexts = {
  acknowledge: 'acknowledge PagerDuty incident “{page}”',
  resolve: 'resolve PagerDuty incident “{page}”',
  snooze: 'snooze PagerDuty incident “{page}” until {time} UTC',
  reassign: 'reassign PagerDuty incident “{page}” to {to}',
  escalate: 'escalate PagerDuty incident “{page}” to level {level}',
  call: 'add responders to PagerDuty incident “{page}”: {people}',
  note: 'note on PagerDuty incident “{page}”: {text}',
  pageUpdate: 'status update on PagerDuty incident “{page}”: {text}',
  page: 'page {service}: {title}',
  mark: 'mark on the charts: {text}',
  openChannel: 'open channel #{channel}',
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
