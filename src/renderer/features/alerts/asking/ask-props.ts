import type { AlertRow } from '../../../../shared/contract/alert-rows'

/** What every form on a page's row is given. */
export interface AskProps {
  readonly row: AlertRow
  readonly onDone: () => void
}
