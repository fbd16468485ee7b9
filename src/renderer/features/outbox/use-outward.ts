import { useCallback, useMemo } from 'react'
import { useCockpit, useRecord } from '../../stores/cockpit'
import { useWorkspaceItems } from '../../stores/outbox-items'
import { useOutboxActions } from '../../stores/use-outbox-actions'
import type { PlaceWord } from '../../ui/place-choices'
import type { SettleWord } from '../../ui/settle-choices'
import { type Outward, outwardOf } from './outward'

/** The outbox items of the open incident, preceded by unfinished requests without an incident. */
export function useOutwardList(): readonly Outward[] {
  const incident = useRecord(record => record.incident)
  const house = useWorkspaceItems()
  return useMemo(() => {
    const open = outwardOf({ acts: house, updates: [] }).filter(({ state }) => state !== 'done')
    return [...open, ...(incident === undefined ? [] : outwardOf(incident))]
  }, [house, incident])
}

export interface OutwardActs {
  readonly settle: (outward: Outward, word: SettleWord) => void
  /** Chooses the public incident that an update needing a decision continues. */
  readonly place: (outward: Outward, word: PlaceWord) => void
  /** Turns an update that needs a decision back into a draft. */
  readonly callBack: (outward: Outward) => void
  /**
   * [OB20] Retries a failed request. An update must be reviewed by a person again before it is sent: see `isUpdate`.
   */
  readonly again: (outward: Outward) => void
}

/** A person's decision on what the engine could not settle, or could not do. */
export function useOutwardActs(): OutwardActs {
  const { commands } = useCockpit()
  const { settle } = useOutboxActions('outbox')
  return {
    settle: useCallback(
      ({ from }, word) => {
        if ('act' in from) return void settle(from.act.id, word)
        const said = word === 'it-is-done' ? 'it-is-out' : word
        void commands.send('outbox', 'comms:settle', { update: from.update.id, word: said })
      },
      [commands, settle],
    ),
    place: useCallback(
      ({ from }, word) => {
        if ('update' in from) void commands.send('outbox', 'comms:place', { update: from.update.id, word })
      },
      [commands],
    ),
    callBack: useCallback(
      ({ from }) => {
        if ('update' in from) void commands.send('outbox', 'comms:cancel', { update: from.update.id })
      },
      [commands],
    ),
    again: useCallback(({ from }) => void ('act' in from && settle(from.act.id, 'send-again')), [settle]),
  }
}
