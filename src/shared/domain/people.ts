import type { Millis } from '../lib/time'
import type { CustomRoleId, ResponderId } from './ids'

export interface Responder {
  readonly id: ResponderId
  readonly name: string
}

/** Who did what an event tells: a person, the engine by a rule of its own, or a vendor's answer. */
export type Actor =
  /** `screen` is what the window calls itself in which it was done; absent where it did not say. */
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

/** The same name typed twice is the same person: case and spacing do not count. Empty names give undefined. */
export function responderNamed(name: string): Responder | undefined {
  const clean = name.trim().replace(/\s+/g, ' ')
  return clean === '' ? undefined : { id: clean.toLowerCase() as ResponderId, name: clean }
}

export function actorName(actor: Actor): string {
  if (actor.kind === 'person') return actor.responder.name
  return actor.kind === 'vendor' ? actor.name : 'Quarterdeck'
}
