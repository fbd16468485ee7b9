import type { Millis } from '../lib/time'
import type { ContentHash, IncidentId, TransferId } from './ids'
import type { Actor, Responder } from './people'
import type { Staffed } from './responders'

/** [TC2] That the next commander has read a section of the handoff back, and what it said then. */
export interface SectionRead {
  readonly at: Millis
  readonly by: Actor
  /** When the text that was read had been written: its spans and ages are as of then. */
  readonly drawnAt: Millis
  /** Of that text. */
  readonly digest: ContentHash
}

/** How a transfer ended: withdrawn by the giver's side, declined by the next commander, or accepted. */
export const transferEnds = ['withdrawn', 'declined'] as const
export interface TransferEnd {
  readonly as: 'accepted' | (typeof transferEnds)[number]
  readonly at: Millis
  readonly by: Actor
  /** Why it was withdrawn or declined, or accepted without all of it read; may be empty. */
  readonly reason: string
}

/** [TC1] Command of this incident on its way from one person to another. */
export interface Transfer {
  readonly id: TransferId
  readonly from: Responder
  /** When the giver took command: of a later assignment it says nothing. */
  readonly since: Millis
  readonly to: Responder
  readonly note: string
  /** [TC7] Every incident of the handover, this one among them. */
  readonly incidents: readonly IncidentId[]
  readonly preparedAt: Millis
  readonly preparedBy: Actor
  /** [TC2] By section. */
  readonly read: Readonly<Record<string, SectionRead>>
  /** Null: nobody has accepted it, and nobody took it back. */
  readonly end: TransferEnd | null
}

/** [TC5] After a transfer, the time in which the one who gave command is still there for questions. */
export interface Overlap {
  readonly transfer: TransferId
  readonly giver: Responder
  readonly to: Responder
  readonly until: Millis
  /** Null: nobody has released the giver. */
  readonly endedAt: Millis | null
}

export interface Transfers {
  /** In the order of the log. */
  readonly transfers: readonly Transfer[]
  /** Of the last one that was accepted; null: none was. */
  readonly overlap: Overlap | null
  /** [TC8] By the id of a person: the time zone that their browser named last. */
  readonly timeZones: Readonly<Record<string, string>>
}

/** Minutes of overlap where the method of an incident names none. */
export const USUAL_OVERLAP = 20

/**
 * [TC1] [TC4] The transfers that still wait: the giver has command by the same assignment, or nobody has. Two where two
 * machines prepared one each.
 */
export function waitingTransfers({ transfers, roles }: Pick<Transfers, 'transfers'> & Pick<Staffed, 'roles'>) {
  return transfers.filter(({ end, from, since }) => {
    const held = roles.ic
    return end === null && (held === null || (held.responder.id === from.id && held.since === since))
  })
}

/** [TC1] Who takes over command; undefined: nobody is named. */
export function incomingCommander(incident: Parameters<typeof waitingTransfers>[0]): Transfer | undefined {
  return waitingTransfers(incident)[0]
}

/** [TC5] The overlap that runs: over once the giver is released, or somebody else has command. */
export function runningOverlap({ overlap, roles }: Pick<Transfers, 'overlap'> & Pick<Staffed, 'roles'>) {
  return overlap !== null && overlap.endedAt === null && roles.ic?.responder.id === overlap.to.id ? overlap : undefined
}
