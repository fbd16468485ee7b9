import { useMemo } from 'react'
import type { Input } from '../../shared/contract/calls'
import { newId, type OutboxItemId } from '../../shared/domain/ids'
import type { VendorRequest } from '../../shared/domain/vendor-request'
import { shownThere } from './act-facts'
import { logFor, logWith } from './asked-acts'
import { useBoard, useCockpit, useNow } from './cockpit'
import type { FaultPlace } from './fault-store'
import { useOpenAlert } from './use-alert-answer'

/** Ways to have something done at a vendor, for the open incident; on a page without one too. A fault shows in `place`. */
export interface Acts {
  /**
   * @param act one id for all tries from one form: a second Enter, or one after a lost line, asks for nothing twice
   * @returns whether the engine took it; whether it is done comes with the incident
   */
  readonly ask: (what: VendorRequest, act?: OutboxItemId) => Promise<boolean>
  readonly settle: (act: OutboxItemId, word: Input<'acts:settle'>['word']) => Promise<boolean>
}

export function useActs(place: FaultPlace): Acts {
  const cockpit = useCockpit()
  return useMemo(() => {
    const { sendTo } = cockpit.commands
    return {
      ask: async (what, act = newId<OutboxItemId>()) =>
        (await sendTo(logFor(what, cockpit), place, 'acts:ask', { act, what })).ok,
      settle: async (act, word) => (await sendTo(logWith(act, cockpit), place, 'acts:settle', { act, word })).ok,
    }
  }, [cockpit, place])
}

/** What the vendor shows now of what an act is about, in words. */
export function useShownThere(what: VendorRequest): string {
  const feeds = useBoard(board => board.feeds)
  const pages = useBoard(board => board.pages)
  const page = useOpenAlert('page' in what ? `${what.connection}/${what.page.id}` : null)
  return shownThere(what, { feeds, pages, page }, useNow())
}
