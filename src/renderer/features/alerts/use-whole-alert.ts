import type { WholeAlert } from '../../../shared/contract/alert-about'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { useBoard } from '../../stores/cockpit'
import { type Read, useRead } from '../../stores/use-read'

export interface ReadAlert extends Pick<Read<WholeAlert | null>, 'fault' | 'again'> {
  readonly row: WholeAlert
  /** It is no longer open: `row` is what its row said last. */
  readonly isOver: boolean
}

/**
 * What a row has no room for is asked for; a row of the list of a storm has not even labels or an address. Asked again
 * with each change of the alerts, so that what is shown is what the engine knows now.
 */
export function useWholeAlert(listed: AlertRow): ReadAlert {
  const alerts = useBoard(board => board.alerts)
  const { value, fault, again } = useRead('alerts:read', { alert: listed.id }, alerts)
  // [AL15] Whether plain http may be opened, the engine says.
  const known = { ...listed, url: listed.url?.startsWith('https://') ? listed.url : null, about: null }
  return { row: value ?? known, isOver: value === null, fault, again }
}
