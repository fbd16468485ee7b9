import { setImmediate as nextTurn } from 'node:timers/promises'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Logger } from '../ports'
import type { Ledger } from '../record/ledger'

/** Reads incidents for whatever watches them, one a turn: there may be many, and long ones. */
export async function readOpenIncidents(
  ids: readonly IncidentId[],
  { ledger, logger }: { readonly ledger: Pick<Ledger, 'record'>; readonly logger: Logger },
  found: (incident: Incident) => void,
  ended: AbortSignal,
): Promise<void> {
  for (const id of ids) {
    try {
      const record = ledger.record(id)
      if (record !== null) found(record.incident)
    } catch (cause) {
      logger.error('An open incident could not be read', { incident: id, cause: String(cause) })
    }
    await nextTurn()
    if (ended.aborted) return
  }
}
