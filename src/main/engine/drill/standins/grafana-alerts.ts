import { createHash } from 'node:crypto'
import { type Scene, storyTime } from '../scene'
import { alertsBy, ruleUid, standingAt } from './alert-rules'

/** What Grafana's own Alertmanager was sent: alerts that fire, and none that are pending. */
export function firingAlerts(scene: Scene): readonly object[] {
  const now = storyTime(scene)
  return alertsBy(scene, 'grafana')
    .filter(alert => standingAt(alert, now) === 'firing')
    .map(({ name, severity, labels, summary, firing }) => ({
      fingerprint: createHash('sha256').update(name).digest('hex').slice(0, 16),
      labels: { alertname: name, severity, ...labels },
      annotations: { summary },
      startsAt: new Date(scene.startedAt + firing).toISOString(),
      endsAt: new Date(scene.clock.now() + 4 * 60_000).toISOString(),
      updatedAt: new Date(scene.clock.now()).toISOString(),
      generatorURL: `http://localhost:3000/alerting/grafana/${ruleUid(name)}/view?orgId=1`,
      receivers: [{ name: 'on-call', active: true, integrations: [] }],
      status: { state: 'active', silencedBy: [], inhibitedBy: [], mutedBy: [] },
    }))
}
