import { useMemo } from 'react'
import type { Input } from '../../../shared/contract/calls'
import type { ContentHash, UpdateId } from '../../../shared/domain/ids'
import { useCockpit } from '../../stores/cockpit'
import type { PlaceWord } from '../../ui/place-choices'

export interface UpdateActs {
  readonly cancel: (update: UpdateId) => void
  readonly approve: (update: UpdateId, text: ContentHash) => void
  readonly discard: (update: UpdateId) => void
  readonly place: (update: UpdateId, word: PlaceWord) => void
  readonly settle: (update: UpdateId, word: Input<'comms:settle'>['word']) => void
}

/** What can be done with an update from the list; a fault shows in the pane. */
export function useUpdateActs(): UpdateActs {
  const { commands } = useCockpit()
  return useMemo(
    () => ({
      cancel: update => void commands.send('comms', 'comms:cancel', { update }),
      approve: (update, text) => void commands.send('comms', 'comms:approve', { update, text }),
      discard: update => void commands.send('comms', 'comms:discard', { update }),
      place: (update, word) => void commands.send('comms', 'comms:place', { update, word }),
      settle: (update, word) => void commands.send('comms', 'comms:settle', { update, word }),
    }),
    [commands],
  )
}
