import { existsSync, writeFileSync } from 'node:fs'
import { verifyJob } from '../../../src/main/engine/integrity/verify-job'
import { runVerification } from '../../../src/main/engine/integrity/verify-run'
import { served, serveJobs } from '../../../src/main/engine/workers/serve-jobs'
import type { IncidentId } from '../../../src/shared/domain/ids'

/** The real check in a thread that dies over some logs, as one may of a lack of memory or of a fault of SQLite. */

const dies = (incident: IncidentId) => incident.startsWith('dead')

serveJobs([
  served(verifyJob, async () => async (input, context) => {
    const at = input.claims.findIndex(({ incident }) => dies(incident))
    const claim = input.claims[at]
    // Once only, where its id says so.
    const mark = `${input.file}.died`
    if (claim === undefined || (claim.incident.startsWith('dead0ce') && existsSync(mark)))
      return runVerification(input, context)
    writeFileSync(mark, '')
    await runVerification({ ...input, claims: input.claims.slice(0, at) }, context)
    process.exit(3)
  }),
])
