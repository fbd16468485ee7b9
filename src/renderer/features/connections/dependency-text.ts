import type { DependsOn } from '../../../shared/domain/alerts/dependencies'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

const said = texts.dependencies

/** One line each, as in `checkout: payments-api, payments-db`. */
export function dependencyText(dependsOn: DependsOn): string {
  return Object.entries(dependsOn)
    .map(([service, needs]) => `${service}: ${needs.join(', ')}`)
    .join('\n')
}

export type ReadDependencies =
  | { readonly dependsOn: DependsOn }
  /** `line` from 1. */
  | { readonly line: number; readonly problem: string }

/** [DP1] Parses the typed text; an error names its line and how to fix it. */
export function readDependencies(text: string): ReadDependencies {
  const read = new Map<string, readonly string[]>()
  const places = new Map<string, number>()
  for (const [at, raw] of text.split('\n').entries()) {
    const line = at + 1
    if (raw.trim() === '') continue
    const [service = '', needed] = raw.split(/:(.*)/s, 2).map(part => part.trim())
    const needs = (needed ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(Boolean)
    const problem = problemOf(service, needed, needs, places)
    if (problem !== undefined) return { line, problem }
    read.set(service, needs)
    places.set(service.toLowerCase(), line)
  }
  return { dependsOn: Object.fromEntries(read) }
}

function problemOf(
  service: string,
  needed: string | undefined,
  needs: readonly string[],
  places: ReadonlyMap<string, number>,
): string | undefined {
  if (needed === undefined) return t(said.noColon, { service })
  if (service === '') return said.noService
  if (needs.length === 0) return t(said.noNeeds, { service })
  if (needs.some(need => need.toLowerCase() === service.toLowerCase())) return t(said.needsItself, { service })
  const there = places.get(service.toLowerCase())
  return there === undefined ? undefined : t(said.twice, { service, line: there })
}
