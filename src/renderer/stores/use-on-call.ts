import { useEffect, useState } from 'react'
import { codeText, faultTextIn } from '../../shared/contract/coded-text'
import { faultCatalogue } from '../../shared/contract/fault-catalogue'
import type { Fault } from '../../shared/contract/faults'
import type { OnCallList } from '../../shared/contract/people'
import { ageOf } from '../../shared/domain/freshness'
import { type Millis, roughly } from '../../shared/lib/time'
import { roughSpanText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useCockpit } from './cockpit'

const nobody: OnCallList = { people: [], policies: [], problem: '' }

/**
 * Who can be paged now; empty until it is known.
 * @param wanted read again whenever this changes; the last answer stays until the next one arrives, so that no one waits
 */
export function useOnCall(wanted = true): OnCallList {
  const { link } = useCockpit()
  const [list, setList] = useState(nobody)
  // biome-ignore lint/correctness/useExhaustiveDependencies: being wanted again is what asks again
  useEffect(() => {
    let here = true
    void link.call('people:on-call', {}).then(reply => {
      if (here) setList(before => (reply.ok ? reply.value : unread(before, reply.fault)))
    })
    return () => {
      here = false
    }
  }, [link, wanted])
  return list
}

/** The earlier values stay; the fault is this page's own, so that no code of an earlier one remains with it. */
function unread({ code: _, values: __, ...before }: OnCallList, fault: Fault): OnCallList {
  return { ...before, problem: faultTextIn(fault, faultCatalogue()) }
}

/** [KN4] What is wrong with the on-call data; empty for nothing. */
export function onCallProblem(list: OnCallList, now: Millis): string {
  const text = texts.assigning
  const { readAt, code, values } = list
  const problem = codeText({ code, values, message: list.problem }, faultCatalogue().faults)
  if (readAt === undefined) return problem === '' ? '' : t(text.onCallUnknown, { problem })
  const age = ageOf(readAt, now)
  return age === null
    ? t(text.onCallSometime, { problem })
    : t(text.onCallThen, { span: roughSpanText(roughly(age)), problem })
}
