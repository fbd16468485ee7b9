import { useCallback, useMemo } from 'react'
import { useCockpit, useRecord } from '../../stores/cockpit'
import { useWorkspaceItems } from '../../stores/outbox-items'
import { useOutboxActions } from '../../stores/use-outbox-actions'
import type { PlaceWord } from '../../ui/place-choices'
import type { SettleWord } from '../../ui/settle-choices'
import { type Outward, outwardOf } from './outward'

/** What leaves the open incident, and before it what was asked for without one and is not done. */
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
  /** Says which public incident an update that is held back goes on with. */
  readonly place: (outward: Outward, word: PlaceWord) => void
  /** Takes an update that is held back for a draft again. */
  readonly callBack: (outward: Outward) => void
  /** [OB20] Has a failed act tried once more. An update is read again by a person before it goes: see `isUpdate`. */
  readonly again: (outward: Outward) => void
}

/** A person's word on what the engine could not settle, or could not do. */
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
