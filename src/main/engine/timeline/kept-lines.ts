import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { WritableDb } from '../storage/database'
import { type KeptLine, readKeptLine, writeKeptLine } from '../storage/kept-lines'

/** What is half typed at each screen. A browser writes its own store seconds late; here it is on disk at once. */
export interface KeptLines {
  write(line: Parsed<'kept-line:write'>): Reply<null, Fault>
  read(asked: Parsed<'kept-line:read'>): Reply<KeptLine, Fault>
}

export function openKeptLines(db: WritableDb): KeptLines {
  return {
    write({ screen, incident, text, at }) {
      try {
        writeKeptLine(db, screen, incident, { text, at })
        return ok(null)
      } catch (cause) {
        return fail({
          kind: 'storage-unknown',
          message: `The disk refused to keep the half-typed line (${cause instanceof Error ? cause.message : String(cause)}).`,
        })
      }
    },
    read: ({ screen, incident }) => ok(readKeptLine(db, screen, incident)),
  }
}
