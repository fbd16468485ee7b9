import { join } from 'node:path'
import type { BackupTrouble } from '../../../shared/contract/backups'
import type { HostPorts } from '../ports'
import { formatInHeader } from '../storage/database-file'
import { DATABASE_FILE, FORMAT_VERSION } from '../storage/format.mjs'
import { openWorkers } from '../workers/workers'
import { BACKUP_FOLDER } from './backup-files'
import { backupJob } from './backup-job'
import { troubleOf } from './backups'

/**
 * [BU4] Makes a backup of a record that is about to be migrated to our format; to be called before it is opened. A
 * failure does not block the record: no step of a migration rewrites an event.
 * @returns why there is none, where there should be one
 */
export async function backUpBeforeFormat(
  folder: string,
  { worker, logger, clock }: Pick<HostPorts, 'worker' | 'logger' | 'clock'>,
): Promise<BackupTrouble | null> {
  const database = join(folder, DATABASE_FILE)
  const format = formatInHeader(database)
  if (format === undefined || format === 0 || format >= FORMAT_VERSION) return null
  const workers = openWorkers(worker)
  try {
    const order = { database, folder: join(folder, BACKUP_FOLDER), at: clock.now(), mark: `format-${format}` }
    const reply = await workers.run(backupJob, order, { waitedFor: true })
    if (!reply.ok) return { code: 'not-written', reason: reply.fault.message }
    logger.info('Looked after a backup before the format changes', reply.value)
    return reply.value.ok ? null : troubleOf(reply.value.fault)
  } finally {
    await workers.stop()
  }
}
