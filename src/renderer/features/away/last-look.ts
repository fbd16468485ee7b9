import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { IncidentId, Seq } from '../../../shared/domain/ids'
import { fromJson, isRecord } from '../../../shared/lib/read-json'
import type { Millis } from '../../../shared/lib/time'
import { useCockpit } from '../../stores/cockpit'

const KEY = 'quarterdeck.last-look'
/** Incidents that a browser remembers. */
const MOST = 200

/** Up to where the person had an incident before their eyes, and when that ended. */
export interface LastLook {
  readonly seq: Seq
  readonly at: Millis
}

/** [AW1] Where this browser's last look at an incident ended; undefined: it never showed it. */
export function lastLookAt(incident: IncidentId): LastLook | undefined {
  const { seq, at } = readLooks()[incident] ?? {}
  return typeof seq === 'number' && typeof at === 'number' ? { seq, at } : undefined
}

/**
 * [AW1] Where the look before this one ended. A look ends when the window is hidden, shows another incident or closes:
 * what comes while it is in sight was seen.
 */
export function useLastLook(): LastLook | undefined {
  const { incident, now } = useCockpit()
  const following = useStore(incident, state => state.following)
  const [before, setBefore] = useState<LastLook>()
  useEffect(() => {
    if (following === null) return
    const begin = () => setBefore(lastLookAt(following))
    const end = () => {
      const { record } = incident.getState()
      if (record?.incident.id === following) storeLook(following, { seq: record.seq, at: now.getState().now })
    }
    let seen = incident.getState().record
    // Kept while it is shown: when another incident is, this one's record is gone already.
    const stop = incident.subscribe(({ record }) => {
      if (record?.incident.id === following) seen = record
    })
    const turn = () => (document.hidden ? end() : begin())
    begin()
    document.addEventListener('visibilitychange', turn)
    window.addEventListener('pagehide', end)
    return () => {
      stop()
      document.removeEventListener('visibilitychange', turn)
      window.removeEventListener('pagehide', end)
      if (seen?.incident.id === following) storeLook(following, { seq: seen.seq, at: now.getState().now })
    }
  }, [following, incident, now])
  return before
}

function readLooks(): Readonly<Record<string, Partial<LastLook>>> {
  const stored = fromJson(localStorage.getItem(KEY) ?? '{}')
  if (!isRecord(stored)) return {}
  return Object.fromEntries(Object.entries(stored).filter(([, look]) => isRecord(look))) as Record<string, LastLook>
}

function storeLook(incident: IncidentId, look: LastLook): void {
  const { [incident]: _, ...others } = readLooks()
  try {
    const newest = Object.entries({ ...others, [incident]: look }).slice(-MOST)
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(newest)))
  } catch (error) {
    console.warn('The last look could not be stored', error)
  }
}
