import { useEffect, useState } from 'react'
import type { OnCallList } from '../../shared/contract/people'
import { useCockpit } from './cockpit'

const nobody: OnCallList = { people: [], policies: [], problem: '' }

/** Who can be paged now, asked once the form is open; nobody until it is known. */
export function useOnCall(): OnCallList {
  const { link } = useCockpit()
  const [list, setList] = useState(nobody)
  useEffect(() => {
    let here = true
    void link.call('people:on-call', {}).then(reply => {
      if (here) setList(reply.ok ? reply.value : { ...nobody, problem: reply.fault.message })
    })
    return () => {
      here = false
    }
  }, [link])
  return list
}
