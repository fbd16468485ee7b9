import * as z from 'zod/mini'
import type { Scene } from '../scene'
import { readJson } from './routes'
import type { StandInAnswer } from './server'
import type { StatuspageFact } from './statuspage-facts'
import { componentJson, statuspageIncidentJson, updateJson } from './statuspage-json'
import { pageRecord } from './statuspage-record'

/** Statuspage's forms of an answer. Its errors come in three shapes in the wild; here each has the status it was seen with. */

export interface StatuspageState {
  readonly scene: Scene
  readonly facts: readonly StatuspageFact[]
  readonly record: (fact: StatuspageFact) => void
}

export const PAGE = '/v1/pages/{page}'

/** The figures that the drill's page shows. */
export const pageMetrics = [
  { id: 'mtrc00000001', name: 'Checkout response time', suffix: 'ms' },
  { id: 'mtrc00000002', name: 'Payments that succeed', suffix: '%' },
] as const

export const statuspageNotFound: StandInAnswer = { status: 404, body: { message: 'Not found' } }
export const noBody: StandInAnswer = { status: 400, body: { message: 'param is missing or the value is empty' } }

/** A bare list of sentences, such as "Status must be one of …". */
export function unprocessable(issues: readonly { path: readonly PropertyKey[]; message: string }[]): StandInAnswer {
  return { status: 422, body: issues.map(({ path, message }) => sentence(String(path.at(-1) ?? ''), message)) }
}

function sentence(field: string, message: string): string {
  const name = field.replaceAll('_', ' ')
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${message === 'Invalid input' ? 'is invalid' : message}`
}

export function incidentAnswer({ scene, facts }: StatuspageState, id: string, status: 200 | 201): StandInAnswer {
  const record = pageRecord(scene, facts)
  const incident = record.incidents.get(id)
  return incident ? { status, body: statuspageIncidentJson(scene, record, incident) } : statuspageNotFound
}

export function updateAnswer({ scene, facts }: StatuspageState, incident: string, id: string): StandInAnswer {
  const known = pageRecord(scene, facts).incidents.get(incident)
  const update = known?.updates.find(one => one.id === id)
  return known && update ? { status: 200, body: updateJson(known, update) } : statuspageNotFound
}

export function componentAnswer({ scene, facts }: StatuspageState, id: string): StandInAnswer {
  const component = pageRecord(scene, facts).components.get(id)
  return component ? { status: 200, body: componentJson(scene, component) } : statuspageNotFound
}

/** Bare arrays without a total; `page` from 1, `size` names the parameter of the page's length (100, at most 100). */
export function onePage<Item>(items: readonly Item[], query: URLSearchParams, size: string): readonly Item[] {
  const length = Math.min(100, wholeNumber(query.get(size), 100))
  const first = (wholeNumber(query.get('page'), 1) - 1) * length
  return items.slice(first, first + length)
}

function wholeNumber(text: string | null, otherwise: number): number {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : otherwise
}

/** Bodies are wrapped in the name of what they change: `{"incident": {…}}`. */
export function unwrapped(name: string, body: string): object | undefined {
  const parsed = z.object({ [name]: z.looseObject({}) }).safeParse(readJson(body))
  return parsed.success ? parsed.data[name] : undefined
}
