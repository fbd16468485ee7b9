import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { EntryId, IncidentId } from '../../../shared/domain/ids'
import type { Timeline } from '../../../shared/domain/timeline'
import { useCockpit } from '../../stores/cockpit'

/** [SX5] Goes to a line that was found elsewhere, once the record that has it is here. */
export function useSoughtLine(incident: IncidentId, timeline: Timeline | undefined, seek: (id: EntryId) => void): void {
  const { sought } = useCockpit()
  const line = useStore(sought, state => state.line)
  useEffect(() => {
    if (line === null || line.incident !== incident || timeline === undefined) return
    sought.setState({ line: null })
    // Taken back since it was indexed: the incident is open, and there is nothing to go to.
    if (timeline.some(({ id }) => id === line.entry)) seek(line.entry)
  }, [line, incident, timeline, seek, sought])
}
