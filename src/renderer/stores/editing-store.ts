import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineLink } from '../../shared/contract/link'
import type { OtherEditor } from '../../shared/contract/pushes'
import type { IncidentId } from '../../shared/domain/ids'

/** Who edits what in other windows, and what is edited in this one. */
export interface Editing {
  readonly others: StoreApi<{ readonly editors: readonly OtherEditor[] }>
  /**
   * Announces that this is edited here until the returned function is called. With several, the last one is announced.
   */
  begin(incident: IncidentId, what: string): () => void
}

export function createEditing(link: EngineLink): Editing {
  const others = createStore<{ readonly editors: readonly OtherEditor[] }>(() => ({ editors: [] }))
  const here: { readonly incident: IncidentId; readonly what: string }[] = []
  const tell = () => void link.call('session:editing', { editing: here.at(-1) ?? null })
  link.on('editors', editors => others.setState({ editors }))
  link.onState(state => {
    // A new session knows of nothing, and the others' edits are pushed again once it greets.
    if (state === 'open' && here.length > 0) tell()
    if (state !== 'open') others.setState({ editors: [] })
  })
  return {
    others,
    begin(incident, what) {
      const mine = { incident, what }
      here.push(mine)
      tell()
      return () => {
        here.splice(here.indexOf(mine), 1)
        tell()
      }
    },
  }
}
