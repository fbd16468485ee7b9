import { isoSeconds, type Scene } from '../scene'
import { paged } from './pagerduty-answers'
import type { PagerDutyUser } from './pagerduty-facts'
import { escalationLevelOf } from './pagerduty-incidents'
import { policyInFull, policyReference, reference, userReference } from './pagerduty-references'
import type { Routes } from './routes'
import type { StandInAnswer } from './server'

/** Who and what there is: small, and never changed by a drill. */
export function directoryRoutes(scene: Scene): Routes {
  const { services, users } = scene.scenario.pagerduty
  const onCall = services.flatMap(({ id: service }) =>
    [1, 2].flatMap(level => escalationLevelOf(scene, service, level).map(user => ({ user, service, level }))),
  )
  return {
    'GET /abilities': () => ({
      status: 200,
      body: { abilities: ['teams', 'urgencies', 'service_support_hours', 'coordinated_responding'] },
    }),
    'GET /services': ({ query }) =>
      paged('services', query, services, ({ id, name }) => ({
        ...reference('service', id, name, 'services'),
        name,
        description: null,
        created_at: isoSeconds(scene.startedAt),
        status: 'active',
        alert_creation: 'create_alerts_and_incidents',
        escalation_policy: (isIncluded(query) ? policyInFull : policyReference)(scene, id),
        teams: [],
        integrations: [],
      })),
    'GET /users': ({ query }) =>
      paged('users', query, users.filter(isAbout(query.get('query') ?? '')), ({ id, name, email }) => ({
        ...reference('user', id, name, 'users'),
        name,
        email,
        time_zone: 'Etc/UTC',
        role: 'user',
        job_title: null,
        invitation_sent: false,
        teams: [],
        contact_methods: [],
        notification_rules: [],
      })),
    // The account of a drill has no priorities: its people decide how bad it is.
    'GET /priorities': ({ query }) => paged('priorities', query, [], () => ({})),
    'GET /escalation_policies': ({ query }) =>
      paged('escalation_policies', query, services, ({ id }) => policyReference(scene, id)),
    'GET /change_events': ({ query }) => listChanges(scene, query),
    'GET /oncalls': ({ query }) =>
      paged('oncalls', query, onCall.filter(isOnPolicy(query)), ({ user, service, level }) => ({
        escalation_policy: (isIncluded(query) ? policyInFull : policyReference)(scene, service),
        user: userReference(scene, user),
        // Null, as for anybody who is always on call: clients stumble over it.
        schedule: null,
        escalation_level: level,
        start: null,
        end: null,
      })),
  }
}

/** The story's deploys that have happened by now, the newest first. */
function listChanges(scene: Scene, query: URLSearchParams): StandInAnswer {
  const since = Date.parse(query.get('since') ?? '') || 0
  const told = scene.scenario.deploys
    .map((deploy, at) => ({ ...deploy, number: at + 1, instant: scene.startedAt + deploy.at }))
    .filter(({ instant }) => instant >= since && instant <= scene.clock.now())
    .sort((a, b) => b.instant - a.instant)
  return paged('change_events', query, told, ({ number, service, version, note, instant }) => ({
    id: `CHANGE${number}`,
    type: 'change_event',
    summary: `${service} ${version}: ${note}`,
    timestamp: isoSeconds(instant),
    source: 'pipeline',
    services: scene.scenario.pagerduty.services
      .filter(({ name, id }) => name === service || id === service)
      .map(({ id }) => ({ id, type: 'service_reference' })),
    integration: null,
    custom_details: {},
    links: [],
  }))
}

function isAbout(text: string): (user: PagerDutyUser) => boolean {
  const wanted = text.toLowerCase()
  return ({ name, email }) => `${name} ${email}`.toLowerCase().includes(wanted)
}

function isIncluded(query: URLSearchParams): boolean {
  return query.getAll('include[]').includes('escalation_policies')
}

function isOnPolicy(query: URLSearchParams): (onCall: { readonly service: string }) => boolean {
  const wanted = query.getAll('escalation_policy_ids[]')
  return ({ service }) => wanted.length === 0 || wanted.includes(`E${service}`)
}
