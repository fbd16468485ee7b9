import { ALL_VALUES, type DashboardView, type VariableChoice } from '../../../shared/contract/dashboards'
import { asText, interpolate } from './interpolate'
import type { OpenedDashboard } from './open'
import { filledOf, type ResolvedVariable } from './resolve'

/** What a screen sees of an opened dashboard. */
export function dashboardView({ dashboard, resolved }: OpenedDashboard): DashboardView {
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
          reason,
          ...(said === '' ? {} : { text: text(said) }),
          notes,
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
    problem,
    kind: variable.kind === 'text' ? 'text' : 'choice',
    options: [...all, ...options.map(option => ({ text: option.text, value: option.value }))],
  }
}
