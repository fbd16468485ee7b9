import { useEffect, useState } from 'react'
import type { ServiceNames } from '../../../../shared/contract/services'
import { useCockpit } from '../../../stores/cockpit'
import { faultText } from '../../../ui/fault-text'

const none: ServiceNames = { services: [], path: '', problem: '' }

/** Public names of services, as their file is when the composer opens. */
export function useServiceNames(): ServiceNames {
  const { link } = useCockpit()
  const [names, setNames] = useState(none)
  useEffect(() => {
    let here = true
    void link.call('services:names', {}).then(reply => {
      if (here) setNames(reply.ok ? reply.value : { ...none, problem: faultText(reply.fault) })
    })
    return () => {
      here = false
    }
  }, [link])
  return names
}
