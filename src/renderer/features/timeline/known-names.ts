import { createContext, useMemo } from 'react'
import type { Timeline } from '../../../shared/domain/timeline'
import { useRecord, useSession } from '../../stores/cockpit'
import { peopleKnown } from './complete/vocabulary'
import { type NamesPattern, namesPattern } from './marks'

/** Of those who are known in the incident: holders of roles, and who wrote in it. */
export const KnownNames = createContext<NamesPattern>(null)

/** The same object as long as the same people are known: each row that names somebody would be drawn anew. */
export function useKnownNames(timeline: Timeline): NamesPattern {
  const incident = useRecord(record => record.incident)
  const me = useSession(session => session.me)
  const known = useMemo(
    () =>
      peopleKnown(incident, timeline, [], me)
        .map(({ name }) => name)
        .sort()
        .join('\n'),
    [incident, timeline, me],
  )
  return useMemo(() => namesPattern(known.split('\n')), [known])
}
