import { type Decisions, type IncidentDecision, noDecisions } from '../../domain/decisions'
import type { StrategyId } from '../../domain/ids'
import { definePart, type EventOf } from './define-part'
import { whoAndWhen } from './who-and-when'

/** [DN1] A change of what is not there changes nothing; what is proposed again is there once. */
export const decisionsPart = definePart('decisions', {
  initial: () => noDecisions,
  on: {
    'decision-proposed': (state, event) => {
      const { decision: id } = event.body
      return state.decisions.some(known => known.id === id)
        ? state
        : { decisions: [...state.decisions, proposed(event)] }
    },
    'decision-objected': (state, event) => {
      const { decision, objection: id, objected: text, entry } = event.body
      return changed(state, decision, known =>
        known.objections.some(one => one.id === id)
          ? known
          : { ...known, objections: [...known.objections, { id, text, entry, ...whoAndWhen(event) }] },
      )
    },
    'decision-settled': (state, event) => {
      const { decision, state: to, reason, as } = event.body
      const settled = to === 'proposed' ? null : { ...whoAndWhen(event), reason, as }
      return changed(state, decision, known => ({ ...known, state: to, settled }))
    },
    'decision-revisit-set': (state, { id: key, body: { decision, revisit } }) =>
      changed(state, decision, known => ({ ...known, revisit: revisit && { ...revisit, key }, called: null })),
    'decision-called': (state, { at, body: { decision, outcome, value, why, dueAt } }) =>
      changed(state, decision, known => ({ ...known, called: { at, dueAt, outcome, value, why } })),
    // [SG4]
    'entry-retracted': (state, { body: { entry } }) => {
      const isOther = (item: { readonly entry: unknown }) => item.entry !== entry
      if (state.decisions.every(one => isOther(one) && one.objections.every(isOther))) return state
      return {
        decisions: state.decisions
          .filter(isOther)
          .map(one => (one.objections.every(isOther) ? one : { ...one, objections: one.objections.filter(isOther) })),
      }
    },
  },
})

function proposed(event: EventOf<'decision-proposed'>): IncidentDecision {
  const { decision: id, text, reason, entry, objectBy, revisit } = event.body
  const open = { objections: [], state: 'proposed', settled: null, called: null } as const
  return {
    id,
    text,
    reason,
    entry,
    raised: whoAndWhen(event),
    objectBy,
    revisit: revisit && { ...revisit, key: event.id },
    ...open,
  }
}

function changed(state: Decisions, id: StrategyId, change: (known: IncidentDecision) => IncidentDecision): Decisions {
  const at = state.decisions.findIndex(known => known.id === id)
  const known = state.decisions[at]
  if (known === undefined) return state
  const next = change(known)
  return next === known ? state : { decisions: state.decisions.with(at, next) }
}
