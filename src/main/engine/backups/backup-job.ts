import * as z from 'zod/mini'
import { codedValueField } from '../../../shared/events/coded-field'
import type { Reply } from '../../../shared/lib/reply'
import type { Snapshot, SnapshotFault } from '../storage/snapshot'
import type { Job } from '../workers/job'
import type { BackupOrder } from './make-backup'

const snapshot = z.object({ file: z.string(), bytes: z.number(), events: z.number() })
const fault = z.discriminatedUnion('code', [
  z.object({ code: z.literal('no-room'), needs: z.number(), free: z.number() }),
  z.object({ code: z.literal('there-already') }),
  z.object({
    code: z.enum(['no-record', 'unreadable', 'not-written']),
    reason: z.string(),
    coded: z.optional(codedValueField),
  }),
])

/** [BU4] Makes one backup in a thread. It reports nothing on its way: SQLite copies in one go. */
export const backupJob: Job<BackupOrder, never, Reply<Snapshot, SnapshotFault>> = {
  name: 'backup',
  input: z.object({ database: z.string(), folder: z.string(), at: z.number(), mark: z.string() }),
  progress: z.never(),
  output: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: snapshot }),
    z.object({ ok: z.literal(false), fault }),
  ]),
}
