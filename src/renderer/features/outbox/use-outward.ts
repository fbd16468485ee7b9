import { useCallback } from 'react'
import { useCockpit } from '../../stores/cockpit'
import { useActs } from '../../stores/use-acts'
import type { SettleWord } from '../../ui/settle-choices'
import type { Outward } from './outward'

export interface OutwardActs {
  readonly settle: (outward: Outward, word: SettleWord) => void
  /** Asks for a failed act anew. An update is read again by a person before it goes: see `isUpdate`. */
  readonly again: (outward: Outward) => void
}

/** A person's word on what the engine could not settle, or could not do. */
export function useOutwardActs(): OutwardActs {
  const { commands } = useCockpit()
  const { ask, settle } = useActs('outbox')
  return {
    settle: useCallback(
      ({ from }, word) => {
        if ('act' in from) return void settle(from.act.id, word)
        const said = word === 'it-is-done' ? 'it-is-out' : word
        void commands.send('outbox', 'comms:settle', { update: from.update.id, word: said })
      },
      [commands, settle],
    ),
    again: useCallback(({ from }) => void ('act' in from && ask(from.act.what)), [ask]),
  }
}
