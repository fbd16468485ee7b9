import { isoSeconds, type Scene } from '../scene'
import { paged } from './pagerduty-answers'
import { policyReference, reference, userReference } from './pagerduty-references'
import type { Routes } from './routes'

/** Who and what there is: small, and never changed by a drill. */
export function directoryRoutes(scene: Scene): Routes {
  const { services, users } = scene.scenario.pagerduty
  const onCall = users.flatMap(({ id, onCallFor }) => (onCallFor === null ? [] : [{ user: id, service: onCallFor }]))
  return {
    'GET /abilities': () => ({ status: 200, body: { abilities: ['teams', 'urgencies', 'service_support_hours'] } }),
    'GET /services': ({ query }) =>
      paged('services', query, services, ({ id, name }) => ({
        ...reference('service', id, name, 'services'),
        name,
        description: null,
        created_at: isoSeconds(scene.startedAt),
        status: 'active',
        alert_creation: 'create_alerts_and_incidents',
        escalation_policy: policyReference(scene, id),
        teams: [],
        integrations: [],
      })),
    'GET /users': ({ query }) =>
      paged('users', query, users, ({ id, name, email }) => ({
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
    'GET /oncalls': ({ query }) =>
      paged('oncalls', query, onCall, ({ user, service }) => ({
        escalation_policy: policyReference(scene, service),
        user: userReference(scene, user),
        // Null, as for anybody who is always on call: clients stumble over it.
        schedule: null,
        escalation_level: 1,
        start: null,
        end: null,
      })),
  }
}
