import type { IncidentId } from '../../../shared/domain/ids'
import type { WritableDb } from '../storage/database'
import { clearErased, dropUnnamedPicture } from '../storage/erase'
import { attachmentsIn } from './attachments-in'

/**
 * [ER1] Drops all that the log of an incident says is erased: bodies, and pictures that nothing else names. To be called in
 * the transaction that wrote what says so. @throws on a failing disk
 */
export function dropErased(db: WritableDb, incident: IncidentId): void {
  for (const hash of attachmentsIn(clearErased(db, incident))) dropUnnamedPicture(db, hash)
}
