import type { Millis } from '../../../../shared/lib/time'
import type { Scene } from '../scene'
import type { PageComponentState, PageRecord, PostedIncident, PostedUpdate } from './statuspage-record'

/** Statuspage's own form of pages, components and incidents. Names of links never resolve: they are a drill's. */
const SITE = 'https://drill.statuspage.invalid'

export function pageJson({ scenario, startedAt }: Scene): object {
  const { id, name } = scenario.statuspage
  return {
    id,
    created_at: iso(startedAt),
    updated_at: iso(startedAt),
    name,
    page_description: null,
    headline: null,
    branding: 'basic',
    subdomain: 'drill',
    domain: null,
    url: SITE,
    support_url: null,
    hidden_from_search: true,
    allow_page_subscribers: true,
    allow_incident_subscribers: true,
    allow_email_subscribers: true,
    time_zone: 'Etc/UTC',
  }
}

export function componentJson(scene: Scene, component: PageComponentState): object {
  const { id, name, description, status, updatedAt } = component
  return {
    id,
    page_id: scene.scenario.statuspage.id,
    group_id: null,
    created_at: iso(scene.startedAt),
    updated_at: iso(updatedAt),
    group: false,
    name,
    description,
    position: scene.scenario.statuspage.components.findIndex(known => known.id === id) + 1,
    status,
    showcase: true,
    only_show_if_degraded: false,
    automation_email: `component+${id}@drill.statuspage.invalid`,
    start_date: null,
  }
}

export function statuspageIncidentJson(scene: Scene, record: PageRecord, incident: PostedIncident): object {
  return {
    id: incident.id,
    page_id: scene.scenario.statuspage.id,
    name: incident.name,
    status: incident.status,
    impact: incident.impact,
    impact_override: incident.impactOverride,
    created_at: iso(incident.createdAt),
    updated_at: iso(incident.updatedAt),
    monitoring_at: orNull(incident.monitoringAt),
    resolved_at: orNull(incident.resolvedAt),
    shortlink: `${SITE}/incidents/${incident.id}`,
    metadata: incident.metadata,
    components: incident.componentIds.flatMap(id => {
      const component = record.components.get(id)
      return component ? [componentJson(scene, component)] : []
    }),
    incident_updates: incident.updates.map(update => updateJson(incident, update)),
    scheduled_for: incident.scheduledFor,
    scheduled_until: incident.scheduledUntil,
    scheduled_remind_prior: false,
    scheduled_auto_in_progress: false,
    scheduled_auto_completed: false,
    postmortem_body: null,
    postmortem_published_at: null,
    reminder_intervals: null,
  }
}

type Template = NonNullable<Scene['scenario']['statuspage']['templates']>[number]

export function templateJson({ scenario }: Scene, { id, name, title, body, status }: Template): object {
  return {
    id,
    page_id: scenario.statuspage.id,
    components: [],
    name,
    title,
    body,
    update_status: status,
    group_id: null,
    should_send_notifications: true,
    should_tweet: false,
  }
}

export function updateJson(incident: PostedIncident, update: PostedUpdate): object {
  return {
    id: update.id,
    incident_id: incident.id,
    status: update.status,
    body: update.body,
    affected_components: update.affected,
    created_at: iso(update.at),
    updated_at: iso(update.updatedAt),
    display_at: update.displayAt ?? iso(update.at),
    deliver_notifications: update.delivered,
    custom_tweet: null,
    tweet_id: null,
    twitter_updated_at: null,
    wants_twitter_update: false,
  }
}

function iso(at: Millis): string {
  return new Date(at).toISOString()
}

function orNull(at: Millis | null): string | null {
  return at === null ? null : iso(at)
}
