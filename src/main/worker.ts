import { backupJob } from './engine/backups/backup-job'
import { lookJob } from './engine/bundles/look-job'
import { writeBundleJob } from './engine/bundles/write-job'
import { handoffJob } from './engine/handoff/handoff-job'
import { verifyJob } from './engine/integrity/verify-job'
import { bundleJob } from './engine/record/bundle/bundle-job'
import { shelfJob } from './engine/runbooks/shelf-job'
import { archiveJob } from './engine/search/archive-job'
import { indexJob } from './engine/search/index-job'
import { logJob } from './engine/search/log-job'
import { searchJob } from './engine/search/search-job'
import { similarJob } from './engine/search/similar-job'
import { served, serveJobs } from './engine/workers/serve-jobs'

/** The entry of the engine's threads: each job of the engine with what it does, loaded when it is asked for first. */
serveJobs([
  served(handoffJob, async () => (await import('./engine/handoff/draw-in-thread')).drawInThread),
  served(bundleJob, async () => (await import('./engine/record/bundle/read-in-thread')).readInThread),
  served(writeBundleJob, async () => (await import('./engine/bundles/write-in-thread')).writeInThread),
  served(lookJob, async () => (await import('./engine/bundles/look-in-thread')).lookInThread),
  served(verifyJob, async () => (await import('./engine/integrity/verify-run')).runVerification),
  served(backupJob, async () => (await import('./engine/backups/make-backup')).makeBackup),
  served(indexJob, async () => (await import('./engine/search/run-index')).runIndex),
  served(searchJob, async () => (await import('./engine/search/run-search')).runSearch),
  served(shelfJob, async () => (await import('./engine/runbooks/read-shelf')).readShelf),
  served(archiveJob, async () => (await import('./engine/search/run-archive')).runArchive),
  served(similarJob, async () => (await import('./engine/search/run-similar')).runSimilar),
  served(logJob, async () => (await import('./engine/search/read-log')).readLogSlice),
])
