import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Ledger } from '../record/ledger'

/** [DI7] Those of these incidents that an alert is linked to, the one that was declared last first. */
export function incidentsOf(
  { connection, externalId }: Pick<AlertRow, 'connection' | 'externalId'>,
  among: readonly IncidentId[],
  ledger: Pick<Ledger, 'record'>,
): readonly Incident[] {
  return among
    .flatMap(id => ledger.record(id)?.incident ?? [])
    .filter(({ pages }) => pages.some(page => page.connection === connection && page.externalId === externalId))
    .toSorted((a, b) => b.declaredAt - a.declaredAt)
}
