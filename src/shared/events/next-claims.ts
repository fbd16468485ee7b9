import type { Claim, Claims, ConflictAbout } from '../domain/claims'
import type { Concurrency } from '../domain/incident'
import { unseenClaims } from './causality'
import type { LoggedEvent } from './define'
import type { KnownEvent } from './registry'

/** [AP3] Before the text's hash, in the value of a claim: it was sent back. */
export const SENT_BACK = 'sent-back:'

/**
 * [CF1] The claims after an event: it replaces those that it had seen, and is added to those that it had not. Every
 * part that has claims uses this, so that all agree.
 */
export function nextClaims({ claims, seenBy }: Concurrency, event: KnownEvent): Claims {
  const claim = <Value>(known: readonly Claim<Value>[] | undefined, value: Value): readonly Claim<Value>[] => [
    ...unseenClaims(known ?? [], event, seenBy),
    claimOf(event, value),
  ]
  switch (event.kind) {
    case 'severity-changed':
      return { ...claims, severity: claim(claims.severity, event.body.to) }
    case 'status-changed':
      return { ...claims, status: claim(claims.status, event.body.to) }
    case 'incident-renamed':
      return { ...claims, title: claim(claims.title, event.body.to) }
    case 'impact-stated':
      return { ...claims, impact: claim(claims.impact, event.body.impact) }
    case 'started-at-confirmed':
      return { ...claims, started: claim(claims.started, { ...event.body, by: event.by, confirmedAt: event.at }) }
    case 'ended-at-confirmed':
      return { ...claims, ended: claim(claims.ended, { ...event.body, by: event.by, confirmedAt: event.at }) }
    case 'update-promised':
      return { ...claims, promised: claim(claims.promised, event.body.dueAt) }
    case 'update-published':
    case 'audience-told':
      return promised(claims, event, claim)
    case 'update-publishing': {
      const { update, act } = event.body
      return { ...claims, publishing: { ...claims.publishing, [update]: claim(claims.publishing[update], act) } }
    }
    case 'update-approved': {
      const { message, text } = event.body
      return { ...claims, approvals: { ...claims.approvals, [message]: claim(claims.approvals[message], text) } }
    }
    // [AP3] One side: approved on one machine and sent back on another is as much a conflict as two texts.
    case 'update-sent-back': {
      const { message, text } = event.body
      const side = claim(claims.approvals[message], `${SENT_BACK}${text}`)
      return { ...claims, approvals: { ...claims.approvals, [message]: side } }
    }
    case 'role-assigned': {
      const { role, responder } = event.body
      const held = claim(claims.roles[role], { responder, since: event.at })
      return { ...claims, roles: { ...claims.roles, [role]: held } }
    }
    // [TC3] [TC4] Who accepts has command, who withdraws keeps it: neither having heard of the other is a conflict.
    case 'transfer-accepted':
    case 'transfer-ended': {
      const holder = commanderAfter(event)
      if (holder === null) return claims
      const held = claim(claims.roles.ic, { responder: holder, since: event.at })
      return { ...claims, roles: { ...claims.roles, ic: held } }
    }
    case 'role-released':
    case 'role-dropped': {
      const left = unseenClaims(claims.roles[event.body.role] ?? [], event, seenBy)
      return { ...claims, roles: { ...claims.roles, [event.body.role]: left } }
    }
    case 'conflict-settled':
      return settled(claims, event.body.about, known => chosenOf(known, event.body.chosen, event, seenBy))
    default:
      return claims
  }
}

/** [TC3] [TC4] Whom an event of a transfer says to have command; null: it says nothing of it. */
function commanderAfter(event: Extract<KnownEvent, { kind: 'transfer-accepted' | 'transfer-ended' }>) {
  if (event.kind === 'transfer-accepted') return event.body.to
  return event.body.as === 'withdrawn' ? event.body.from : null
}

type ClaimOf = <Value>(known: readonly Claim<Value>[] | undefined, value: Value) => readonly Claim<Value>[]

/** [UP7] [UP9] What one audience reads fulfils no promise to another, and makes none. */
function promised(
  claims: Claims,
  { kind, body: { audience, promise } }: Extract<KnownEvent, { kind: 'update-published' | 'audience-told' }>,
  claim: ClaimOf,
): Claims {
  if (promise === undefined) return claims
  if (kind === 'update-published' && audience === 'customers')
    return { ...claims, promised: claim(claims.promised, promise) }
  const to = { [audience]: claim(claims.promisedTo[audience], promise) }
  return { ...claims, promisedTo: { ...claims.promisedTo, ...to } }
}

type AnyClaims = <Value>(known: readonly Claim<Value>[]) => readonly Claim<Value>[]

function settled(claims: Claims, about: ConflictAbout, settle: AnyClaims): Claims {
  switch (about) {
    case 'severity':
      return { ...claims, severity: settle(claims.severity) }
    case 'status':
      return { ...claims, status: settle(claims.status) }
    case 'title':
      return { ...claims, title: settle(claims.title) }
    case 'impact':
      return { ...claims, impact: settle(claims.impact) }
    default: {
      if (about.startsWith('approval:')) {
        const message = about.slice('approval:'.length)
        return { ...claims, approvals: { ...claims.approvals, [message]: settle(claims.approvals[message] ?? []) } }
      }
      const key = about.slice('role:'.length)
      return { ...claims, roles: { ...claims.roles, [key]: settle(claims.roles[key] ?? []) } }
    }
  }
}

/** [CF3] The chosen side, stated again by the person who settled it, next to what they had not seen. */
function chosenOf<Value>(
  known: readonly Claim<Value>[],
  chosen: string,
  event: LoggedEvent,
  seenBy: Concurrency['seenBy'],
): readonly Claim<Value>[] {
  const side = known.find(({ event: id }) => id === chosen)
  if (side === undefined) return known
  const others = unseenClaims(known, event, seenBy).filter(one => one !== side)
  return [claimOf(event, side.value), ...others]
}

function claimOf<Value>({ id, at, by, stamp }: LoggedEvent, value: Value): Claim<Value> {
  const place = stamp === undefined ? null : { origin: stamp.origin, counter: stamp.counter }
  return { event: id, stamp: place, at, by, value }
}
