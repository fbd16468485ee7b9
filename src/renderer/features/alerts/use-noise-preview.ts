import { useEffect, useState } from 'react'
import type { NoisePreview } from '../../../shared/contract/alert-list'
import type { Fault } from '../../../shared/contract/faults'
import type { NoiseMatch } from '../../../shared/domain/alerts/noise'
import { useCockpit } from '../../stores/cockpit'

export interface Previewed {
  readonly preview: NoisePreview | undefined
  readonly fault: Fault | undefined
}

const none: Previewed = { preview: undefined, fault: undefined }

/** What a match would hide now, asked anew as it changes; an answer that comes late is dropped. */
export function useNoisePreview(match: NoiseMatch | undefined): Previewed {
  const { link } = useCockpit()
  const [told, setTold] = useState(none)
  const asked = match === undefined ? '' : JSON.stringify(match)
  useEffect(() => {
    if (asked === '') return setTold(none)
    let here = true
    void link.call('alerts:preview', { match: JSON.parse(asked) }).then(reply => {
      if (here)
        setTold(reply.ok ? { preview: reply.value, fault: undefined } : { preview: undefined, fault: reply.fault })
    })
    return () => {
      here = false
    }
  }, [link, asked])
  return told
}
