import { useMemo } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import type { Transfer } from '../../../shared/domain/transfer'
import { useRead } from '../../stores/use-read'

/** [TC2] The sections as the record has them, read again with each event of the incident. */
export function useSections(incident: Incident, { id }: Transfer) {
  const asked = useMemo(() => ({ incident: incident.id, transfer: id }), [incident.id, id])
  return useRead('transfer:sections', asked, incident)
}
