import { openLog } from '../../storage/log-reading'
import { recordInMemory } from '../../storage/migrate'
import type { RunJob } from '../../workers/job'
import { type ImportRefusal, importRows } from '../import'
import type { BundleAnswer, BundleOrder, ReadSlice } from './bundle-job'
import { withPlain } from './passphrase'
import { type Bundle, readBundle } from './read-bundle'
import { slicesOf } from './slices'

/**
 * [RK14] What `bundleJob` does, in a thread: it takes all of the bundle into a record of its own first, so that what any
 * record would refuse is refused before the engine has taken a part of it.
 */
export const readInThread: RunJob<BundleOrder, ReadSlice, BundleAnswer> = async (
  { path, most, passphrase },
  { report },
) => {
  const read = await withPlain(path, passphrase, readBundle)
  if (!read.ok) return read
  const refusal = refusalOf(read.value)
  if (refusal !== undefined) return { ok: false, fault: refusal }
  for (const slice of slicesOf(read.value.batch, most)) await report(messageOf(slice))
  return { ok: true, value: read.value.manifest }
}

type Sent = Bundle['batch']

/** The same with lists that can be changed, as messages of threads are. */
function messageOf({ incident, rows, attachments = [], heads, telemetry }: Sent): ReadSlice {
  const files = attachments.map(({ attachment, content }) => ({ attachment, content }))
  return {
    incident,
    rows: [...rows],
    attachments: files,
    ...(heads && { heads: [...heads] }),
    ...(telemetry && { telemetry: [...telemetry] }),
  } as ReadSlice
}

function refusalOf({ manifest, batch }: Bundle): ImportRefusal | undefined {
  const db = recordInMemory()
  try {
    const { tail } = openLog(db, batch.incident, '')
    const now = Date.now()
    const whole = { ...batch, drill: manifest.drill, attachments: [] }
    const taken = importRows(db, whole, { now, systemNow: now }, tail.reader)
    if (!taken.ok) return taken.fault
    tail.readOn()
    if (tail.reader.damage !== null) return { code: 'altered', at: tail.reader.damage.place - 1 }
    const [first] = openLog(db, batch.incident, '').reading.events
    return first?.kind === 'incident-declared' ? undefined : { code: 'no-beginning', at: 0 }
  } finally {
    db.close()
  }
}
