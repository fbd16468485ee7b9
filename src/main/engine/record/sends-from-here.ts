import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { declarerOf } from '../storage/declarer'
import type { Store } from '../storage/store'

/** What the ledger knows of a log and of the folder. */
interface Known {
  readonly workspace: IncidentId
  incident(log: IncidentId): Incident | undefined
}

/**
 * [OW1] Whether what a log asks of other systems is sent from here. What belongs to no incident is; so is an incident of
 * before there were owners, of which each folder sends what was asked for in it. A drill has vendors of its own.
 */
export function sendsFromHere({ db, origin }: Pick<Store, 'db' | 'origin'>, { workspace, incident }: Known) {
  const declarers = new Map<IncidentId, string | null>()

  /** Only of incidents that are there: the declaration of others may still come. */
  function declaredOn(log: IncidentId): string | null {
    const known = declarers.get(log) ?? readDeclarer(log)
    if (known !== null) declarers.set(log, known)
    return known
  }

  /**
   * [IN2] A broken database page does not stop a start: an unreadable owner counts as another machine, so that nothing
   * is sent twice.
   */
  function readDeclarer(log: IncidentId): string | null {
    try {
      return declarerOf(db, log)
    } catch {
      // Reading it reports the log as damaged, and nothing can be written to it.
      return ''
    }
  }

  /** [WS4] The folder that this one is a copy of is this one's past, unless it still runs. */
  function isOurPast(other: string): boolean {
    const before = incident(workspace)?.workspace?.before ?? []
    return before.some(one => one.origin === other && one.other !== 'runs')
  }

  return function sends(log: IncidentId): boolean {
    if (log === workspace) return true
    const { owner, drill } = incident(log) ?? { owner: null, drill: true }
    if (drill) return true
    const by = owner === null ? declaredOn(log) : owner.origin
    if (by === null) return owner === null
    return by === origin.id || isOurPast(by)
  }
}
