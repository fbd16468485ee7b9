import { summaryOf } from '../record/summary'
import { atOneInstant, openForReading } from '../storage/database'
import { damagedParts, missingBeside } from '../storage/file-check'
import { type CheckedLog, checkLog } from '../storage/log-check'
import type { RunJob } from '../workers/job'
import type { VerifiedLogs, VerifyInput, VerifyOutput } from './verify-job'

/**
 * How long results are collected, in wall-clock milliseconds: a message for each of thousands of short logs would be
 * work too.
 */
const GATHER = 50

/** [IN3] What `verifyJob` does, in a thread. @throws where the database cannot be opened, or nobody waits any more */
export const runVerification: RunJob<VerifyInput, VerifiedLogs, VerifyOutput> = async (
  { file, claims, each },
  { report, cancelled },
) => {
  const db = openForReading(file)
  let done: VerifiedLogs = []
  async function tell(): Promise<void> {
    if (done.length > 0) await report(done)
    done = []
  }
  try {
    let due = performance.now() + GATHER
    for (const claim of claims) {
      done.push(told(checkLog(db, claim, cancelled)))
      if (!each && performance.now() < due) continue
      await tell()
      due = performance.now() + GATHER
    }
    await tell()
    const parts = [...damagedParts(db, cancelled)]
    return { missing: atOneInstant(db, () => missingBeside(db, parts)), parts }
  } finally {
    db.close()
  }
}

function told({ incident, events, damage, head }: CheckedLog): VerifiedLogs[number] {
  if (damage !== null || head === undefined) return { incident, events, damage, listed: null }
  const { title, severity, status, deadlines = [] } = summaryOf(head)
  return { incident, events, damage, listed: { title, severity, status, deadlines: [...deadlines] } }
}
