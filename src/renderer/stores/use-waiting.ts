import type { Fault } from '../../shared/contract/faults'
import { texts } from '../../shared/texts/texts'
import { useEngineAway } from './cockpit'

const waits: Fault = { kind: 'disconnected', message: texts.linkFaults.waits }

/**
 * [CW4] What to say of a call that has no answer while the engine is not heard: it waits in the line and is made when the
 * engine is back.
 */
export function useWaiting(pending: boolean): Fault | undefined {
  return useEngineAway() && pending ? waits : undefined
}
