import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import { notFound } from '../record/decision'
import type { DashboardShelf, DataSource, VendorAccount } from '../vendors/account'
import { type DashboardDocument, readDashboard, readDashboardText } from './document'
import { importDashboard, missingLibraries } from './import'
import type { ImportedDashboard, VariableOption } from './imported'
import { type ResolvedVariable, resolveVariables } from './resolve'
import { scrapeInterval } from './scrape-interval'
import { isPrometheus, variableAlone } from './sources'
import type { SpecChoice } from './specs'

export interface OpenedDashboard {
  readonly dashboard: ImportedDashboard
  readonly resolved: readonly ResolvedVariable[]
  readonly choice: Omit<SpecChoice, 'values' | 'problems'>
}

interface Surroundings {
  /** Through which its panels are to be read. */
  readonly account: VendorAccount | undefined
  readonly now: Millis
  readonly signal: AbortSignal
}

/** Reads a dashboard from a file or from Grafana, and gives its variables their options. */
export async function openDashboard(
  { from, chosen }: Parsed<'dashboards:open'>,
  { account, now, signal }: Surroundings,
): Promise<Reply<OpenedDashboard, Fault>> {
  const { connection } = from
  if (account?.panels === undefined) return notFound('no-charts-there')
  const shelf = account.dashboards
  const read = from.kind === 'file' ? readDashboardText(from.text) : await readFrom(shelf, from.uid, signal)
  if (!read.ok) return read
  const libraries = await readLibraries(shelf, read.value, signal)
  const through = shelf === undefined ? 'prometheus' : 'grafana'
  const dashboard = importDashboard(read.value, { through, libraries })
  // Only administrators may list them: without the list, uids stand for themselves.
  const listed = (await shelf?.dataSources(signal)) ?? fail(null)
  const sources = listed.ok ? listed.value : null
  const choice: OpenedDashboard['choice'] = {
    connection,
    through,
    scrape: shelf === undefined ? await scrapeInterval(account.names?.(now), signal) : null,
    sourceUid: uid => uidOf(uid, sources, dashboard),
    link: panel => (from.kind === 'grafana' ? shelf?.link(from.uid, panel) : undefined),
  }
  const resolved = await resolveVariables(dashboard, {
    chosen,
    names: (_source, uid) => {
      if (shelf === undefined) return account.names?.(now)
      const source = choice.sourceUid(uid)
      return source === null ? undefined : shelf.names(source, now)
    },
    sources: type =>
      shelf === undefined ? [{ text: 'This Prometheus', value: connection }] : ofType(sources, type, dashboard),
    signal,
  })
  return ok({ dashboard, resolved, choice })
}

async function readFrom(
  shelf: DashboardShelf | undefined,
  uid: string,
  signal: AbortSignal,
): Promise<Reply<DashboardDocument, Fault>> {
  if (shelf === undefined) return notFound('no-dashboards-there')
  const body = await shelf.read(uid, signal)
  return body.ok ? readDashboard(body.value) : body
}

/** One that cannot be read is missing, which its panel then says. */
async function readLibraries(shelf: DashboardShelf | undefined, document: DashboardDocument, signal: AbortSignal) {
  const libraries = new Map<string, unknown>()
  if (shelf === undefined) return libraries
  for (const uid of missingLibraries(document).slice(0, 50)) {
    const model = await shelf.libraryPanel(uid, signal)
    if (model.ok) libraries.set(uid, model.value)
  }
  return libraries
}

/** By uid, by name as old dashboards have it, or the default; an export's input is the first of its kind. */
function uidOf(uid: string | null, sources: readonly DataSource[] | null, dashboard: ImportedDashboard): string | null {
  if (sources === null) return uid === null || variableAlone(uid) !== null ? null : uid
  if (uid === null || uid === 'default') return sources.find(source => source.byDefault)?.uid ?? null
  const input = dashboard.inputs[variableAlone(uid) ?? '']
  const found = sources.find(source =>
    input === undefined ? source.uid === uid || source.name === uid : source.type === input,
  )
  return found?.uid ?? null
}

/** Without the list, what was chosen when the dashboard was saved. */
function ofType(
  sources: readonly DataSource[] | null,
  type: string,
  dashboard: ImportedDashboard,
): readonly VariableOption[] {
  if (sources === null) {
    const variable = dashboard.variables.find(one => one.kind === 'datasource' && one.query === type)
    return (variable?.current ?? []).map(value => ({ text: value, value }))
  }
  const fits = (source: DataSource) => source.type === type || (isPrometheus(type) && isPrometheus(source.type))
  const found = sources.filter(fits).toSorted((a, b) => Number(b.byDefault) - Number(a.byDefault))
  return found.map(source => ({ text: source.name, value: source.uid }))
}
