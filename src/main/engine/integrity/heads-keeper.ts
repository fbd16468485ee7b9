import type { IncidentId, Seq } from '../../../shared/domain/ids'
import { SECOND } from '../../../shared/lib/time'
import type { Logger } from '../ports'
import type { ReadableDb } from '../storage/database'
import {
  type Heads,
  headsText,
  headText,
  type KeptHeads,
  type SignedHead,
  type SignedHeads,
  writeHeads,
} from '../storage/heads-file'
import { isInPlace } from '../storage/in-place'
import { hashAt, originHead } from '../storage/log-heads'
import type { LogHead } from '../storage/log-reader'
import type { Origin } from '../storage/origin-key'
import { endsOf, type LogEnds } from './head-check'

/** [RK7] Signs how far this folder's own chains reach, off the path of what is typed. */
interface HeadSigner {
  /** Its chain in this incident has grown. */
  moved(incident: IncidentId): void
  /** Signs every head that has moved. */
  signAll(): SignedHeads
  signed(): SignedHeads
  /** Whether a head has moved since it was signed. */
  pending(): boolean
}

/** @param kept what the file of heads says, also of earlier incarnations of the folder */
function signHeads(db: ReadableDb, origin: Origin, kept: SignedHeads): HeadSigner {
  const own = new Map<IncidentId, SignedHead>(kept.get(origin.id)?.heads)
  const unsigned = new Set<IncidentId>()

  function signed(): SignedHeads {
    if (own.size === 0) return kept
    return new Map([...kept, [origin.id, { publicKey: origin.publicKey, heads: own }]])
  }

  return {
    moved: incident => void unsigned.add(incident),
    signed,
    pending: () => unsigned.size > 0,
    signAll() {
      for (const incident of unsigned) {
        const head = originHead(db, incident, origin.id)
        const signature = head && origin.sign(headText(incident, origin.id, head))
        if (head !== undefined && signature !== undefined) own.set(incident, { ...head, signature })
      }
      unsigned.clear()
      return signed()
    },
  }
}

/** [IN4] Saves how far each log reaches, after what is typed. */
export interface HeadsKeeper {
  committed(incident: IncidentId, count: number, seq: Seq): void
  /** Events in an incident's log, as far as they were counted or written here. */
  count(incident: IncidentId): number
  /** Writes the rest. */
  stop(): Promise<void>
}

/** What a crash within this time of a commit leaves unproven. */
const WRITE_AFTER = 2 * SECOND
/** [RK7] A signature costs more than an append does without its sync. */
const SIGN_EVERY = 5 * SECOND

interface End {
  readonly count: number
  readonly seq: Seq
  readonly hash?: string | undefined
}

/**
 * @param kept what the file says; for a damaged log it is written unchanged, so that the damage shows at each start
 * @param isDamaged asked before each write
 */
export function keepHeads(options: {
  readonly db: ReadableDb
  readonly origin: Origin
  readonly file: string
  readonly kept: KeptHeads
  /** How far each log reaches, where that was asked already; null: the index is broken. */
  readonly ends?: LogEnds | null
  readonly logger: Logger
  isDamaged(incident: IncidentId): boolean
}): HeadsKeeper {
  const { db, file, logger, isDamaged } = options
  const kept = options.kept.heads
  const signer = signHeads(db, options.origin, options.kept.signed)
  const ends = new Map<IncidentId, End>(knownEnds(options.ends === undefined ? endsOf(db, kept) : options.ends, kept))
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let written = headsText(options.kept)
  let signedAt = Number.NEGATIVE_INFINITY

  function wake(wait: number): void {
    if (timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      writing = writing.then(() => write())
    }, wait)
    timer.unref()
  }

  /** @param sign whether every head that moved is signed, however short ago the last signature was */
  async function write(sign = false): Promise<void> {
    // Another folder may lie there now, with heads of its own.
    if (!isInPlace(db)) return
    try {
      const due = sign || performance.now() - signedAt >= SIGN_EVERY
      if (due) signedAt = performance.now()
      const text = headsText({ heads: heads(), signed: due ? signer.signAll() : signer.signed() })
      if (text === written) return
      await writeHeads(file, text)
      written = text
      if (signer.pending()) wake(SIGN_EVERY)
    } catch (cause) {
      // The next commit, or the end, tries again.
      logger.error('How far the logs reach was not written down', { file, cause: String(cause) })
    }
  }

  function heads(): Heads {
    const now = new Map<IncidentId, LogHead>()
    for (const [incident, end] of ends) {
      const before = kept.get(incident)
      if (isDamaged(incident)) {
        if (before !== undefined) now.set(incident, before)
        continue
      }
      const hash = end.hash ?? hashAt(db, incident, end.seq)
      if (hash === undefined) continue
      ends.set(incident, { ...end, hash })
      now.set(incident, { count: end.count, seq: end.seq, hash })
    }
    for (const [incident, head] of kept) if (!now.has(incident)) now.set(incident, head)
    return now
  }

  wake(0)
  return {
    committed(incident, count, seq) {
      const before = ends.get(incident)
      ends.set(incident, { count: (before?.count ?? 0) + count, seq })
      signer.moved(incident)
      // The first of an incident at once: a file that never knew of it could not miss it.
      wake(before === undefined ? 0 : WRITE_AFTER)
    },
    count: incident => ends.get(incident)?.count ?? 0,
    async stop() {
      clearTimeout(timer)
      timer = undefined
      await writing
      await write(true)
    },
  }
}

function* knownEnds(ends: LogEnds | null, kept: Heads): Generator<[IncidentId, End]> {
  // If an index is broken, every log is reported as damaged, and what was written of it stays.
  for (const [incident, { count, seq }] of ends ?? []) {
    const before = kept.get(incident)
    yield [incident, { count, seq, hash: before?.seq === seq ? before.hash : undefined }]
  }
}
