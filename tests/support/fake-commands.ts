import type { AlertRow } from '../../src/shared/contract/alert-rows'
import type { CommandName, Input } from '../../src/shared/contract/calls'
import { textOf } from '../../src/shared/domain/approval'
import type { CheckpointId, OutboxItemId, ResponderId } from '../../src/shared/domain/ids'
import { newId } from '../../src/shared/domain/ids'
import type { Incident } from '../../src/shared/domain/incident'
import { messageOf, stillEditable } from '../../src/shared/domain/message'
import { type Actor, responderNamed } from '../../src/shared/domain/people'
import { entryOfProposal } from '../../src/shared/domain/proposal'
import { assignedResponders, assignedRoleName, roleSlot } from '../../src/shared/domain/responders'
import { checkpointEvery, FIRST_CHECKPOINT, firstUpdateWithin, type Severity } from '../../src/shared/domain/severity'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry as kinds } from '../../src/shared/events/registry'
import { type Millis, SECOND } from '../../src/shared/lib/time'

export interface Scene {
  readonly now: Millis
  readonly by: Actor
  readonly alerts: readonly AlertRow[]
  /** Undefined before it is declared. */
  readonly incident: Incident | undefined
}

type Decide<Name extends CommandName> = (input: Input<Name>, scene: Scene & { incident: Incident }) => EventDraft[]

function begin(title: string, severity: Severity, impact: string, page: AlertRow | null, { now, by }: Scene) {
  const first = firstUpdateWithin[severity]
  return [
    kinds['incident-declared'].draft({ title, severity, impact, drill: true, page }, now, by),
    kinds['checkpoint-armed'].draft({ checkpoint: newId<CheckpointId>(), dueAt: now + FIRST_CHECKPOINT }, now, {
      kind: 'engine',
    }),
    kinds['update-promised'].draft({ dueAt: first === null ? null : now + first }, now, { kind: 'engine' }),
  ]
}

/** What each command writes, as far as screens need it to be looked at; the engine's own rules are richer. */
export const decisions: { readonly [Name in CommandName]: Decide<Name> } = {
  'incident:declare': (input, scene) => begin(input.title, input.severity, input.impact, null, scene),
  'incident:take': (input, scene) => {
    const alert = scene.alerts.find(row => row.id === input.alert) ?? null
    return begin(alert?.title ?? 'Taken from a page', input.severity, '', alert, scene)
  },
  'incident:link-page': (input, { now, by, alerts }) =>
    alerts.filter(row => row.id === input.alert).map(page => kinds['page-linked'].draft({ page }, now, by)),
  'incident:unlink': ({ externalId }, { now, by, incident }) =>
    incident.pages
      .filter(page => page.externalId === externalId)
      .map(pagerDutyIncident => kinds['pagerduty-incident-unlinked'].draft({ pagerDutyIncident }, now, by)),
  'incident:rename': ({ title }, { now, by, incident }) => [
    kinds['incident-renamed'].draft({ from: incident.title, to: title }, now, by),
  ],
  'incident:change-severity': ({ to, reason }, { now, by, incident }) => [
    kinds['severity-changed'].draft({ from: incident.severity, to, reason }, now, by),
  ],
  'incident:change-status': ({ to, reason }, { now, by, incident }) => [
    kinds['status-changed'].draft({ from: incident.status, to, reason }, now, by),
  ],
  'incident:state-impact': ({ impact }, { now, by }) => [kinds['impact-stated'].draft({ impact }, now, by)],
  'incident:add-link': ({ link, kind, label, address }, { now, by }) => [
    kinds['link-added'].draft({ link: { id: link, kind, label: label || address, url: address } }, now, by),
  ],
  'incident:remove-link': ({ link: id }, { now, by, incident }) =>
    incident.links.filter(link => link.id === id).map(link => kinds['link-removed'].draft({ link }, now, by)),
  'incident:state-services': ({ services }, { now, by }) => [kinds['services-stated'].draft({ services }, now, by)],
  'incident:state-detection': ({ detection }, { now, by }) => [kinds['detection-stated'].draft({ detection }, now, by)],
  'incident:confirm-time': ({ of, at, source }, { now, by }) => [
    kinds[`${of}-at-confirmed`].draft({ at, source }, now, by),
  ],
  'roles:assign': ({ role, name }, { now, by }) => {
    const responder = responderNamed(name)
    return responder === undefined ? [] : [kinds['role-assigned'].draft({ role, responder }, now, by)]
  },
  'roles:release': ({ role }, { now, by, incident }) => {
    const responder = roleSlot(incident, role)?.held?.responder
    return responder === undefined ? [] : [kinds['role-released'].draft({ role, responder }, now, by)]
  },
  'roles:deputise': ({ role, name }, { now, by }) => {
    const responder = name === null ? undefined : responderNamed(name)
    return responder === undefined ? [] : [kinds['deputy-named'].draft({ role, responder }, now, by)]
  },
  'roles:define': ({ incident: _, ...body }, { now, by }) => [kinds['role-defined'].draft(body, now, by)],
  'roles:drop': ({ role }, { now, by }) => [kinds['role-dropped'].draft({ role, title: 'Role' }, now, by)],
  'roles:mark-step': ({ incident: _, ...body }, { now, by }) => [kinds['first-step-marked'].draft(body, now, by)],
  'roles:call-roll': ({ present, absent }, { now, by, incident }) => {
    const answer = (id: ResponderId) =>
      present.includes(id) ? 'present' : absent.includes(id) ? 'absent' : 'not-heard'
    const lines = assignedResponders(incident).map(
      ({ responder, posts }) =>
        ({ responder, posts: posts.map(assignedRoleName), answer: answer(responder.id) }) as const,
    )
    return [kinds['roll-called'].draft({ lines }, now, by)]
  },
  'teams:set': ({ team, name, lead: leadName, members }, { now, by }) => {
    const lead = responderNamed(leadName)
    if (lead === undefined) return []
    const named = members.flatMap(member => responderNamed(member) ?? [])
    return [kinds['team-formed'].draft({ team, name, lead, members: named }, now, by)]
  },
  'teams:end': ({ team }, { now, by }) => [kinds['team-ended'].draft({ team, name: 'Team' }, now, by)],
  'timeline:append': ({ entry, kind, text, pinned, occurredAt, enteredAt, attachments = [] }, { now, by }) => [
    kinds['entry-added'].draft(
      { entry, kind, text, pinned, attachments: attachments.map(hash => ({ hash, type: 'image/png', size: 3 })) },
      occurredAt ?? Math.min(enteredAt ?? now, now),
      by,
    ),
  ],
  'timeline:correct': ({ entry, text }, { now, by }) => [kinds['entry-corrected'].draft({ entry, text }, now, by)],
  'timeline:retract': ({ entry, reason }, { now, by }) => [kinds['entry-retracted'].draft({ entry, reason }, now, by)],
  'timeline:erase': ({ entry, standIn, reason }, { now, by }) => [
    kinds['body-erased'].draft(
      { event: entry as never, kind: 'entry-added', version: 2, standIn, reason, instead: { entry, text: standIn } },
      now,
      by,
    ),
  ],
  'people:erase-name': () => [],
  'proposals:accept': ({ proposal, kind }, { now, by }) => [
    kinds['entry-added'].draft(
      { entry: entryOfProposal({ id: proposal }), kind, text: `From Slack: ${proposal}`, pinned: false },
      now,
      by,
    ),
  ],
  'proposals:dismiss': ({ proposal }, { now, by }) => [kinds['proposal-dismissed'].draft({ proposal }, now, by)],
  'checkpoint:hold': ({ checkpoint, answers, verdict }, { now, by, incident }) => [
    kinds['checkpoint-held'].draft({ checkpoint, answers, verdict }, now, by),
    kinds['checkpoint-armed'].draft(
      { checkpoint: newId<CheckpointId>(), dueAt: now + checkpointEvery[incident.severity] },
      now,
      { kind: 'engine' },
    ),
  ],
  'comms:draft': ({ facts, also = [], ...first }, { now, by, incident }) => [
    ...[first, ...also].map(({ update, content, audience, wording }) => {
      const message = incident.updates.find(({ id }) => id === first.update)?.message ?? first.update
      return kinds['update-drafted'].draft({ update, message, content, audience, wording }, now, by)
    }),
    ...(facts === undefined ? [] : [kinds['update-facts-typed'].draft({ update: first.update, facts }, now, by)]),
  ],
  'comms:discard': ({ update }, { now, by }) => [kinds['update-discarded'].draft({ update }, now, by)],
  'comms:publish': ({ update }, { now, by, incident }) =>
    stillEditable(
      incident.updates.filter(known => known.id === update).flatMap(one => messageOf(one, incident.updates).renditions),
    ).map(({ id, content }) =>
      kinds['update-publishing'].draft(
        { update: id, act: newId<OutboxItemId>(), cancelUntil: now + 5 * SECOND, channel: content.channel },
        now,
        by,
      ),
    ),
  'comms:ask-approval': ({ update }, { now, by, incident }) =>
    incident.updates
      .filter(known => known.id === update)
      .map(one => {
        const { id: message, renditions } = messageOf(one, incident.updates)
        return kinds['update-approval-asked'].draft(
          { message, text: textOf(renditions), title: one.content.title },
          now,
          by,
        )
      }),
  'comms:approve': ({ update, text }, { now, by, incident }) =>
    incident.updates
      .filter(known => known.id === update)
      .map(({ message, content: { title } }) => kinds['update-approved'].draft({ message, text, title }, now, by)),
  'comms:cancel': ({ update }, { now, by }) => [kinds['update-cancelled'].draft({ update }, now, by)],
  'comms:place': ({ update, word }, { now, by, incident }) =>
    incident.updates.flatMap(({ id, content: { channel }, delivery }) => {
      if (id !== update || delivery.state !== 'asking' || word.say === 'look-again') return []
      const into = word.say === 'new' ? null : { externalId: word.externalId, name: word.externalId }
      const told = { update, act: delivery.act, channel, into, by: 'person' } as const
      return [kinds['update-placed'].draft(told, now, by)]
    }),
  'comms:settle': ({ update }, { now, by, incident }) =>
    incident.updates
      .filter(known => known.id === update)
      .map(({ content, audience }) =>
        kinds['update-published'].draft(
          { update, content, audience, promise: content.nextUpdateAt, externalId: 'settled', url: null },
          now,
          by,
        ),
      ),
  'acts:ask': ({ act, what }, { now, by }) => [kinds['act-asked'].draft({ act, what }, now, by)],
  'acts:settle': ({ act, word }, { now, by, incident }) =>
    incident.acts
      .filter(known => known.id === act)
      .map(({ what }) =>
        word === 'send-again'
          ? kinds['act-asked'].draft({ act, what }, now, by)
          : kinds['act-done'].draft({ act, what, externalId: '', url: null }, now, by),
      ),
  'folder:answer': ({ origin, other }, { now, by }) => [
    kinds['other-folder-answered'].draft({ origin, other }, now, by),
  ],
  'owner:take': ({ term }, { now, by }) => [
    kinds['owner-taken'].draft({ origin: 'a'.repeat(32), term: term + 1 }, now, by),
  ],
  'handoff:write': ({ handoff }, { now, by }) => [kinds['handoff-written'].draft({ handoff }, now, by)],
}
