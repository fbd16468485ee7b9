import type { Millis } from '../../../../shared/lib/time'
import type { ScenarioAlert } from '../scenario'
import { type Scene, storyTime } from '../scene'

/** The scenario's alerts as rules, in the shape that Prometheus and Grafana share. */

type Watcher = ScenarioAlert['by']

export function alertsBy({ scenario }: Scene, watcher: Watcher): readonly ScenarioAlert[] {
  return scenario.alerts.filter(({ by }) => by === watcher)
}

export function standingAt(alert: ScenarioAlert, now: Millis): 'inactive' | 'pending' | 'firing' {
  const { pending, firing, until } = episodeAt(alert, now)
  if (now < pending || now >= until) return 'inactive'
  return now < firing ? 'pending' : 'firing'
}

/** Of the times at which an alert is on, the one that began last; before all of them the first. */
export function episodeAt(alert: ScenarioAlert, now: Millis): ScenarioAlert['again'][number] {
  return alert.again.findLast(({ pending }) => pending <= now) ?? alert
}

/** As Grafana makes the ids of its rules. */
export function ruleUid(name: string): string {
  return `drill-${name.toLowerCase().slice(0, 30)}`
}

/** One group a place: a team's file, or a folder. */
export function ruleGroups(scene: Scene, watcher: Watcher): readonly object[] {
  const now = storyTime(scene)
  const watching = alertsBy(scene, watcher).map(alert => {
    const place = alert.labels.grafana_folder ?? alert.labels.team ?? 'alerts'
    return { place, rule: ruleJson(scene, watcher, alert.name, standingAt(alert, now), 'ok', '') }
  })
  const blind = scene.scenario.blindRules
    .filter(({ by, from }) => by === watcher && from <= now)
    .map(({ name, place, problem }) => {
      const health = watcher === 'grafana' ? 'error' : 'err'
      return { place, rule: ruleJson(scene, watcher, name, 'inactive', health, problem) }
    })
  return [...Map.groupBy([...watching, ...blind], ({ place }) => place)].map(([place, rules]) => ({
    ...{ name: place, file: watcher === 'grafana' ? place : `/etc/prometheus/rules/${place}.yml`, interval: 15 },
    ...{ limit: 0, evaluationTime: 0.0011, lastEvaluation: new Date(scene.clock.now()).toISOString() },
    rules: rules.map(({ rule }) => rule),
  }))
}

function ruleJson(
  scene: Scene,
  watcher: Watcher,
  name: string,
  state: string,
  health: string,
  lastError: string,
): object {
  return {
    ...{ type: 'alerting', name, state, health, query: '', duration: 30, labels: {}, annotations: {}, alerts: [] },
    ...(lastError === '' ? {} : { lastError }),
    ...(watcher === 'grafana' ? { uid: ruleUid(name), isPaused: false } : {}),
    ...{ lastEvaluation: new Date(scene.clock.now()).toISOString(), evaluationTime: 0.0004 },
  }
}
