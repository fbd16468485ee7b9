import type { Fault } from '../../shared/contract/faults'
import { texts } from '../../shared/texts/texts'
import { useEngineAway } from './cockpit'

const waits: Fault = { kind: 'disconnected', message: texts.linkFaults.waits }

/**
 * [CW4] The text for a call without an answer while the engine is unreachable: it waits and is made when the engine is
 * back.
 */
export function useWaiting(pending: boolean): Fault | undefined {
  return useEngineAway() && pending ? waits : undefined
}
