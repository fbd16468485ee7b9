import { type Scene, storyTime } from '../scene'
import type { Answer } from './server'

/** Deploys of the story as Grafana's annotations, newest first. `tags` must all fit, or any with `matchAny=true`. */
export function annotationsAnswer(scene: Scene, query: URLSearchParams): Answer {
  const [from, to] = [Number(query.get('from') ?? 0), Number(query.get('to') ?? Number.MAX_SAFE_INTEGER)]
  const limit = Number(query.get('limit') ?? 100)
  if (![from, to, limit].every(Number.isFinite)) return { status: 400, body: { message: 'bad request data' } }
  const wanted = query.getAll('tags')
  const fits = (tags: readonly string[]) =>
    wanted.length === 0 ||
    (query.get('matchAny') === 'true'
      ? wanted.some(tag => tags.includes(tag))
      : wanted.every(tag => tags.includes(tag)))
  const found = deploys(scene).filter(({ time, tags }) => time >= from && time <= to && fits(tags))
  return { status: 200, body: found.reverse().slice(0, limit) }
}

function deploys(scene: Scene) {
  return scene.scenario.deploys
    .map(({ at, service, version, note }, index) => {
      const time = scene.startedAt + at
      const tags = ['deploy', service, version]
      return { at, id: index + 1, time, tags, text: `${service} ${version}: ${note}` }
    })
    .filter(({ at }) => at <= storyTime(scene))
    .map(({ id, time, tags, text }) => ({
      ...{ id, alertId: 0, dashboardId: 0, panelId: 0, userId: 1, login: 'release-bot', email: '', newState: '' },
      ...{ prevState: '', created: time, updated: time, time, timeEnd: time, text, tags, data: {} },
    }))
}
