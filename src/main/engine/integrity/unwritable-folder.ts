import type { CallName } from '../../../shared/contract/calls'
import { coded } from '../../../shared/contract/coded-text'
import type { Fault } from '../../../shared/contract/faults'
import type { RecordProblem, UnwritableReason } from '../../../shared/contract/record-problems'
import { fail } from '../../../shared/lib/reply'
import { SECOND } from '../../../shared/lib/time'
import type { Logger } from '../ports'
import type { Ledger } from '../record/ledger'
import { unwritableCodes, whyUnwritable } from '../storage/reading-copy'

/** [DF13] A data folder to which nothing could be written at the start; the engine reads a copy of it. */
export interface UnwritableFolder {
  readonly folder: string
  readonly why: UnwritableReason
}

/** What is shown and refused while the record is read-only. */
export interface OnlyRead {
  problem(): RecordProblem
  /** Undefined: the call changes nothing that anybody would miss. */
  refusal(name: CallName): Fault | undefined
  /** The same record, to which nothing is written. */
  ledger(ledger: Ledger): Ledger
  stop(): void
}

/** In wall-clock milliseconds. */
const LOOK_EVERY = 10 * SECOND

/** Calls that change something of a session only, or nothing that is stored. */
const harmless: ReadonlySet<CallName> = new Set<CallName>([
  ...(['session:hello', 'session:visible', 'session:editing', 'log:follow', 'log:unfollow'] as const),
  ...(['record:verify', 'feeds:refresh', 'world:enter-drill', 'world:leave-drill'] as const),
])

/**
 * @param reads whether a call only reads
 * @param changed called when the folder can be written to again, which needs a new start
 */
export function openOnlyRead(
  unwritable: UnwritableFolder,
  { reads, changed, logger }: { reads(name: CallName): boolean; changed(): void; logger: Logger },
): OnlyRead {
  const { folder, why } = unwritable
  const fault: Fault = {
    kind: 'not-stored',
    ...coded('record-only-read', { folder, reason: { code: unwritableCodes[why] } }),
  }
  let again = false
  const looking = setInterval(look, LOOK_EVERY)
  looking.unref()
  logger.error('Nothing can be written to the data folder: its record is only read', { ...unwritable })

  function look(): void {
    try {
      again = whyUnwritable(folder) === undefined
    } catch (cause) {
      logger.error('The data folder could not be looked at', { folder, cause: String(cause) })
    }
    if (again) clearInterval(looking)
    if (again) changed()
  }

  return {
    problem: () => ({ kind: 'folder-unwritable', folder, why, again }),
    refusal: name => (harmless.has(name) || reads(name) ? undefined : fault),
    ledger: ledger => ({
      ...ledger,
      readOnly: () => fault,
      mendSummary: () => false,
      commit: () => fail(fault),
      merge: () => fail(fault),
      admitAhead: () => fail(fault),
    }),
    stop: () => clearInterval(looking),
  }
}
