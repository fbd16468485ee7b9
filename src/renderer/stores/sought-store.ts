import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EntryId, IncidentId } from '../../shared/domain/ids'

/** A line to bring into sight, in whichever incident: taken by the timeline once it shows that. Null: none is. */
export interface SoughtLine {
  readonly incident: IncidentId
  readonly entry: EntryId
}

export type SoughtStore = StoreApi<{ readonly line: SoughtLine | null }>

export function createSoughtStore(): SoughtStore {
  return createStore(() => ({ line: null }))
}
