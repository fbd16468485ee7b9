import { useEffect, useState } from 'react'
import type { WholeAlert } from '../../../shared/contract/alert-about'
import type { AlertRow } from '../../../shared/contract/views'
import { useCockpit } from '../../stores/cockpit'

/** What a row has no room for is asked for; a row of the list of a storm has not even labels or an address. */
export function useWholeAlert(listed: AlertRow): WholeAlert {
  const { link } = useCockpit()
  const [whole, setWhole] = useState<WholeAlert>(() => {
    // [AL15] Whether plain http may be opened, the engine says.
    return { ...listed, url: listed.url?.startsWith('https://') ? listed.url : null, about: null }
  })
  useEffect(() => {
    let here = true
    void link.call('alerts:read', { alert: listed.id }).then(reply => {
      if (here && reply.ok && reply.value !== null) setWhole(reply.value)
    })
    return () => {
      here = false
    }
  }, [link, listed.id])
  return whole
}
