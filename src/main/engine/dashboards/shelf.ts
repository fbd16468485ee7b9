import type { Parsed } from '../../../shared/contract/calls'
import { isCoded, wordedProblem, wordedReason } from '../../../shared/contract/coded-reason'
import type { DashboardView, Pinned } from '../../../shared/contract/dashboards'
import { ALL_VALUES, type DashboardSlice, MOST_PANELS, type VariableChoice } from '../../../shared/contract/dashboards'
import type { Fault } from '../../../shared/contract/faults'
import type { Mode } from '../../../shared/contract/mode'
import type { ConnectionId } from '../../../shared/domain/ids'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { Clock, SettingsStore } from '../ports'
import { changedSince, notFound, refused } from '../record/decision'
import type { Handlers } from '../sessions/handlers'
import type { VendorAccount } from '../vendors/account'
import { asText, interpolate } from './interpolate'
import { type OpenedDashboard, openDashboard } from './open'
import { filledOf, problemsOf, type ResolvedVariable } from './resolve'
import { panelSpecs } from './specs'

/** What a client sees of an opened dashboard. */
function dashboardView({ dashboard, resolved }: OpenedDashboard): DashboardView {
  const values = filledOf(resolved)
  const text = (written: string) => interpolate(written, values, asText).text
  return {
    title: dashboard.title,
    variables: resolved.filter(isForPeople).map(variableChoice),
    rows: dashboard.rows
      .filter(row => row.panels.length > 0)
      .map(({ title, panels }) => ({
        title: text(title),
        panels: panels.map(({ key, title: name, type, reason, text: said, notes }) => ({
          key,
          title: text(name),
          type,
          ...wordedReason(reason),
          ...(said === '' ? {} : { text: text(said) }),
          notes: notes.map(note => wordedReason(note).reason),
          ...(notes.some(isCoded) && { codedNotes: notes }),
        })),
      })),
  }
}

/** A choice of one that works is none. */
function isForPeople({ variable, options, problem }: ResolvedVariable): boolean {
  return (
    problem !== '' ||
    (variable.kind !== 'filters' && (variable.kind === 'text' || variable.includeAll || options.length > 1))
  )
}

function variableChoice({ variable, options, chosen, problem }: ResolvedVariable): VariableChoice {
  const { name, label, multi, includeAll } = variable
  const all = includeAll ? [{ text: 'All', value: ALL_VALUES }] : []
  return {
    name,
    label,
    multi,
    chosen,
    ...wordedProblem(problem),
    kind: variable.kind === 'text' ? 'text' : 'choice',
    options: [...all, ...options.map(option => ({ text: option.text, value: option.value }))],
  }
}

/** Finds dashboards, shows what can be read of them, and pins panels to “Live metrics”. In a drill all of it is refused. */
export interface Dashboards {
  search(input: Parsed<'dashboards:search'>): Promise<Reply<DashboardSlice, Fault>>
  open(input: Parsed<'dashboards:open'>): Promise<Reply<DashboardView, Fault>>
  pin(input: Parsed<'dashboards:pin'>): Promise<Reply<Pinned, Fault>>
  unpin(input: Parsed<'dashboards:unpin'>): Reply<null, Fault>
  /** [GT1] States what a pinned panel says of an incident. */
  mean(input: Parsed<'dashboards:mean'>): Reply<null, Fault>
}

interface Options {
  readonly world: Mode
  readonly settings: SettingsStore
  readonly clock: Clock
  readonly account: (connection: ConnectionId) => VendorAccount | undefined
  /** Called after the settings changed. */
  readonly changed: () => void
}

/** A person waits for it. */
const PATIENCE = 30_000

const inDrill = refused('drill-panels')

export function openDashboards({ world, settings, clock, account, changed }: Options): Dashboards {
  const drill = world.kind === 'drill'
  const opened = (input: Parsed<'dashboards:open'>) =>
    openDashboard(input, {
      account: account(input.from.connection),
      now: clock.now(),
      signal: AbortSignal.timeout(PATIENCE),
    })
  return {
    search: async ({ connection, words, page }) => {
      if (drill) return inDrill
      const shelf = account(connection)?.dashboards
      if (shelf === undefined) return notFound('no-dashboards-there')
      return shelf.search(words, page, AbortSignal.timeout(PATIENCE))
    },
    open: async input => {
      if (drill) return inDrill
      const found = await opened(input)
      return found.ok ? ok(dashboardView(found.value)) : found
    },
    pin: async input => {
      if (drill) return inDrill
      const found = await opened(input)
      return found.ok ? pin(settings, found.value, input, changed) : found
    },
    unpin: ({ panels }) => {
      if (drill) return inDrill
      const left = new Set(panels)
      settings.write({ panels: settings.read().panels.filter(panel => !left.has(panel.id)) })
      changed()
      return ok(null)
    },
    mean: ({ panel: id, means, was }) => {
      if (drill) return inDrill
      const { panels } = settings.read()
      const panel = panels.find(one => one.id === id)
      if (panel === undefined) return notFound('panel-unpinned')
      const conflict = changedSince(was, panel.means ?? null)
      if (conflict !== undefined) return conflict
      const { means: _before, ...rest } = panel
      settings.write({ panels: panels.map(one => (one === panel ? { ...rest, ...(means && { means }) } : one)) })
      changed()
      return ok(null)
    },
  }
}

function pin(
  settings: SettingsStore,
  { dashboard, resolved, choice }: OpenedDashboard,
  input: Parsed<'dashboards:pin'>,
  changed: () => void,
): Reply<Pinned, Fault> {
  const outcomes = panelSpecs(dashboard, new Set(input.panels), {
    ...choice,
    values: filledOf(resolved),
    problems: problemsOf(resolved),
  })
  const specs = outcomes.flatMap(one => ('spec' in one ? [one.spec] : []))
  const left = outcomes.flatMap(one => ('reason' in one ? [{ title: one.title, ...wordedReason(one.reason) }] : []))
  const before = settings.read().panels
  const known = new Set(before.map(panel => panel.id))
  const anew = [...new Map(specs.map(spec => [spec.id, spec])).values()].filter(spec => !known.has(spec.id))
  if (before.length + anew.length > MOST_PANELS)
    return refused('panels-full', { most: MOST_PANELS, given: before.length + anew.length })
  if (anew.length > 0) {
    settings.write({ panels: [...before, ...anew] })
    changed()
  }
  return ok({ pinned: anew.length, left })
}

export function dashboardQueries(dashboards: Dashboards): Handlers<'dashboards:search' | 'dashboards:open'> {
  return {
    'dashboards:search': input => dashboards.search(input),
    'dashboards:open': input => dashboards.open(input),
  }
}

export function dashboardChanges(
  dashboards: Dashboards,
): Handlers<'dashboards:pin' | 'dashboards:unpin' | 'dashboards:mean'> {
  return {
    'dashboards:pin': input => dashboards.pin(input),
    'dashboards:unpin': input => dashboards.unpin(input),
    'dashboards:mean': input => dashboards.mean(input),
  }
}
