import { useEffect, useState } from 'react'
import { faultTextIn } from '../../shared/contract/coded-text'
import { faultCatalogue } from '../../shared/contract/fault-catalogue'
import type { OnCallList } from '../../shared/contract/people'
import { ageOf } from '../../shared/domain/freshness'
import { type Millis, roughly } from '../../shared/lib/time'
import { roughSpanText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useCockpit } from './cockpit'

const nobody: OnCallList = { people: [], policies: [], problem: '' }

/**
 * Who can be paged now; nobody until it is known.
 * @param wanted asked anew whenever this changes; the last answer stays until the next is here, so that nobody waits
 */
export function useOnCall(wanted = true): OnCallList {
  const { link } = useCockpit()
  const [list, setList] = useState(nobody)
  // biome-ignore lint/correctness/useExhaustiveDependencies: being wanted again is what asks again
  useEffect(() => {
    let here = true
    void link.call('people:on-call', {}).then(reply => {
      if (here)
        setList(before => (reply.ok ? reply.value : { ...before, problem: faultTextIn(reply.fault, faultCatalogue()) }))
    })
    return () => {
      here = false
    }
  }, [link, wanted])
  return list
}

/** [KN4] What is wrong with what is known of who is on call; empty for nothing. */
export function onCallProblem({ readAt, problem }: OnCallList, now: Millis): string {
  const text = texts.assigning
  if (readAt === undefined) return problem === '' ? '' : t(text.onCallUnknown, { problem })
  const age = ageOf(readAt, now)
  return age === null
    ? t(text.onCallSometime, { problem })
    : t(text.onCallThen, { span: roughSpanText(roughly(age)), problem })
}
