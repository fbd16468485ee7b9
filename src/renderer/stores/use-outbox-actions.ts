import { useMemo } from 'react'
import type { Input } from '../../shared/contract/calls'
import { newId, type OutboxItemId } from '../../shared/domain/ids'
import type { VendorRequest } from '../../shared/domain/vendor-request'
import { useCockpit } from './cockpit'
import type { FaultPlace } from './fault-store'
import { logForItem, logOfItem } from './outbox-items'

/** Requests to vendors, for the open incident or a PagerDuty incident without one. Faults show in `place`. */
export interface OutboxActions {
  /**
   * @param act one id for all attempts from one form, so that pressing Enter again requests nothing twice
   * @returns whether the engine accepted it; the outcome comes with the incident
   */
  readonly ask: (what: VendorRequest, act?: OutboxItemId) => Promise<boolean>
  readonly settle: (act: OutboxItemId, word: Input<'acts:settle'>['word']) => Promise<boolean>
}

export function useOutboxActions(place: FaultPlace): OutboxActions {
  const cockpit = useCockpit()
  return useMemo(() => {
    const { sendTo } = cockpit.commands
    return {
      ask: async (what, act = newId<OutboxItemId>()) =>
        (await sendTo(logForItem(what, cockpit), place, 'acts:ask', { act, what })).ok,
      settle: async (act, word) => (await sendTo(logOfItem(act, cockpit), place, 'acts:settle', { act, word })).ok,
    }
  }, [cockpit, place])
}
