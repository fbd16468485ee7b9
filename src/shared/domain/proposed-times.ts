import { MINUTE, type Millis } from '../lib/time'
import { type Bend, type BendInput, bendOf } from './bend'
import type { Incident } from './incident'
import type { ProposedTime, TurningPoint } from './stated-time'

/** A chart of which any line may have bent. */
export interface Chart {
  readonly title: string
  readonly series: readonly BendInput[]
}

/**
 * [BE2] Times that a person can confirm, the earliest first: where charts bent, when PagerDuty incidents and alerts
 * began, when it was declared or resolved. One for each minute, since customers read minutes: a chart says more than a
 * key press.
 */
export function proposedTimes(
  of: TurningPoint,
  incident: Incident,
  charts: readonly Chart[],
  now: Millis,
): readonly ProposedTime[] {
  const after = of === 'ended' ? (incident.started?.at ?? 0) : 0
  const found = [
    ...charts.flatMap(chart => bendProposal(of, chart, incident)),
    ...incident.proposedTimes.filter(one => one.of === of),
    ...actProposal(of, incident),
  ].filter(({ at }) => at > after && at <= now)
  const byMinute = new Map<number, ProposedTime>()
  for (const one of found) {
    const minute = Math.floor(one.at / MINUTE)
    if (!byMinute.has(minute)) byMinute.set(minute, one)
  }
  return [...byMinute.values()].sort((a, b) => a.at - b.at)
}

function actProposal(of: TurningPoint, { declaredAt, resolvedAt }: Incident): readonly ProposedTime[] {
  if (of === 'started') return [{ of, at: declaredAt, source: { kind: 'declared', name: '' } }]
  return resolvedAt === null ? [] : [{ of, at: resolvedAt, source: { kind: 'resolved', name: '' } }]
}

/** Of a chart with many lines the first that bent, and the last that came back; one that has not come back has not ended. */
function bendProposal(of: TurningPoint, { title, series }: Chart, { declaredAt }: Incident): readonly ProposedTime[] {
  const bends = series.flatMap(line => bendOf(line, declaredAt) ?? [])
  const at = of === 'started' ? firstOf(bends) : lastOf(bends)
  return at === null ? [] : [{ of, at, source: { kind: 'chart', name: title } }]
}

function firstOf(bends: readonly Bend[]): Millis | null {
  return bends.length === 0 ? null : Math.min(...bends.map(({ from }) => from))
}

function lastOf(bends: readonly Bend[]): Millis | null {
  const ends = bends.flatMap(({ until }) => (until === null ? [] : [until]))
  return ends.length < bends.length || ends.length === 0 ? null : Math.max(...ends)
}
