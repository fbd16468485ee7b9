import type { Journal } from '../journal'
import { type Scene, storyTime } from '../scene'
import { annotationInput, type GrafanaFact } from './grafana-facts'
import { readJson } from './routes'
import type { StandInAnswer } from './server'

/** Above every deploy of a story, whose ids begin with 1. */
const FIRST_NOTE_ID = 501
/** Above every note of a story. */
const FIRST_POSTED_ID = 1_001

/** Annotations of the story and those that were posted, newest first. `tags` must all fit, or any with `matchAny=true`. */
export function annotationsAnswer(scene: Scene, posted: readonly GrafanaFact[], query: URLSearchParams): StandInAnswer {
  const [from, to] = [Number(query.get('from') ?? 0), Number(query.get('to') ?? Number.MAX_SAFE_INTEGER)]
  const limit = Number(query.get('limit') ?? 100)
  if (![from, to, limit].every(Number.isFinite)) return badRequest
  const wanted = query.getAll('tags')
  const fits = (tags: readonly string[]) =>
    wanted.length === 0 ||
    (query.get('matchAny') === 'true'
      ? wanted.some(tag => tags.includes(tag))
      : wanted.every(tag => tags.includes(tag)))
  const found = [...deploys(scene), ...notes(scene), ...posted].filter(
    ({ time, tags }) => time >= from && time <= to && fits(tags),
  )
  const newest = found.sort((a, b) => b.time - a.time || b.id - a.id).slice(0, limit)
  return { status: 200, body: newest.map(annotationJson) }
}

/** The answer leaves after the mark is on disk. */
export function postAnnotation(scene: Scene, journal: Journal<GrafanaFact>, body: string): StandInAnswer {
  const parsed = annotationInput.safeParse(readJson(body))
  if (!parsed.success) return badRequest
  const now = scene.clock.now()
  const id = FIRST_POSTED_ID + journal.facts.length
  journal.append({ id, at: now, time: parsed.data.time ?? now, text: parsed.data.text, tags: parsed.data.tags })
  return { status: 200, body: { message: 'Annotation added', id } }
}

const badRequest: StandInAnswer = { status: 400, body: { message: 'bad request data', traceID: '' } }

function deploys(scene: Scene): readonly GrafanaFact[] {
  return scene.scenario.deploys
    .map(({ at, service, version, note }, index) => {
      const time = scene.startedAt + at
      const text = `${service} ${version}: ${note}`
      return { since: at, id: index + 1, at: time, time, tags: ['deploy', service, version], text }
    })
    .filter(({ since }) => since <= storyTime(scene))
}

function notes(scene: Scene): readonly GrafanaFact[] {
  return scene.scenario.notes
    .map(({ at, text, tags }, index) => {
      const time = scene.startedAt + at
      return { since: at, id: FIRST_NOTE_ID + index, at: time, time, tags: [...tags], text }
    })
    .filter(({ since }) => since <= storyTime(scene))
}

function annotationJson({ id, at, time, text, tags }: GrafanaFact): object {
  return {
    ...{ id, alertId: 0, dashboardId: 0, panelId: 0, userId: 1, login: 'release-bot', email: '', newState: '' },
    ...{ prevState: '', created: at, updated: at, time, timeEnd: time, text, tags, data: {} },
  }
}
