import { type Principal, principals } from '../domain/principal'
import type { CallName } from './calls'

/** [AX1] The least that a session must be for each call. A call that is missing here does not compile. */
const needs: Readonly<Record<CallName, Principal>> = {
  'session:hello': 'watch',
  'session:visible': 'watch',
  'log:follow': 'watch',
  'log:unfollow': 'watch',

  'attachments:read': 'observe',
  'comms:templates': 'observe',
  'comms:fill': 'observe',
  'handoff:read': 'observe',
  'panels:baseline': 'observe',
  'pages:details': 'observe',
  'pages:directory': 'observe',
  'pages:templates': 'observe',
  'people:on-call': 'observe',
  'people:find': 'observe',
  'services:names': 'observe',
  'feeds:refresh': 'observe',
  'feeds:catch-up': 'observe',
  'settings:read': 'observe',
  'alerts:group': 'observe',
  'alerts:pages': 'observe',
  'alerts:labelled': 'observe',
  'alerts:rows': 'observe',
  'alerts:first': 'observe',
  'alerts:names': 'observe',
  'alerts:read': 'observe',
  'alerts:rules': 'observe',
  'alerts:silences': 'observe',
  'alerts:dependencies': 'observe',
  'alerts:preview': 'observe',
  'dashboards:search': 'observe',
  'dashboards:open': 'observe',

  'session:editing': 'respond',
  'timeline:append': 'respond',
  'attachments:keep': 'respond',
  'typed-text:write': 'respond',
  'typed-text:read': 'respond',
  'roles:mark-step': 'respond',

  'timeline:correct': 'scribe',
  'timeline:retract': 'scribe',
  'proposals:accept': 'scribe',
  'proposals:dismiss': 'scribe',

  'comms:draft': 'comms',
  'comms:discard': 'comms',
  'comms:publish': 'comms',
  'comms:cancel': 'comms',
  'comms:settle': 'comms',
  'comms:place': 'comms',

  'incident:declare': 'command',
  'incident:take': 'command',
  'incident:link-page': 'command',
  'incident:unlink': 'command',
  'incident:rename': 'command',
  'incident:change-severity': 'command',
  'incident:change-status': 'command',
  'incident:state-impact': 'command',
  'incident:confirm-time': 'command',
  'roles:assign': 'command',
  'roles:release': 'command',
  'roles:deputise': 'command',
  'roles:define': 'command',
  'roles:drop': 'command',
  'roles:call-roll': 'command',
  'teams:set': 'command',
  'teams:end': 'command',
  'checkpoint:hold': 'command',
  'handoff:write': 'command',
  // What reaches into vendors' systems: pages, silences, components, chat.
  'acts:ask': 'command',
  'acts:settle': 'command',
  'alerts:hide': 'command',
  'alerts:unhide': 'command',
  'alerts:depend': 'command',
  'dashboards:pin': 'command',
  'dashboards:unpin': 'command',

  // Addresses of the vendors' accounts and what a token can do there.
  'connections:list': 'host',
  'connections:save': 'host',
  'connections:remove': 'host',
  'connections:test': 'host',
  'settings:change': 'host',
  'world:enter-drill': 'host',
  'world:leave-drill': 'host',
}

/** [AX1] Whether a session may make a call. */
export function mayCall(principal: Principal, call: CallName): boolean {
  return principals.indexOf(principal) >= principals.indexOf(needs[call])
}
