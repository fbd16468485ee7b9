import type { IncidentId } from '../../../shared/domain/ids'
import type { ReadableDb } from '../storage/database'
import { headText, type SignedHead, type SignedHeads } from '../storage/heads-file'
import { originHead } from '../storage/log-heads'
import type { Origin } from '../storage/origin-key'

/** [RK7] Signs how far this folder's own chains reach, off the path of what is typed. */
export interface HeadSigner {
  /** Its chain in this incident has grown. */
  moved(incident: IncidentId): void
  /** Signs every head that has moved. */
  signAll(): SignedHeads
  signed(): SignedHeads
  /** Whether a head has moved since it was signed. */
  pending(): boolean
}

/** @param kept what the file of heads says, also of earlier incarnations of the folder */
export function signHeads(db: ReadableDb, origin: Origin, kept: SignedHeads): HeadSigner {
  const own = new Map<IncidentId, SignedHead>(kept.get(origin.id)?.heads)
  const unsigned = new Set<IncidentId>()

  function signed(): SignedHeads {
    if (own.size === 0) return kept
    return new Map([...kept, [origin.id, { publicKey: origin.publicKey, heads: own }]])
  }

  return {
    moved: incident => void unsigned.add(incident),
    signed,
    pending: () => unsigned.size > 0,
    signAll() {
      for (const incident of unsigned) {
        const head = originHead(db, incident, origin.id)
        const signature = head && origin.sign(headText(incident, origin.id, head))
        if (head !== undefined && signature !== undefined) own.set(incident, { ...head, signature })
      }
      unsigned.clear()
      return signed()
    },
  }
}
