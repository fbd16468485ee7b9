import type { StandInAnswer, StandInRequest } from './server'

export type Parameters = Readonly<Record<string, string>>
export type Route = (request: StandInRequest, parameters: Parameters) => StandInAnswer
/** `GET /incidents/{id}` → what answers it. The first that fits wins. */
export type Routes = Readonly<Record<string, Route>>

/** Answers by the first route that fits; undefined: none does. */
export function byRoute(routes: Routes, request: StandInRequest): StandInAnswer | undefined {
  for (const [pattern, route] of Object.entries(routes)) {
    const [method, path = ''] = pattern.split(' ')
    const parameters = method === request.method ? parametersOf(path, request.path) : undefined
    if (parameters) return route(request, parameters)
  }
  return undefined
}

function parametersOf(pattern: string, path: string): Parameters | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const actual = given[index] ?? ''
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = actual
    else if (part !== actual) return undefined
  }
  return parameters
}

/** Parsed JSON, or undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Each vendor has its own answer to a broken body; the parser's own words are not among them.
    return undefined
  }
}
