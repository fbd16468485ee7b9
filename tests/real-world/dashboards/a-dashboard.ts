import { readDashboard } from '../../../src/main/engine/dashboards/document'
import { importDashboard } from '../../../src/main/engine/dashboards/import'
import type { ImportedDashboard, ImportedPanel } from '../../../src/main/engine/dashboards/imported'
import {
  filledOf,
  problemsOf,
  type ResolvedVariable,
  resolveVariables,
} from '../../../src/main/engine/dashboards/resolve'
import { type PanelOutcome, panelSpecs } from '../../../src/main/engine/dashboards/specs'
import type { MetricNames } from '../../../src/main/engine/vendors/account'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { ok } from '../../../src/shared/lib/reply'
import type { Millis } from '../../../src/shared/lib/time'
import { allInEnglish, inEnglish } from '../../support/in-english'

/** A dashboard's JSON as Grafana writes it, read by the real importer, its variables filled by a Prometheus that knows `values`. */

export interface Around {
  readonly through?: 'grafana' | 'prometheus'
  readonly values?: readonly string[]
  readonly chosen?: Readonly<Record<string, readonly string[]>>
  readonly scrape?: Millis | null
}

export function imported(model: object, through: 'grafana' | 'prometheus' = 'prometheus'): ImportedDashboard {
  const read = readDashboard(model)
  if (!read.ok) throw new Error(read.fault.message)
  return allInEnglish(importDashboard(read.value, { through }))
}

export function panelsIn(model: object, through?: 'grafana' | 'prometheus'): readonly ImportedPanel[] {
  return imported(model, through).rows.flatMap(row => row.panels)
}

export async function resolved(
  model: object,
  { through, values = [], chosen = {} }: Around = {},
): Promise<readonly ResolvedVariable[]> {
  const answer = async () => ok(values)
  const names: MetricNames = { labelNames: answer, labelValues: answer, series: answer, queryResult: answer }
  const variables = await resolveVariables(imported(model, through), {
    chosen,
    names: () => names,
    sources: () => [{ text: 'Main', value: 'main' }],
    signal: new AbortController().signal,
  })
  return allInEnglish(variables)
}

/** What becomes of all of its panels. */
export async function pinned(model: object, around: Around = {}): Promise<readonly PanelOutcome[]> {
  const { through = 'prometheus', scrape = null } = around
  const dashboard = imported(model, through)
  const variables = await resolved(model, around)
  return panelSpecs(dashboard, new Set(dashboard.rows.flatMap(row => row.panels).map(panel => panel.key)), {
    connection: 'p' as ConnectionId,
    through,
    values: filledOf(variables),
    problems: problemsOf(variables),
    scrape,
    sourceUid: () => 'main',
    link: () => undefined,
  })
}

export function specsOf(outcomes: readonly PanelOutcome[]) {
  return outcomes.flatMap(one => ('spec' in one ? [one.spec] : []))
}

export function reasonsOf(outcomes: readonly PanelOutcome[]): readonly string[] {
  return outcomes.flatMap(one => ('reason' in one ? [inEnglish(one.reason)] : []))
}
