import { openItems } from '../../../src/main/engine/storage/queued-items'
import type { Store } from '../../../src/main/engine/storage/store'
import type { StrategyItem } from '../../../src/shared/contract/inputs/strategy'
import {
  type CheckpointId,
  type ContentHash,
  type CustomRoleId,
  type EventId,
  type IncidentId,
  type LinkId,
  newId,
  type StrategyId,
  type TeamId,
} from '../../../src/shared/domain/ids'
import { responderNamed } from '../../../src/shared/domain/people'
import type { TypedKind } from '../../../src/shared/domain/timeline'
import { alertDescribed } from '../../../src/shared/events/alert-described'
import { answersOfFixed } from '../../../src/shared/events/checkpoint-held'
import { clockSet } from '../../../src/shared/events/clock-set'
import { commandContinued } from '../../../src/shared/events/command-continued'
import { decisionCalled } from '../../../src/shared/events/decision-called'
import { gateCompleted } from '../../../src/shared/events/gate-completed'
import { pagerDutyAcknowledged } from '../../../src/shared/events/pagerduty-acknowledged'
import { severityPromptWithdrawn } from '../../../src/shared/events/severity-prompt-withdrawn'
import { severityPrompted } from '../../../src/shared/events/severity-prompted'
import { updatePaceChosen } from '../../../src/shared/events/update-pace-chosen'
import { updatePromised } from '../../../src/shared/events/update-promised'
import { MINUTE } from '../../../src/shared/lib/time'
import { type Desk, pagerDuty } from './desk'
import { moveItem, newestItem } from './outbox-ends'
import { everyRequest, publishedAsBefore } from './outward-requests'
import { playbookStory } from './playbook-story'
import { roomStory } from './room-story'
import { transferStory } from './transfer-story'
import { updateStory } from './update-story'

const page = { id: 'P9', name: 'Disk almost full' }

/** What its source said of a linked alert. */
const saidOfPage = {
  ...{ description: 'Card payments are declined.\nSince 14:01', impact: 'checkout', value: '12.4 %', threshold: '5 %' },
  links: [
    { kind: 'runbook', name: 'runbook_url', address: 'https://example.com/runbooks/payments' },
    { kind: 'other', name: 'script', address: 'javascript:alert(1)', refused: true },
  ],
} as const

/** A SEV-1 that is still open, and has everything that an incident can have. */
export function openIncident(store: Store, desk: Desk, picture: ContentHash): IncidentId {
  const incident = newId<IncidentId>()
  desk.run('incident:take', { incident, alert: 'pd/P1', severity: 'SEV-2' })
  desk.run('incident:rename', { incident, title: 'Card payments fail at checkout' })
  desk.run('incident:state-impact', { incident, impact: 'One card payment in four is declined · käse 🧀 \u202e' })
  desk.run('incident:link-page', { incident, alert: 'am/A1' })
  desk.run('incident:unlink', { incident, connection: 'am' as typeof pagerDuty, externalId: 'A1' })
  desk.run('incident:change-severity', { incident, to: 'SEV-1', reason: 'all countries' })
  desk.run('incident:change-status', { incident, to: 'identified', reason: 'pool of payments-db is full' })
  facts(desk, incident)
  people(desk, incident)
  lines(desk, incident, picture)
  strategyStory(desk, incident)
  desk.run('gate:answer', { incident, criterion: 'tried-out', answer: 'met', note: 'three test payments' })
  desk.write(incident, gateCompleted.draft({ criteria: 13 }, desk.clock.now(), { kind: 'engine' }))
  decisionStory(desk, incident)
  reportStory(desk, incident)
  figureStory(desk, incident)
  promptStory(desk, incident)
  const checkpoint = desk.ledger.record(incident)?.incident.checkpoint
  const held = checkpoint?.state === 'waiting' ? checkpoint.id : ('' as CheckpointId)
  const fixed = { tried: 'restart', trying: 'rollback', rollbackPlan: '', morePeople: '', stillImpacted: 'yes' }
  const answers = answersOfFixed(fixed)
  const said = { question: 'budget', asks: 'What is left of the error budget?' }
  desk.run('checkpoint:hold', { incident, checkpoint: held, answers, verdict: 'pivot' })
  desk.run('checkpoint:add', { incident, checkpoint: held, answers: [{ ...said, text: 'failover' }] })
  const next = desk.ledger.record(incident)?.incident.checkpoint
  if (next?.state === 'waiting') {
    const off = { checkpoint: next.id, was: next.dueAt, minutes: 30, reason: 'the failover runs' }
    desk.run('checkpoint:postpone', { incident, ...off, pause: true })
    desk.run('checkpoint:resume', { incident, checkpoint: next.id })
  }
  requests(store, desk, incident)
  updateStory(store, desk, incident)
  const command = desk.ledger.record(incident)?.incident.roles.ic
  if (command) {
    const stays = { responder: command.responder, since: command.since, deputy: null }
    desk.write(incident, commandContinued.draft(stays, desk.clock.now(), desk.by))
  }
  const pace = { pace: 'slower', severity: 'SEV-1', usual: 30, slower: 60, was: null } as const
  desk.write(incident, updatePaceChosen.draft(pace, desk.clock.now(), desk.by))
  const leadership = 'named:Leadership' as const
  desk.run('comms:put-off', {
    incident,
    audience: leadership,
    minutes: 30,
    reason: 'the board meets at 15:00',
    was: null,
  })
  const putOff = desk.ledger.record(incident)?.incident.putOffs[leadership]
  if (putOff) desk.run('comms:wake', { incident, audience: leadership, was: putOff.event })
  const told = { how: 'call', what: 'one card payment in four', at: desk.clock.now(), promise: null } as const
  desk.run('comms:told-by-hand', { incident, audience: leadership, ...told })
  roomStory(desk, incident)
  transferStory(desk, incident)
  const [linked] = desk.ledger.record(incident)?.incident.pages ?? []
  if (linked) {
    const seen = { pagerDutyIncident: linked, who: 'Grace Hopper' }
    const at = desk.clock.now() - MINUTE
    const { connection, externalId } = linked
    const alert = { connection, externalId, ...saidOfPage }
    desk.write(incident, alertDescribed.draft({ alert }, at, { kind: 'engine' }))
    desk.write(incident, pagerDutyAcknowledged.draft(seen, at, { kind: 'vendor', name: 'PagerDuty' }))
  }
  desk.write(incident, clockSet.draft({ by: -90_000 }, desk.clock.now(), { kind: 'engine' }))
  desk.write(incident, updatePromised.draft({ dueAt: desk.clock.now() + MINUTE }, desk.clock.now(), { kind: 'engine' }))
  desk.run('handoff:write', { incident, handoff: newId() })
  return incident
}

function facts(desk: Desk, incident: IncidentId): void {
  const link = newId<LinkId>()
  desk.run('incident:add-link', { incident, link, kind: 'bridge', label: 'Bridge', address: 'tel:+4930123456' })
  desk.run('incident:add-link', {
    incident,
    link: newId(),
    kind: 'ticket',
    label: '',
    address: 'https://example.com/T-1',
  })
  desk.run('incident:remove-link', { incident, link })
  desk.run('incident:state-services', { incident, services: ['payments-api', 'payments-db'] })
  const detection = { how: 'alert', name: 'PoolExhausted', at: desk.clock.now() - 5 * MINUTE } as const
  desk.run('incident:state-detection', { incident, detection })
  const at = desk.clock.now() - 4 * MINUTE
  desk.run('incident:state-milestone', { incident, milestone: 'mitigated', at, was: null })
}

function strategyStory(desk: Desk, incident: IncidentId): void {
  const [task, attempt, hypothesis, point] = [
    newId<StrategyId>(),
    newId<StrategyId>(),
    newId<StrategyId>(),
    newId<StrategyId>(),
  ]
  const put = (id: StrategyId, item: StrategyItem) => desk.run('strategy:put', { incident, id, item })
  const dueAt = desk.clock.now() + 10 * MINUTE
  put(task, { kind: 'task', text: 'roll back', owner: 'Fox Mulder', dueAt })
  desk.run('strategy:acknowledge', { incident, task })
  desk.run('strategy:extend', { incident, task, dueAt: dueAt + MINUTE })
  desk.run('strategy:settle-task', { incident, task, state: 'done', result: 'v41 runs' })
  put(attempt, { kind: 'attempt', text: 'restart', result: 'pending', measure: 'restart' })
  desk.run('strategy:judge', { incident, attempt, result: 'no-change' })
  desk.run('trees:record', {
    incident,
    walk: {
      ...{ tree: 'rollback', title: 'Roll back or fix?', method: 'abcdef012345' },
      path: [{ question: 'deployed', asks: 'Was there a deployment?', answer: 'no', facts: ['v41, 3 h before'] }],
      result: { id: 'other-mitigation', text: 'It was no deployment' },
    },
  })
  put(hypothesis, { kind: 'hypothesis', text: 'bad disk' })
  put(newId<StrategyId>(), { kind: 'evidence', text: 'slow fsync', side: 'for', hypothesis })
  desk.run('strategy:settle-hypothesis', { incident, hypothesis, state: 'eliminated', reason: 'SMART is fine' })
  put(point, { kind: 'question', text: 'EU only?', owner: 'Dana Scully' })
  desk.run('strategy:settle-point', { incident, point, state: 'closed', answer: 'no' })
}

function decisionStory(desk: Desk, incident: IncidentId): void {
  const decision = newId<StrategyId>()
  const put = (id: StrategyId, item: StrategyItem) => desk.run('strategy:put', { incident, id, item })
  const at = desk.clock.now() + 30 * MINUTE
  const condition = {
    panel: 'p1',
    title: 'Error rate',
    is: 'at-least',
    value: 5,
    unit: 'percent',
    typed: '5%',
  } as const
  const revisit = { at, condition, soon: false, instead: 'maintenance mode' }
  put(decision, { kind: 'decision', text: 'Fail over to the replica', reason: 'the disk is full', now: false, revisit })
  put(newId<StrategyId>(), { kind: 'objection', decision, text: 'it lags by 40 s' })
  desk.run('decision:settle', { incident, decision, state: 'decided', was: 'proposed', reason: 'the lag is fine' })
  const known = desk.ledger.record(incident)?.incident.decisions[0]
  const key = known?.revisit?.key ?? ('' as EventId)
  const { typed: _, ...stored } = condition
  const plan = { ...revisit, condition: { ...stored, limit: '5 %' } }
  const called = { decision, text: 'Fail over to the replica', revisit: plan, key, outcome: 'met', why: null } as const
  const now = desk.clock.now()
  desk.write(incident, decisionCalled.draft({ ...called, value: '6.1 %', dueAt: now }, now, { kind: 'engine' }))
  const later = { at: at + 10 * MINUTE, condition: null, soon: false, instead: '' }
  desk.run('decision:revisit', { incident, decision, revisit: later, was: key })
}

function reportStory(desk: Desk, incident: IncidentId): void {
  const report = newId<StrategyId>()
  const said = { source: 'support', text: 'cannot pay', count: 12 }
  desk.run('strategy:put', { incident, id: report, item: { kind: 'report', ...said, at: null } })
  const was = desk.ledger.record(incident)?.incident.reports[0]?.key ?? ('' as EventId)
  desk.run('reports:correct', { incident, report, ...said, count: 14, retracted: false, was })
}

function promptStory(desk: Desk, incident: IncidentId): void {
  const said = { trigger: 'mitigated', text: 'It is mitigated', direction: 'lower', from: 'SEV-1' } as const
  const body = { ...said, severity: 'SEV-2', evidence: 'Monitoring for 15 min' } as const
  desk.write(incident, severityPrompted.draft(body, desk.clock.now(), { kind: 'engine' }))
  const prompt = desk.ledger.record(incident)?.incident.severityPrompts.at(-1)?.key
  if (prompt) desk.run('incident:decline-prompt', { incident, prompt })
  desk.write(incident, severityPrompted.draft(body, desk.clock.now(), { kind: 'engine' }))
  const again = desk.ledger.record(incident)?.incident.severityPrompts.at(-1)?.key
  if (again === undefined) throw new Error('Nothing was offered')
  const { direction, from, severity } = body
  const taken = { prompt: again, direction, from, severity }
  desk.write(incident, severityPromptWithdrawn.draft(taken, desk.clock.now(), { kind: 'engine' }))
}

function figureStory(desk: Desk, incident: IncidentId): void {
  const said = { figure: 'revenue', value: 12_000, currency: 'USD', source: 'finance' } as const
  desk.run('incident:state-figure', { incident, ...said, since: desk.clock.now() - 5 * MINUTE, was: null })
}

function people(desk: Desk, incident: IncidentId): void {
  const role = newId<CustomRoleId>()
  const words = { name: 'Liaison', letters: 'LI', duties: ['talks to the bank'], operates: false }
  for (const [seat, name] of [
    ['ic', 'Dana Scully'],
    ['tech', 'Fox Mulder'],
    ['comms', 'Zoë Müller'],
  ] as const)
    desk.run('roles:assign', { incident, role: seat, name })
  desk.run('roles:assign', { incident, role: 'tech', name: 'Walter Skinner' })
  desk.run('roles:define', { incident, role, ...words })
  desk.run('roles:assign', { incident, role, name: 'Monica Reyes' })
  desk.run('roles:define', { incident, role, ...words, name: 'Bank liaison' })
  desk.run('roles:drop', { incident, role })
  desk.run('roles:deputise', { incident, role: 'ic', name: 'Monica Reyes' })
  desk.run('roles:deputise', { incident, role: 'ic', name: null })
  desk.run('roles:deputise', { incident, role: 'tech', name: 'Fox Mulder' })
  desk.run('roles:mark-step', { incident, role: 'ic', step: 'bridge', done: true })
  desk.run('roles:release', { incident, role: 'comms' })
  const team = newId<TeamId>()
  const called = { incident, team, name: 'Databases', lead: 'Langly' }
  desk.run('teams:set', { ...called, members: ['Byers', 'Frohike'] })
  desk.run('teams:set', { ...called, members: ['Byers', 'Marita Covarrubias'] })
  desk.run('teams:set', { ...called, team: newId<TeamId>(), name: 'Network', lead: 'Diana Fowley', members: [] })
  desk.run('strategy:put', {
    incident,
    id: newId<StrategyId>(),
    item: { kind: 'lead', team, text: 'replicas restored' },
  })
  const dana = responderNamed('Dana Scully')
  desk.run('roles:call-roll', { incident, present: dana === undefined ? [] : [dana.id], absent: [] })
  desk.run('teams:end', { incident, team })
}

function lines(desk: Desk, incident: IncidentId, picture: ContentHash): void {
  const typed = (kind: TypedKind, text: string, more: object = {}) => {
    const entry = newId<never>()
    desk.run('timeline:append', { incident, entry, kind, text, occurredAt: null, pinned: false, ...more })
    return entry
  }
  typed('note', 'Bridge is open')
  const finding = typed('finding', 'Release 2.41 went out at 13:57')
  const guess = typed('note', 'Might be the card network')
  typed('action', 'Rolled back in eu-1\n  then in us-1', { occurredAt: desk.clock.now() - 5 * MINUTE })
  typed('decision', 'Roll back everywhere', { pinned: true })
  typed('todo', 'Ask finance @Fox Mulder')
  typed('note', 'The chart bends here', { attachments: [picture] })
  desk.run('timeline:correct', { incident, entry: finding, text: 'Release 2.41 went out at 13:58' })
  desk.run('timeline:correct', { incident, entry: finding, text: 'Release 2.41.0 went out at 13:58' })
  desk.run('timeline:retract', { incident, entry: guess, reason: 'their page is green' })
  const told = typed('note', 'The card of Mrs Peacock was charged twice')
  desk.run('timeline:erase', { incident, entry: told, standIn: 'A customer', reason: 'They asked for it' })
  desk.run('proposals:accept', { incident, proposal: 'slack:C1:171.0', kind: 'finding' })
  desk.run('proposals:dismiss', { incident, proposal: 'slack:C1:171.1' })
}

/** Every kind of request, each with another fate. */
function requests(store: Store, desk: Desk, incident: IncidentId): void {
  const ask = (what: (typeof everyRequest)[number], where = incident) => {
    desk.run('acts:ask', { incident: where, act: newId(), what })
    return newestItem(store)
  }
  const unsure = { state: 'unknown', reason: 'no answer', looks: 1 } as const
  everyRequest.forEach((what, n) => {
    if (what.kind === 'update-edit') publishedAsBefore(desk, incident, what)
    const item = ask(what)
    const delivered = { externalId: `x${n}`, url: n % 2 === 0 ? `https://example.com/x${n}` : null }
    if (what.kind === 'page-resolve')
      moveItem(desk, item, { state: 'failed' }, { outcome: 'failed', reason: 'not found' })
    else if (what.kind === 'page-snooze') moveItem(desk, item, unsure, { outcome: 'unknown', reason: 'no answer' })
    else if (what.kind === 'page-escalate') moveItem(desk, item, { state: 'sending' }, { outcome: 'sending' })
    else if (what.kind === 'page-note') sentTwice(desk, item, delivered)
    else if (what.kind === 'page-reassign' || what.kind === 'chat-post') {
      moveItem(desk, item, unsure, { outcome: 'unknown', reason: 'no answer' })
      const word = what.kind === 'chat-post' ? 'give-up' : 'send-again'
      desk.run('acts:settle', { incident, act: item.id, word })
    } else if (n % 3 !== 0 || what.kind === 'chat-open')
      moveItem(desk, item, { state: 'sent' }, { outcome: 'delivered', delivered })
  })
  // Each gives the channel another topic, and the second one makes the first pointless.
  desk.run('incident:change-status', { incident, to: 'monitoring', reason: '' })
  desk.run('handoff:write', { incident, handoff: newId() })
  desk.run('incident:change-status', { incident, to: 'identified', reason: 'it came back' })
}

function sentTwice(
  desk: Desk,
  item: ReturnType<typeof newestItem>,
  delivered: { externalId: string; url: string | null },
) {
  const sent = { state: 'sent', mayBeTwice: 1 } as const
  moveItem(desk, item, sent, { outcome: 'delivered', delivered })
  moveItem(desk, { ...item, ...sent }, sent, {
    outcome: 'twice',
    copies: [delivered, { ...delivered, externalId: 'copy' }],
  })
}

/** Resolved, reopened, and resolved for good, with both times confirmed. */
export function resolvedIncident(desk: Desk): IncidentId {
  const incident = newId<IncidentId>()
  desk.run('incident:declare', { incident, title: 'Search is slow', severity: 'SEV-3', impact: '' })
  desk.run('incident:change-status', { incident, to: 'resolved', reason: '' })
  desk.run('incident:change-status', { incident, to: 'investigating', reason: 'slow again' })
  desk.run('incident:change-severity', { incident, to: 'SEV-4', reason: 'few searches' })
  desk.run('incident:change-status', { incident, to: 'resolved', reason: 'index rebuilt' })
  desk.run('closing:mark', { incident, item: 'channels', done: true })
  playbookStory(desk, incident)
  desk.run('closing:plan-review', { incident, reviewAt: desk.clock.now() + 48 * 60 * MINUTE })
  const person = { kind: 'person', name: '' } as const
  const began = desk.clock.now() - 40 * MINUTE
  desk.run('incident:confirm-time', { incident, of: 'started', at: began, source: { kind: 'chart', name: 'p95' } })
  desk.run('incident:confirm-time', { incident, of: 'ended', at: began + 30 * MINUTE, source: person })
  desk.run('handoff:write', { incident, handoff: newId() })
  return incident
}

/** Asked of PagerDuty without an incident: done, unknown, failed and still waiting. */
export function withoutIncident(store: Store, desk: Desk): void {
  const ask = (text: string) => {
    const what = { kind: 'page-note', connection: pagerDuty, page, text } as const
    desk.run('acts:ask', { incident: desk.ledger.workspace, act: newId(), what })
    return newestItem(store)
  }
  moveItem(desk, ask('one'), { state: 'sent' }, { outcome: 'delivered', delivered: { externalId: 'n1', url: null } })
  moveItem(desk, ask('two'), { state: 'unknown' }, { outcome: 'unknown', reason: 'no answer' })
  moveItem(desk, ask('three'), { state: 'failed' }, { outcome: 'failed', reason: 'gone' })
  ask('four')
  if (openItems(store.db).length === 0) throw new Error('Nothing waits')
}
