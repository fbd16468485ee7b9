import { useStore } from 'zustand'
import type { Fault } from '../../shared/contract/faults'
import type { IncidentSummary } from '../../shared/contract/incidents'
import { useCockpit } from './cockpit'
import type { Cockpit } from './cockpit-stores'

/** How far the page has loaded. Only `none` means that no incident is open. */
export type Opening =
  /** The engine has not answered yet. */
  | { readonly at: 'greeting' }
  | { readonly at: 'none' }
  /** The log of the chosen incident is loading, or could not be read. */
  | { readonly at: 'reading'; readonly chosen: IncidentSummary | undefined; readonly fault: Fault | null }
  | { readonly at: 'open' }

const [greeting, none, open] = [{ at: 'greeting' }, { at: 'none' }, { at: 'open' }] as const

/** The current state, for code outside React. */
export function openingNow({ incident, selection, session }: Cockpit): Opening['at'] {
  const { record, following } = incident.getState()
  if (record !== undefined) return 'open'
  if (following !== null || selection.getState().open !== null) return 'reading'
  return session.getState().welcome === null ? 'greeting' : 'none'
}

export function useOpening(): Opening {
  const { incident, selection, session } = useCockpit()
  const greeted = useStore(session, ({ welcome }) => welcome !== null)
  const following = useStore(incident, state => state.following)
  const isOpen = useStore(incident, ({ record }) => record !== undefined)
  const fault = useStore(incident, state => state.fault)
  const chosen = useStore(selection, ({ incidents }) => incidents.find(({ id }) => id === following))
  if (isOpen) return open
  if (following !== null) return { at: 'reading', chosen, fault }
  return greeted ? none : greeting
}
