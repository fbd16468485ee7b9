import type { AskedAct } from '../domain/act'
import { HOUSE_LOG } from '../domain/house-log'
import type { EventId } from '../domain/ids'
import type { Incident } from '../domain/incident'
import { beginIncident } from './incident-declared'

/** [HL1] What the log of the house begins as: nothing runs in it. All but its acts stays as it is here. */
export const houseHead: Incident = {
  ...beginIncident({
    ...{ id: '' as EventId, incident: HOUSE_LOG, seq: 0, version: 0, at: 0, recordedAt: 0 },
    ...{ kind: 'incident-declared', by: { kind: 'engine' } },
    body: { title: '', severity: 'SEV-4', impact: '', drill: false, page: null },
  }),
  status: 'resolved',
  resolvedAt: 0,
}

/** Settled acts that are remembered: years of them must not make each new one slow. */
const MOST_SETTLED = 200

/** The newest settled acts, and every one whose end is open. */
export function withoutOldActs(house: Incident): Incident {
  const settled = house.acts.filter(isSettled)
  if (settled.length <= MOST_SETTLED) return house
  const old = new Set(settled.slice(0, settled.length - MOST_SETTLED).map(({ id }) => id))
  return { ...house, acts: house.acts.filter(({ id }) => !old.has(id)) }
}

function isSettled({ standing }: AskedAct): boolean {
  return standing.state === 'done' || standing.state === 'superseded' || standing.state === 'failed'
}
