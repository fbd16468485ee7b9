/** The service catalogue. */
export const serviceTexts = {
  title: 'Services',
  filter: 'Filter',
  filterHint: 'Name, owner or alias',
  /** Next to an alert. */
  ofAlert: 'Service',
  ofIncident: 'Of this incident',
  others: 'All services',
  more: { one: '1 more: type to find it', other: '{count} more: type to find them' },
  none: 'No services yet',
  how: 'Describe them in {path}, or put Backstage’s catalog-info.yaml beside it. Both are read again when they change. A PagerDuty connection brings the services that it lists.',
  noneFits: 'No service has these words.',
  unowned: 'no owner',
  unknown: 'not in the catalogue',
  owner: 'Owner: {owner}',
  ladder: 'Escalation: {ladder}',
  customers: 'Customers know it as: {name}',
  needs: 'Needs: {names}',
  neededBy: 'Needed by: {names}',
  components: 'Status page: {names}',
  /** Of PagerDuty. */
  listed: 'PagerDuty, polled {span} ago',
  listedThen: 'PagerDuty, polled {span} ago; it does not answer in full now',
  listedName: 'PagerDuty calls it: {name}',
  teams: 'PagerDuty team: {names}',
  policy: 'PagerDuty escalation: {policy}',
  policySteps: 'PagerDuty escalation: {policy} ({steps})',
  /** After the first. */
  stepLater: '{who} {minutes} min later',
  open: 'Open in PagerDuty',
  /** One of several connections. */
  unlisted: '{connection} does not answer, so its services are unknown: {problem}',
  unlistedNow: '{connection} does not answer in full now: {problem}',
  objective: 'SLO: {parts}',
  /** Beside what is measured, at the gate. */
  objectiveOf: 'SLO of {service}: {parts}',
  over: '{objectives}: it is over that, so say whether it holds',
  availability: '{value} % available',
  errors: 'errors below {value} %',
  latency: 'p95 below {value} ms',
  runbooks: 'Runbooks',
  dashboards: 'Dashboards',
} as const
