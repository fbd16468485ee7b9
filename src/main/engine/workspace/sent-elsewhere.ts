import { isDeepStrictEqual } from 'node:util'
import type { SentElsewhere } from '../../../shared/contract/sent-elsewhere'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { termOf } from '../../../shared/domain/owner'
import { actorName } from '../../../shared/domain/people'
import type { Committed, Ledger } from '../record/ledger'
import type { ReadableDb } from '../storage/database'
import { openItems } from '../storage/queued-items'

/** [OW4] What sessions show of incidents that another machine sends for. */
export interface SentElsewhereNotice {
  read(): readonly SentElsewhere[]
  /** To be called on each commit. */
  committed(change: Pick<Committed, 'headChanged' | 'outboxChanged'>): void
}

/** @param tell called when the notice differs from the one before */
export function watchSentElsewhere(
  db: ReadableDb,
  ledger: Pick<Ledger, 'workspace' | 'origin' | 'record' | 'summaries' | 'sends'>,
  tell: (notice: readonly SentElsewhere[]) => void,
): SentElsewhereNotice {
  /** Undefined: nobody has asked yet. It reads every open incident, which a start must not wait for. */
  let told: readonly SentElsewhere[] | undefined

  function find(): readonly SentElsewhere[] {
    const waiting = new Map<IncidentId, number>()
    for (const { state, incident } of openItems(db))
      if (state === 'held') waiting.set(incident, (waiting.get(incident) ?? 0) + 1)
    const open = ledger.summaries().filter(({ status }) => status !== 'resolved')
    const concerned = new Set([...open.map(({ id }) => id), ...waiting.keys()])
    return [...concerned].flatMap(id => {
      const here = ledger.sends(id)
      const count = waiting.get(id) ?? 0
      const incident = here && count === 0 ? undefined : ledger.record(id)?.incident
      return incident === undefined
        ? []
        : [{ ...senderOf(incident), here, waiting: count, handedTo: handedTo(incident, ledger.origin) }]
    })
  }

  return {
    read() {
      const notice = find()
      told ??= notice
      return notice
    },
    committed({ headChanged, outboxChanged }) {
      if (told === undefined || (!headChanged && !outboxChanged)) return
      const notice = find()
      if (isDeepStrictEqual(notice, told)) return
      told = notice
      tell(notice)
    },
  }
}

/** [OW5] */
function handedTo({ owner }: Incident, own: string): string | null {
  return owner?.origin === null && owner.from === own ? (owner.to ?? '') : null
}

function senderOf({ id, owner, declaredBy }: Incident): Pick<SentElsewhere, 'incident' | 'term' | 'who'> {
  const who = owner === null ? actorName(declaredBy) : owner.origin === null ? null : actorName(owner.by)
  return { incident: id, term: termOf(owner), who }
}
