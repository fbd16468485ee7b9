import type { CallName, QueryName } from '../../shared/contract/calls'

const queries: Readonly<Record<QueryName, true>> = {
  'alerts:dependencies': true,
  'alerts:first': true,
  'alerts:group': true,
  'alerts:labelled': true,
  'alerts:names': true,
  'alerts:pages': true,
  'alerts:preview': true,
  'alerts:read': true,
  'alerts:rows': true,
  'alerts:rules': true,
  'alerts:silences': true,
  'archive:log': true,
  'telemetry:read': true,
  'archive:search': true,
  'archive:similar': true,
  'attachments:read': true,
  'comms:check': true,
  'comms:fill': true,
  'comms:lint': true,
  'comms:templates': true,
  'connections:list': true,
  'connections:test': true,
  'dashboards:open': true,
  'dashboards:search': true,
  'handoff:read': true,
  'transfer:sections': true,
  'handoff:sources': true,
  'method:read': true,
  'playbooks:read': true,
  'pages:details': true,
  'pages:directory': true,
  'pages:templates': true,
  'pages:metrics': true,
  'panels:baseline': true,
  'people:find': true,
  'people:on-call': true,
  'record:backups': true,
  'record:search': true,
  'services:names': true,
  'services:pagerduty': true,
  'settings:read': true,
  'bundle:look': true,
  'typed-text:read': true,
}

/**
 * Changes that are as right an hour later: text that a person typed is stored with its own time, the rest is the page's
 * own.
 */
const lasting: ReadonlySet<string> = new Set<CallName>([
  'timeline:append',
  'attachments:keep',
  'session:visible',
  'session:editing',
  'feeds:refresh',
  'feeds:catch-up',
])

/**
 * [CW5] Whether a call may wait for the engine without end. Every other change was decided by a person on what they
 * saw: done minutes later, it would surprise everybody, also at the vendors.
 */
export function isPatient(name: CallName): boolean {
  return Object.hasOwn(queries, name) || lasting.has(name)
}
