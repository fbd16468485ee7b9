import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { inTransaction, type WritableDb } from '../storage/database'
import { readTypedText, type TypedText, writeTypedText } from '../storage/typed-texts'
import { storageFault } from '../storage-fault'

/** [TL9] What is half typed in each field of each screen. A browser writes its own store seconds late; here it is on disk at once. */
export interface TypedTexts {
  write(typed: Parsed<'typed-text:write'>): Reply<null, Fault>
  read(asked: Parsed<'typed-text:read'>): Reply<TypedText, Fault>
}

export function openTypedTexts(db: WritableDb): TypedTexts {
  return {
    write({ text, at, ...place }) {
      try {
        inTransaction(db, () => writeTypedText(db, { ...place, incident: place.incident ?? '' }, { text, at }))
        return ok(null)
      } catch (cause) {
        return fail(storageFault(cause, 'what is half typed'))
      }
    },
    read: place => ok(readTypedText(db, { ...place, incident: place.incident ?? '' })),
  }
}
