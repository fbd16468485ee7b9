import type { SeverityPrompts } from '../../domain/severity-prompts'
import { MINUTE } from '../../lib/time'
import { definePart } from './define-part'
import { whoAndWhen } from './who-and-when'

/** Services that are named so soon were affected all along: nobody had found out. */
const FINDING_OUT = 10 * MINUTE

/** [RS7] What was offered since the severity was set, and what was answered. */
export const promptsPart = definePart('prompts', {
  initial: ({ at }) => ({ severityPrompts: [], severitySince: at, servicesThen: null }),
  on: {
    'severity-prompted': (state, { id: key, at, body }, { severity: { severity } }) =>
      // Of a machine that did not know of a change.
      body.from === severity
        ? { ...state, severityPrompts: [...state.severityPrompts, { ...body, key, at, settled: null }] }
        : state,
    'severity-prompt-declined': (state, event) => {
      const last = state.severityPrompts.at(-1)
      if (last?.key !== event.body.prompt || last.settled !== null) return state
      return { ...state, severityPrompts: state.severityPrompts.with(-1, { ...last, settled: whoAndWhen(event) }) }
    },
    'severity-prompt-withdrawn': (state, event) => {
      const last = state.severityPrompts.at(-1)
      if (last?.key !== event.body.prompt || last.settled !== null) return state
      const withdrawn = { ...last, settled: whoAndWhen(event), withdrawn: true as const }
      return { ...state, severityPrompts: state.severityPrompts.with(-1, withdrawn) }
    },
    'severity-changed': (_, { at }, { facts }) => anew(at, facts.services),
    'conflict-settled': (state, { at, body }, { facts }) =>
      body.about === 'severity' ? anew(at, facts.services) : state,
    // It came back.
    'status-changed': (state, { at, body: { to } }, { facts, milestones: { status } }) =>
      status === 'resolved' && to !== 'resolved' ? anew(at, facts.services) : state,
    'services-stated': (state, { at, body: { services } }) =>
      state.servicesThen === null || at - state.severitySince < FINDING_OUT
        ? { ...state, servicesThen: services.length }
        : state,
  },
})

function anew(severitySince: number, services: readonly string[] | null): SeverityPrompts {
  return { severityPrompts: [], severitySince, servicesThen: services?.length ?? null }
}
