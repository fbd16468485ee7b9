import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { OtherEditor } from '../../shared/contract/pushes'
import type { IncidentId } from '../../shared/domain/ids'
import { useCockpit, useEngineAway } from './cockpit'

const nobody: readonly OtherEditor[] = []

/**
 * Says that this is edited here for as long as the part is there.
 * @param alike what the names of other things of its kind begin with
 * @returns who edits the same, or another of its kind, at other screens
 */
export function useEditing(incident: IncidentId, what: string, alike?: string): readonly OtherEditor[] {
  const { editing } = useCockpit()
  useEffect(() => editing.begin(incident, what), [editing, incident, what])
  const known = useStore(editing.others, state => state.editors)
  // Who is there now nobody says meanwhile.
  const editors = useEngineAway() ? nobody : known
  const isAlike = (other: string) => other === what || (alike !== undefined && other.startsWith(alike))
  const same = editors.filter(editor => editor.incident === incident && isAlike(editor.what))
  return same.length === 0 ? nobody : same
}
