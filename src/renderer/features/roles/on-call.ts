import { useEffect, useState } from 'react'
import type { OnCall, OnCallList } from '../../../shared/contract/people'
import { useCockpit } from '../../stores/cockpit'

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

/** [RO1] Names to choose from: whoever is on call first, in the order of paging, then who is known here. Once each. */
export function offeredNames(people: readonly OnCall[], known: readonly string[]) {
  const onCall = [...new Set(people.toSorted((a, b) => a.level - b.level).map(({ name }) => name))]
  const others = known.filter(name => !onCall.includes(name))
  if (onCall.length === 0) return [...others]
  return [
    { group: 'On call', items: onCall },
    { group: 'Here', items: others },
  ].filter(({ items }) => items.length > 0)
}
