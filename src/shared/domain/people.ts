import type { Millis } from '../lib/time'
import type { CustomRoleId, ResponderId } from './ids'

export interface Responder {
  readonly id: ResponderId
  readonly name: string
}

/** Who caused an event: a person, the engine by a rule of its own, or a vendor's answer. */
export type Actor =
  /** `screen` is the name of the window in which it was done; absent if it had none. */
  | { readonly kind: 'person'; readonly responder: Responder; readonly screen?: string | undefined }
  | { readonly kind: 'engine' }
  | { readonly kind: 'vendor'; readonly name: string }

export const roles = ['ic', 'tech', 'comms', 'scribe'] as const
export type Role = (typeof roles)[number]

export const roleName: Readonly<Record<Role, string>> = {
  ic: 'Incident commander',
  tech: 'Tech lead',
  comms: 'Comms lead',
  scribe: 'Scribe',
}

/** What is typed to mean a role. */
export const roleLetters: Readonly<Record<Role, string>> = { ic: 'IC', tech: 'TL', comms: 'CL', scribe: 'SC' }

/** One of the four, or one that an incident has of its own. */
export type RoleKey = Role | CustomRoleId

export function isRole(key: RoleKey): key is Role {
  return Object.hasOwn(roleName, key)
}

export interface Assignment {
  readonly responder: Responder
  readonly since: Millis
}

/**
 * [RO17] Names are compared without case and spacing, and in Unicode's composed form: macOS and some keyboards write “é”
 * as two characters, and lower case may come apart again. Empty for a name that says nothing.
 */
export function personKey(name: string): ResponderId | '' {
  return withoutSpacing(name).normalize('NFC').toLowerCase().normalize('NFC') as ResponderId | ''
}

/** The same name typed twice is the same person. Empty names give undefined. */
export function responderNamed(name: string): Responder | undefined {
  const id = personKey(name)
  return id === '' ? undefined : { id, name: withoutSpacing(name) }
}

/** Two acts by one person, in whichever window. */
export function samePerson(one: Actor, other: Actor): boolean {
  return one.kind === 'person' && other.kind === 'person' && one.responder.id === other.responder.id
}

/** [ER3] A person whose name was erased. */
export function standInFor(text: string): Responder {
  return { id: personKey(text) as ResponderId, name: text }
}

function withoutSpacing(name: string): string {
  return name.trim().replace(/\s+/g, ' ')
}

/** [NP3] A person whose name is not in the log, or no longer. */
const UNNAMED = 'Someone'

export function actorName(actor: Actor): string {
  if (actor.kind === 'person') return actor.responder.name || UNNAMED
  return actor.kind === 'vendor' ? actor.name : 'Quarterdeck'
}
