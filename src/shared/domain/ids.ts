/** Branded, so that an entry's id is never passed where an incident's is asked for. */
export type IncidentId = string & { readonly IncidentId: never }
export type EventId = string & { readonly EventId: never }
export type EntryId = string & { readonly EntryId: never }
export type CheckpointId = string & { readonly CheckpointId: never }
export type UpdateId = string & { readonly UpdateId: never }
export type OutboxItemId = string & { readonly OutboxItemId: never }
export type HandoffId = string & { readonly HandoffId: never }
export type ConnectionId = string & { readonly ConnectionId: never }
export type ResponderId = string & { readonly ResponderId: never }
/** A role that an incident has besides the four. */
export type CustomRoleId = string & { readonly CustomRoleId: never }
export type LinkId = string & { readonly LinkId: never }
/** What is on the strategy board; one that was typed as a line of the timeline has the id of that line. */
export type StrategyId = string & { readonly StrategyId: never }
/** Of a transfer of command. */
export type TransferId = string & { readonly TransferId: never }
export type TeamId = string & { readonly TeamId: never }
/** SHA-256 of a file's bytes, as hex: the same file has the same one on every machine. */
export type ContentHash = string & { readonly ContentHash: never }
export type NoiseRuleId = string & { readonly NoiseRuleId: never }
/** Of a file that comes in or goes out beside the calls. */
export type FileId = string & { readonly FileId: never }
/** Made by the sender of a command; a command that is sent again with it is done once. */
export type RequestId = string & { readonly RequestId: never }

/** Place of an event in the log of this machine: 1, 2, 3 … without a gap. */
export type Seq = number

/** A new id. Every kind of id is a random UUID, so ids from two machines never meet. */
export function newId<Id extends string>(): Id {
  return globalThis.crypto.randomUUID() as Id
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isIncidentId(value: string): value is IncidentId {
  return uuid.test(value)
}

export function isFileId(value: string): value is FileId {
  return uuid.test(value)
}

export function isRequestId(value: unknown): value is RequestId {
  return typeof value === 'string' && uuid.test(value)
}
