import type * as z from 'zod/mini'
import { actAsked } from './act-asked'
import { actDone } from './act-done'
import { actFailed } from './act-failed'
import { actFoundTwice } from './act-found-twice'
import { actSuperseded } from './act-superseded'
import { actUnknown } from './act-unknown'
import { alertDescribed } from './alert-described'
import { attemptJudged } from './attempt-judged'
import { attemptNoted } from './attempt-noted'
import { audiencePutOff } from './audience-put-off'
import { audienceResumed } from './audience-resumed'
import { audienceTold } from './audience-told'
import { bodyErased } from './body-erased'
import { checkpointAdded } from './checkpoint-added'
import { checkpointArmed } from './checkpoint-armed'
import { checkpointHeld } from './checkpoint-held'
import { checkpointPostponed } from './checkpoint-postponed'
import { checkpointResumed } from './checkpoint-resumed'
import { clockSet } from './clock-set'
import { closingMarked } from './closing-marked'
import { commandContinued } from './command-continued'
import { conflictSettled } from './conflict-settled'
import { customersReported } from './customers-reported'
import { decisionCalled } from './decision-called'
import { decisionObjected } from './decision-objected'
import { decisionProposed } from './decision-proposed'
import { decisionRevisitSet } from './decision-revisit-set'
import { decisionSettled } from './decision-settled'
import type { EventDefinition, LoggedEvent, Stream } from './define'
import { deputyNamed } from './deputy-named'
import { deputyReleased } from './deputy-released'
import { detectionStated } from './detection-stated'
import { editJudged } from './edit-judged'
import { editProposed } from './edit-proposed'
import { endedAtConfirmed } from './ended-at-confirmed'
import { entryAdded } from './entry-added'
import { entryCorrected } from './entry-corrected'
import { entryRetracted } from './entry-retracted'
import { evidenceAdded } from './evidence-added'
import { figureStated } from './figure-stated'
import { firstStepMarked } from './first-step-marked'
import { gateAnswered } from './gate-answered'
import { gateCompleted } from './gate-completed'
import { gateNoted } from './gate-noted'
import { handoffWritten } from './handoff-written'
import { heldCounted } from './held-counted'
import { hypothesisRaised } from './hypothesis-raised'
import { hypothesisSettled } from './hypothesis-settled'
import { impactStated } from './impact-stated'
import { incidentDeclared } from './incident-declared'
import { incidentRenamed } from './incident-renamed'
import { leadReported } from './lead-reported'
import { linkAdded } from './link-added'
import { linkRemoved } from './link-removed'
import { messagesCounted } from './messages-counted'
import { methodAdopted } from './method-adopted'
import { milestoneStated } from './milestone-stated'
import { originChanged } from './origin-changed'
import { otherFolderAnswered } from './other-folder-answered'
import { overlapEnded } from './overlap-ended'
import { ownerReleased } from './owner-released'
import { ownerTaken } from './owner-taken'
import { pageLinked } from './page-linked'
import { pagerDutyAcknowledged } from './pagerduty-acknowledged'
import { pagerDutyIncidentUnlinked } from './pagerduty-incident-unlinked'
import { personNamed } from './person-named'
import { playbookEnded } from './playbook-ended'
import { playbookMarked } from './playbook-marked'
import { playbookMoved } from './playbook-moved'
import { playbookStarted } from './playbook-started'
import { pointRaised } from './point-raised'
import { pointSettled } from './point-settled'
import { proposalDismissed } from './proposal-dismissed'
import { reportCorrected } from './report-corrected'
import { reviewPlanned } from './review-planned'
import { roleAssigned } from './role-assigned'
import { roleDefined } from './role-defined'
import { roleDropped } from './role-dropped'
import { roleReleased } from './role-released'
import { rollCalled } from './roll-called'
import { roomPlanned } from './room-planned'
import { roomSet } from './room-set'
import { servicesStated } from './services-stated'
import { severityChanged } from './severity-changed'
import { severityPromptDeclined } from './severity-prompt-declined'
import { severityPromptWithdrawn } from './severity-prompt-withdrawn'
import { severityPrompted } from './severity-prompted'
import { sourcesNoted } from './sources-noted'
import { startedAtConfirmed } from './started-at-confirmed'
import { statusChanged } from './status-changed'
import { suppressionRuleEnded } from './suppression-rule-ended'
import { suppressionRuleSet } from './suppression-rule-set'
import { suppressionRulesCarried } from './suppression-rules-carried'
import { taskAcknowledged } from './task-acknowledged'
import { taskExtended } from './task-extended'
import { taskGiven } from './task-given'
import { taskSettled } from './task-settled'
import { teamChanged } from './team-changed'
import { teamEnded } from './team-ended'
import { teamFormed } from './team-formed'
import { timeProposed } from './time-proposed'
import { transferAccepted } from './transfer-accepted'
import { transferEnded } from './transfer-ended'
import { transferPrepared } from './transfer-prepared'
import { transferRead } from './transfer-read'
import { treeWalked } from './tree-walked'
import type { UnreadEvent } from './unread'
import { updateApprovalAsked } from './update-approval-asked'
import { updateApproved } from './update-approved'
import { updateAsking } from './update-asking'
import { updateCancelled } from './update-cancelled'
import { updateDiscarded } from './update-discarded'
import { updateDrafted } from './update-drafted'
import { updateFactsTyped } from './update-facts-typed'
import { updateFailed } from './update-failed'
import { updateFoundTwice } from './update-found-twice'
import { updatePaceChosen } from './update-pace-chosen'
import { updatePlaced } from './update-placed'
import { updatePromised } from './update-promised'
import { updatePublished } from './update-published'
import { updatePublishing } from './update-publishing'
import { updateSentBack } from './update-sent-back'
import { updateUnknown } from './update-unknown'
import { workspaceBegun } from './workspace-begun'

/** Every kind of event that this version knows. A kind that is not here is refused by the log. */
export const eventRegistry = {
  'incident-declared': incidentDeclared,
  'method-adopted': methodAdopted,
  'severity-changed': severityChanged,
  'severity-prompted': severityPrompted,
  'severity-prompt-declined': severityPromptDeclined,
  'severity-prompt-withdrawn': severityPromptWithdrawn,
  'status-changed': statusChanged,
  'impact-stated': impactStated,
  'time-proposed': timeProposed,
  'started-at-confirmed': startedAtConfirmed,
  'ended-at-confirmed': endedAtConfirmed,
  'milestone-stated': milestoneStated,
  'incident-renamed': incidentRenamed,
  'page-linked': pageLinked,
  'pagerduty-incident-unlinked': pagerDutyIncidentUnlinked,
  'pagerduty-acknowledged': pagerDutyAcknowledged,
  'alert-described': alertDescribed,
  'link-added': linkAdded,
  'link-removed': linkRemoved,
  'services-stated': servicesStated,
  'detection-stated': detectionStated,
  'role-assigned': roleAssigned,
  'role-released': roleReleased,
  'role-defined': roleDefined,
  'role-dropped': roleDropped,
  'deputy-named': deputyNamed,
  'deputy-released': deputyReleased,
  'first-step-marked': firstStepMarked,
  'team-formed': teamFormed,
  'team-changed': teamChanged,
  'team-ended': teamEnded,
  'roll-called': rollCalled,
  'command-continued': commandContinued,
  'transfer-prepared': transferPrepared,
  'transfer-read': transferRead,
  'transfer-ended': transferEnded,
  'transfer-accepted': transferAccepted,
  'overlap-ended': overlapEnded,
  'entry-added': entryAdded,
  'entry-corrected': entryCorrected,
  'entry-retracted': entryRetracted,
  'checkpoint-added': checkpointAdded,
  'checkpoint-armed': checkpointArmed,
  'checkpoint-held': checkpointHeld,
  'checkpoint-postponed': checkpointPostponed,
  'checkpoint-resumed': checkpointResumed,
  'update-promised': updatePromised,
  'update-pace-chosen': updatePaceChosen,
  'audience-put-off': audiencePutOff,
  'audience-resumed': audienceResumed,
  'audience-told': audienceTold,
  'room-planned': roomPlanned,
  'room-set': roomSet,
  'update-drafted': updateDrafted,
  'update-facts-typed': updateFactsTyped,
  'update-publishing': updatePublishing,
  'update-cancelled': updateCancelled,
  'update-discarded': updateDiscarded,
  'update-published': updatePublished,
  'update-failed': updateFailed,
  'update-unknown': updateUnknown,
  'update-asking': updateAsking,
  'update-approval-asked': updateApprovalAsked,
  'update-approved': updateApproved,
  'update-sent-back': updateSentBack,
  'edit-proposed': editProposed,
  'edit-judged': editJudged,
  'update-found-twice': updateFoundTwice,
  'update-placed': updatePlaced,
  'task-given': taskGiven,
  'task-acknowledged': taskAcknowledged,
  'task-extended': taskExtended,
  'task-settled': taskSettled,
  'attempt-noted': attemptNoted,
  'attempt-judged': attemptJudged,
  'hypothesis-raised': hypothesisRaised,
  'evidence-added': evidenceAdded,
  'hypothesis-settled': hypothesisSettled,
  'point-raised': pointRaised,
  'point-settled': pointSettled,
  'tree-walked': treeWalked,
  'gate-answered': gateAnswered,
  'gate-completed': gateCompleted,
  'gate-noted': gateNoted,
  'closing-marked': closingMarked,
  'review-planned': reviewPlanned,
  'playbook-started': playbookStarted,
  'playbook-marked': playbookMarked,
  'playbook-moved': playbookMoved,
  'playbook-ended': playbookEnded,
  'decision-proposed': decisionProposed,
  'decision-objected': decisionObjected,
  'decision-settled': decisionSettled,
  'decision-revisit-set': decisionRevisitSet,
  'decision-called': decisionCalled,
  'customers-reported': customersReported,
  'report-corrected': reportCorrected,
  'figure-stated': figureStated,
  'lead-reported': leadReported,
  'handoff-written': handoffWritten,
  'messages-counted': messagesCounted,
  'held-counted': heldCounted,
  'sources-noted': sourcesNoted,
  'act-asked': actAsked,
  'act-done': actDone,
  'act-failed': actFailed,
  'act-found-twice': actFoundTwice,
  'act-superseded': actSuperseded,
  'act-unknown': actUnknown,
  'proposal-dismissed': proposalDismissed,
  'clock-set': clockSet,
  'conflict-settled': conflictSettled,
  'owner-taken': ownerTaken,
  'owner-released': ownerReleased,
  'workspace-begun': workspaceBegun,
  'origin-changed': originChanged,
  'other-folder-answered': otherFolderAnswered,
  'suppression-rules-carried': suppressionRulesCarried,
  'suppression-rule-set': suppressionRuleSet,
  'suppression-rule-ended': suppressionRuleEnded,
  'person-named': personNamed,
  'body-erased': bodyErased,
} as const

type Registry = typeof eventRegistry
export type EventKind = keyof Registry
export type BodyOf<Kind extends EventKind> = z.infer<Registry[Kind]['body']>
/** A logged event of a kind that this version knows. */
export type KnownEvent = { [Kind in EventKind]: LoggedEvent<Kind, BodyOf<Kind>> }[EventKind]
/** A logged event of any kind; `kind` says which body it has. */
export type IncidentEvent = KnownEvent | UnreadEvent

export function isEventKind(kind: string): kind is EventKind {
  return Object.hasOwn(eventRegistry, kind)
}

/** [ER1] Whether an event, or a draft of one, erases others: what was shown before it is no longer to be shown. */
export function isErasure({ kind }: { readonly kind: string }): boolean {
  return kind === bodyErased.kind
}

/** The definition of a kind, with the kind's own types given up: for code that treats all kinds alike. */
export function definitionOf(kind: EventKind): EventDefinition<string, unknown> {
  return eventRegistry[kind] as unknown as EventDefinition<string, unknown>
}

/** [WS2] Whether a kind may be in the folder's own stream, or else in the log of an incident. */
export function mayStandIn(kind: EventKind, where: Exclude<Stream, 'both'>): boolean {
  const { stream = 'incident' } = definitionOf(kind)
  return stream === 'both' || stream === where
}
