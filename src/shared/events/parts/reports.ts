import { definePart } from './define-part'
import { whoAndWhen } from './who-and-when'

/** [CR1] What is reported twice with one id is there once; a correction of what is not there changes nothing. */
export const reportsPart = definePart('reports', {
  initial: () => ({ reports: [] }),
  on: {
    'customers-reported': (state, event) => {
      const { report: id, source, text, count, entry } = event.body
      if (state.reports.some(known => known.id === id)) return state
      const raised = whoAndWhen(event)
      return { reports: [...state.reports, { id, source, text, count, entry, raised, key: event.id, retracted: null }] }
    },
    'report-corrected': (state, event) => {
      const { report, source, text, count, retracted } = event.body
      const at = state.reports.findIndex(({ id }) => id === report)
      const known = state.reports[at]
      if (known === undefined) return state
      // A person who corrects one that is retracted has not retracted it.
      const by = retracted ? (known.retracted ?? whoAndWhen(event)) : null
      const now = { source, text, count, key: event.id, retracted: by }
      return { reports: state.reports.with(at, { ...known, ...now }) }
    },
    // [CR5]
    'entry-retracted': (state, { body }) => {
      const others = state.reports.filter(({ entry }) => entry !== body.entry)
      return others.length === state.reports.length ? state : { reports: others }
    },
  },
})
