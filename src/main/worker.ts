import { backupJob } from './engine/backups/backup-job'
import { verifyJob } from './engine/integrity/verify-job'
import { served, serveJobs } from './engine/workers/serve-jobs'

/** The entry of the engine's threads: each job of the engine with what it does, loaded when it is asked for first. */
serveJobs([
  served(verifyJob, async () => (await import('./engine/integrity/verify-run')).runVerification),
  served(backupJob, async () => (await import('./engine/backups/make-backup')).makeBackup),
])
