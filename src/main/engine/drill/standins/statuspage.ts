import type { Scene } from '../scene'
import { startRecordingStandIn } from './recording'
import { byRoute } from './routes'
import type { StandIn } from './server'
import { notFound } from './statuspage-answers'
import { statuspageFact } from './statuspage-facts'
import { readingRoutes } from './statuspage-reads'
import { writingRoutes } from './statuspage-writes'
import { isToken } from './token'

/**
 * Stand-in of Statuspage's API v1, with JSON bodies. The vendor's limit of one request a second is not enforced: a
 * drill is there to be played, and can run faster than the wall.
 */
export function startStatuspage(scene: Scene, token: string): Promise<StandIn> {
  const page = `/v1/pages/${scene.scenario.statuspage.id}`
  const options = { name: 'Statuspage', file: 'statuspage.jsonl', fact: statuspageFact }
  return startRecordingStandIn(scene, options, journal => {
    const desk = { scene, facts: journal.facts, record: journal.append }
    const routes = { ...readingRoutes(desk), ...writingRoutes(desk) }
    return request => {
      const [, key = ''] = /^OAuth (.+)$/.exec(request.header('authorization')) ?? []
      if (!isToken(key, token)) return { status: 401, body: { error: 'Could not authenticate' } }
      if (request.path !== page && !request.path.startsWith(`${page}/`)) return notFound
      return byRoute(routes, request) ?? notFound
    }
  })
}
