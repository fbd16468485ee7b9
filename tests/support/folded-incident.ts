import { audienceIn } from '../../src/shared/domain/audience'
import type {
  CheckpointId,
  ConnectionId,
  CustomRoleId,
  EntryId,
  EventId,
  IncidentId,
  OutboxItemId,
  TeamId,
  UpdateId,
} from '../../src/shared/domain/ids'
import { type Actor, type Responder, type RoleKey, responderNamed } from '../../src/shared/domain/people'
import type { UpdateContent } from '../../src/shared/domain/update'
import { answersOfFixed } from '../../src/shared/events/checkpoint-held'
import type { EventDraft } from '../../src/shared/events/define'
import { foldEvents, type IncidentRecord } from '../../src/shared/events/fold'
import { eventRegistry, type IncidentEvent } from '../../src/shared/events/registry'
import { MINUTE, type Millis } from '../../src/shared/lib/time'

/** Records for tests, folded from real events: a test says what happened and when, in minutes after the start. */

export const START: Millis = Date.UTC(2026, 10, 20, 14, 0, 0)

export function minute(after: number): Millis {
  return START + after * MINUTE
}

export function person(name: string): Actor {
  return { kind: 'person', responder: named(name) }
}

export const ada = person('Ada Lovelace')
export const engineItself: Actor = { kind: 'engine' }

/** Folds drafts in their order; ids and places in the log follow from the order, so every run gives the same record. */
export function recordOf(drafts: readonly EventDraft[]): IncidentRecord {
  const events = drafts.map((draft, index) => ({
    ...draft,
    id: `event-${index + 1}` as EventId,
    incident: 'incident-1' as IncidentId,
    seq: index + 1,
    version: 1,
    recordedAt: draft.at,
  }))
  const record = foldEvents(undefined, events as unknown as readonly IncidentEvent[])
  if (record === undefined) throw new Error('A record needs at least one event')
  const failed = record.incident.unfolded.filter(({ because }) => because.as === 'failed')
  if (failed.length > 0)
    throw new Error(`Events that could not be folded: ${failed.map(({ kind }) => kind).join(', ')}`)
  return record
}

export interface Declaration {
  readonly title?: string
  readonly severity?: 'SEV-1' | 'SEV-2' | 'SEV-3' | 'SEV-4'
  readonly impact?: string
  readonly drill?: boolean
}

export function declared(declaration: Declaration = {}): EventDraft {
  const body = {
    title: 'Checkout fails',
    severity: 'SEV-1' as const,
    impact: '',
    drill: false,
    page: null,
    ...declaration,
  }
  return eventRegistry['incident-declared'].draft(body, START, ada)
}

export function line(
  after: number,
  kind: 'note' | 'action' | 'decision' | 'finding' | 'todo',
  text: string,
  pinned = false,
): EventDraft {
  const entry = `entry-${after}-${kind}` as EntryId
  return eventRegistry['entry-added'].draft({ entry, kind, text, pinned }, minute(after), ada)
}

export function retracted(after: number, of: string, reason: string): EventDraft {
  return eventRegistry['entry-retracted'].draft({ entry: of as EntryId, reason }, minute(after), ada)
}

export function named(name: string): Responder {
  const responder = responderNamed(name)
  if (responder === undefined) throw new Error('A person needs a name')
  return responder
}

export function assigned(after: number, role: RoleKey, name: string): EventDraft {
  const responder = named(name)
  return eventRegistry['role-assigned'].draft({ role, responder }, minute(after), ada)
}

/** A role of its own that changes hands, a deputy, a sub-team and a roll call, all of them called `text`. */
export function crewCalled(after: number, text: string): readonly EventDraft[] {
  const role = '00000000-0000-4000-8000-000000000001' as CustomRoleId
  const [lead, member] = [named(`Lead ${text}`), named(`Member ${text}`)]
  const at = minute(after)
  const called = { responder: lead, posts: [text], answer: 'absent' as const }
  return [
    eventRegistry['role-defined'].draft({ role, name: text, letters: 'DB', duties: [text], operates: true }, at, ada),
    assigned(after, role, `First ${text}`),
    assigned(after + 1, role, `Second ${text}`),
    eventRegistry['deputy-named'].draft({ role: 'ic', responder: member }, at, ada),
    eventRegistry['team-formed'].draft({ team: 'team-1' as TeamId, name: text, lead, members: [member] }, at, ada),
    eventRegistry['roll-called'].draft({ lines: [called] }, minute(after + 2), ada),
  ]
}

export function armed(after: number, dueAfter: number): EventDraft {
  const checkpoint = `checkpoint-${dueAfter}` as CheckpointId
  return eventRegistry['checkpoint-armed'].draft({ checkpoint, dueAt: minute(dueAfter) }, minute(after), engineItself)
}

export const fullAnswers = {
  tried: 'Restarted the payment workers',
  trying: 'Rolling back release 42',
  rollbackPlan: 'Deploy release 42 again, five minutes',
  morePeople: 'Database on-call is joining',
  stillImpacted: 'Yes, one in three payments fails',
}

export function held(after: number, answers: Partial<typeof fullAnswers> = {}): EventDraft {
  const body = {
    checkpoint: `checkpoint-${after}` as CheckpointId,
    answers: answersOfFixed({ ...fullAnswers, ...answers }),
    verdict: 'pivot' as const,
  }
  return eventRegistry['checkpoint-held'].draft(body, minute(after), ada)
}

/** What the check of the text finds nothing in; a text that names its title brings something new. */
export function updateContent(content: Partial<UpdateContent> = {}): UpdateContent {
  const { title = 'Payments failing' } = content
  const channel = {
    vendor: 'statuspage',
    connection: 'page' as ConnectionId,
    target: 'p1',
    label: 'Public status page',
  } as const
  return {
    stage: 'initial',
    channel,
    title,
    body: `${title}. Some payments fail. We are working on it. Next update within the hour.`,
    status: 'investigating',
    components: {},
    notify: true,
    nextUpdateAt: null,
    ...content,
  }
}

export function drafted(after: number, id: string, content: Partial<UpdateContent> = {}): EventDraft {
  return eventRegistry['update-drafted'].draft(
    { update: id as UpdateId, content: updateContent(content) },
    minute(after),
    ada,
  )
}

export function published(after: number, id: string, content: Partial<UpdateContent> = {}): EventDraft {
  const full = updateContent(content)
  const audience = audienceIn(full.channel, undefined)
  const said = { content: full, audience, promise: full.nextUpdateAt }
  const body = { update: id as UpdateId, ...said, externalId: `x-${id}`, url: null }
  return eventRegistry['update-published'].draft(body, minute(after), { kind: 'vendor', name: 'Statuspage' })
}

export function unsettled(after: number, id: string): EventDraft {
  const body = { update: id as UpdateId, act: `act-${id}` as OutboxItemId, reason: 'timed out' }
  return eventRegistry['update-unknown'].draft(body, minute(after), engineItself)
}

export function resolved(after: number): EventDraft {
  return eventRegistry['status-changed'].draft({ from: 'monitoring', to: 'resolved', reason: '' }, minute(after), ada)
}

export function confirmed(after: number, of: 'started' | 'ended', at: number): EventDraft {
  const source = { kind: 'chart' as const, name: 'Error rate' }
  return eventRegistry[`${of}-at-confirmed`].draft({ at: minute(at), source }, minute(after), ada)
}

/** An incident of which nothing is missing at minute 20. */
export const wellKept: readonly EventDraft[] = [
  declared({ impact: 'One in three card payments fails' }),
  confirmed(1, 'started', -3),
  assigned(1, 'ic', 'Ada Lovelace'),
  assigned(1, 'tech', 'Grace Hopper'),
  assigned(2, 'comms', 'Katherine Johnson'),
  assigned(2, 'scribe', 'Annie Easley'),
  line(3, 'finding', 'Release 42 went out at 13:58'),
  drafted(4, 'u1'),
  published(5, 'u1', { nextUpdateAt: minute(35) }),
  held(15),
  armed(15, 30),
]
