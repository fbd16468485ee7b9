import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { OtherEditor } from '../../shared/contract/pushes'
import type { IncidentId } from '../../shared/domain/ids'
import { useCockpit, useEngineAway } from './cockpit'

const nobody: readonly OtherEditor[] = []

/**
 * Announces that this is edited here while the component is mounted.
 * @param alike prefix of the names of other things of its kind
 * @returns who edits the same, or another of its kind, in other windows
 */
export function useEditing(incident: IncidentId, what: string, alike?: string): readonly OtherEditor[] {
  const { editing } = useCockpit()
  useEffect(() => editing.begin(incident, what), [editing, incident, what])
  const known = useStore(editing.others, state => state.editors)
  // While the engine is unreachable, no one reports who is there.
  const editors = useEngineAway() ? nobody : known
  const isAlike = (other: string) => other === what || (alike !== undefined && other.startsWith(alike))
  const same = editors.filter(editor => editor.incident === incident && isAlike(editor.what))
  return same.length === 0 ? nobody : same
}
