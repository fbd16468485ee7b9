import type { CallName } from './calls'
import type { PushName } from './pushes'

/** Names without their parsers, for the preload, which must stay tiny. A name that is missing here does not compile. */
const pushes: Readonly<Record<PushName, true>> = {
  log: true,
  incidents: true,
  feeds: true,
  alerts: true,
  alertGroups: true,
  panels: true,
  pages: true,
  deploys: true,
  rules: true,
  annotations: true,
  proposals: true,
  channels: true,
  clock: true,
  world: true,
}

const calls: Readonly<Record<CallName, true>> = {
  'session:hello': true,
  'session:visible': true,
  'log:follow': true,
  'log:unfollow': true,
  'incident:declare': true,
  'incident:take': true,
  'incident:link-page': true,
  'incident:change-severity': true,
  'incident:change-status': true,
  'incident:state-impact': true,
  'roles:assign': true,
  'roles:release': true,
  'roles:deputise': true,
  'roles:define': true,
  'roles:drop': true,
  'roles:mark-step': true,
  'roles:call-roll': true,
  'teams:set': true,
  'teams:end': true,
  'timeline:append': true,
  'timeline:correct': true,
  'timeline:retract': true,
  'attachments:keep': true,
  'attachments:read': true,
  'kept-line:write': true,
  'kept-line:read': true,
  'proposals:accept': true,
  'proposals:dismiss': true,
  'checkpoint:hold': true,
  'comms:templates': true,
  'comms:fill': true,
  'comms:draft': true,
  'comms:discard': true,
  'comms:publish': true,
  'comms:cancel': true,
  'comms:settle': true,
  'acts:ask': true,
  'acts:settle': true,
  'handoff:write': true,
  'handoff:read': true,
  'panels:baseline': true,
  'pages:details': true,
  'people:on-call': true,
  'people:find': true,
  'pages:directory': true,
  'pages:templates': true,
  'feeds:refresh': true,
  'feeds:catch-up': true,
  'alerts:group': true,
  'alerts:rows': true,
  'alerts:read': true,
  'alerts:rules': true,
  'alerts:preview': true,
  'alerts:hide': true,
  'alerts:unhide': true,
  'connections:list': true,
  'connections:save': true,
  'connections:remove': true,
  'connections:test': true,
  'dashboards:search': true,
  'dashboards:open': true,
  'dashboards:pin': true,
  'dashboards:unpin': true,
  'world:enter-drill': true,
  'world:leave-drill': true,
}

export const pushNames = Object.keys(pushes) as readonly PushName[]

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name)
}

export function isPushName(name: string): name is PushName {
  return Object.hasOwn(pushes, name)
}
