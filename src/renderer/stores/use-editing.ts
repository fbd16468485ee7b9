import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Editor } from '../../shared/contract/pushes'
import type { IncidentId } from '../../shared/domain/ids'
import { useCockpit } from './cockpit'

const nobody: readonly Editor[] = []

/**
 * Says that this is edited here for as long as the part is there.
 * @returns who edits the same at other screens
 */
export function useEditing(incident: IncidentId, what: string): readonly Editor[] {
  const { editing } = useCockpit()
  useEffect(() => editing.begin(incident, what), [editing, incident, what])
  const editors = useStore(editing.others, state => state.editors)
  const same = editors.filter(editor => editor.incident === incident && editor.what === what)
  return same.length === 0 ? nobody : same
}
