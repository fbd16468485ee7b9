/** The lines that Quarterdeck writes into the timeline, each from the fields of its event. */

export const lineTexts = {
  withReason: '{line}: {reason}',
  withMore: '{line} ({more})',
  void: 'Void, because {reason}: {line}',
  voidReasons: {
    'role-gone': 'the incident no longer has that role',
    'holds-the-role': 'they hold the role itself',
    'taken-over': 'someone else had taken over before',
    'transfer-gone': 'that transfer of command is not in the record',
    'update-gone': 'its draft is not in the record',
    'update-discarded': 'its draft was discarded before',
    'update-published': 'it was published before',
    'request-done': 'it was done before',
    'update-on-its-way': 'another machine requested the same at the same time',
    'conflict-closed': 'it was settled or superseded before',
    'owner-taken': 'another machine had taken over before',
    'time-stated': 'someone had stated another time before',
    'decision-settled': 'someone had settled it differently before',
    'revisit-changed': 'its revisit was changed or called before',
    'report-changed': 'the report was corrected before',
    'figure-changed': 'someone had stated that figure before',
    'severity-raised': 'the severity was raised before',
    'pace-answered': 'someone had answered before',
  },
  failed: 'An event of the kind {kind} could not be read into this record',
  unparsed: 'An event of the kind {kind} cannot be read here: {summary}',
  noSummary: 'no summary',
  newer: '{summary} (written by a newer version)',
} as const

/** About the incident itself. */
export const incidentLineTexts = {
  declared: 'Declared {severity}: {title}',
  declaredFrom: 'Declared {severity}: {title} (from alert “{alert}”)',
  renamed: 'Renamed to “{to}”, before “{from}”',
  method: 'Method changed to {name}, version {version} (from version {from})',
  severity: 'Severity {from} → {to}',
  status: 'Status {from} → {to}',
  impact: 'Impact: {impact}',
  started: 'Started at {time} UTC',
  ended: 'Ended at {time} UTC',
  /** A time that is recorded. */
  milestone: '{name}: {day} {time} UTC',
  milestoneWas: '{line} (before: {day} {time})',
  milestoneGone: '{name}: not reached',
  milestones: {
    started: 'Started',
    detected: 'Detected',
    acknowledged: 'Acknowledged',
    responded: 'First response',
    engaged: 'Commander engaged',
    'first-notice': 'First customer notice',
    mitigated: 'Mitigated',
    resolved: 'Resolved',
    reopened: 'Reopened',
    'review-held': 'Review held',
  },
  /** Where a confirmed time comes from. */
  sources: {
    page: 'PagerDuty incident “{name}”',
    alert: 'alert “{name}”',
    chart: 'chart “{name}”',
    declared: 'when it was declared',
    resolved: 'when it was resolved',
    person: '“{name}”',
  },
  detected: 'Detected by {how}',
  detectedAt: '{line}, at {day} {time} UTC',
  detectedBy: {
    alert: 'an alert',
    'synthetic-check': 'a synthetic check',
    'business-metric': 'a business metric',
    slo: 'an SLO',
    customer: 'a customer',
    ticket: 'a support ticket',
    'social-media': 'social media',
    partner: 'a partner',
    person: 'a colleague',
  },
  services: 'Services affected: {services}',
  noServices: 'Services affected: none',
  linkAdded: 'Link added ({kind}): {label}, {url}',
  linkKinds: {
    ticket: 'ticket',
    bridge: 'bridge',
    'war-room': 'war room',
    dashboard: 'dashboard',
    runbook: 'runbook',
    other: 'other',
  },
  linkRemoved: 'Link removed: {label}, {url}',
  alertLinked: 'Alert linked: {title}',
  alertUnlinked: 'Alert unlinked: {title}',
  acknowledgedThere: 'Acknowledged in PagerDuty: {title}',
  acknowledgedClock: { theirs: 'by PagerDuty’s clock', ours: 'by this computer’s clock' },
  settled: 'Conflict settled: {about} {value}',
  /** What two machines had set differently. */
  conflicts: {
    severity: 'severity',
    status: 'status',
    title: 'title',
    impact: 'impact',
    role: 'role',
    approval: 'the approved text',
  },
  checkpoint: 'Checkpoint: {verdict}',
  verdicts: { continue: 'continue', pivot: 'pivot', escalate: 'escalate' },
  answers: {
    tried: 'tried: {answer}',
    trying: 'trying: {answer}',
    'rollback-plan': 'rollback plan: {answer}',
    'more-people': 'more people: {answer}',
    'still-impacted': 'still impacted: {answer}',
  },
  /** A question of a team's own. */
  otherAnswer: '{asks} {answer}',
  asBefore: '{answer} (as before)',
  checkpointAdded: 'Added to the checkpoint',
  snoozed: 'Checkpoint snoozed, due {time}: {reason}',
  paused: 'Checkpoint paused until {time}: {reason}',
  resumed: 'Checkpoint resumed, due {time}',
  handoff: 'Handoff written',
  gate: {
    met: 'Resolution gate: {who} said yes to “{text}”',
    unmet: 'Resolution gate: {who} said no to “{text}”',
    open: 'Resolution gate: “{text}” is open again',
  },
  gateComplete: 'Resolution gate: all {count} hold, it can be resolved',
  closed: 'Closing list: done: {text}',
  closedNot: 'Closing list: not done: {text}',
  review: 'Review planned for {date} {clock} UTC',
  reviewNot: 'The review has no date any more',
} as const

/** About its people. */
export const roleLineTexts = {
  assigned: '{role}: {name}',
  released: '{name} is no longer {role}',
  deputy: 'Deputy {role}: {name}',
  continued: '{name} stays in command',
  continuedWith: '{name} stays in command, deputy: {deputy}',
  deputyReleased: '{name} is no longer deputy {role}',
  ownRole: 'Custom role',
  defined: 'Role {name} ({letters})',
  removed: 'Role {name} removed',
  leads: '{lead} leads',
  leadsMembers: '{lead} leads {members}',
  joined: '{people} joined',
  left: '{people} left',
  team: 'Sub-team {name}: {changes}',
  disbanded: 'Sub-team {name} disbanded',
  rollCall: 'Roll call: {answers}',
  allPresent: { other: 'all {count} present' },
  somePresent: { other: '{present} of {count} present; missing: {names}' },
  missing: { absent: '{name} (absent)', 'not-heard': '{name} (not heard)' },
} as const

/** About updates. */
export const updateLineTexts = {
  publishing: 'Publishing to {channel}',
  publishingAnyway: 'Publishing to {channel} although {what}, because “{reason}”',
  overrode: {
    'no-impact': 'it names no impact',
    'says-resolved': 'it says it is over',
    'internal-host': 'it has an internal name',
    'ticket-id': 'it has an internal number',
    'no-next-update': 'it names no next update',
    'past-next-update': 'its next update is past',
    'open-slot': 'it has a gap',
    'repair-time': 'it promises a repair',
  },
  cancelled: 'Publishing cancelled, nothing was sent',
  cancelledIn: 'Publishing to {channel} cancelled, nothing was sent',
  published: 'Published to {channel} ({status}): {body}',
  sent: 'Sent to {audience} in {channel} ({status}): {body}',
  colleagues: 'colleagues',
  failed: 'Update not published: {reason}',
  failedIn: 'Not published to {channel}: {reason}',
  stoppedIn: 'Stopped retrying to publish to {channel}, it may be out: {reason}',
  stopped: 'Stopped retrying the update, it may be out: {reason}',
  unknown: 'Unknown whether the update is out: {reason}',
  unknownIn: 'Unknown whether it is published to {channel}: {reason}',
  toPost: 'To be posted by hand: {reason}',
  needsDecision: 'Update needs your decision: {reason}',
  approvalRequested: 'Approval requested for “{title}”',
  anyway: ', although the check stops it, because “{reason}”',
  approved: 'Approved for publishing: “{title}”',
  approvedAlone: 'Published alone, approved by no second person: “{title}”',
  sentBack: 'Sent back to its writer: “{title}”',
  editProposed: 'Edit proposed: {what}',
  editApproved: 'Edit approved: “{title}”',
  twice: 'Published twice in {channel}: the update “{title}” ({copies}). Delete all but one there.',
  opens: 'The update opens a new public incident on {channel}',
  continues: 'The update continues the public incident “{name}”',
  foundBy: { marker: ', which has our mark', name: ', found by its name and time', person: '' },
  paces: {
    slower: 'Customer updates every {slower} min instead of every {usual} min, from the next one on',
    stays: 'Customer updates stay at every {usual} min',
  },
} as const

/** About requests to other systems. `what` is a text of `actTexts`. */
export const requestLineTexts = {
  requested: 'Requested: {what}',
  done: 'Done: {what}',
  confirmed: 'Confirmed as done: {what}',
  failed: 'Not done: {what} ({reason})',
  stopped: 'Stopped retrying, may be done: {what} ({reason})',
  unknown: 'Unknown whether done: {what} ({reason})',
  twice: 'Done twice at {vendor}: {what} ({copies}). Delete all but one there.',
  copies: { other: '{count} copies: {list}' },
} as const

/** About the data folder and who sends. */
export const folderLineTexts = {
  clockSetBack:
    'The clock of this computer was moved back by {span}: spans across this line are really longer by as much',
  clockSetForward:
    'The clock of this computer was moved forward by {span}: spans across this line are really shorter by as much',
  nameErased: 'A name was erased; “{name}” replaces it',
  copied: 'This data folder was copied or restored, or its key was lost',
  otherGone: 'The other data folder is gone',
  otherRuns: 'The other data folder is still in use',
  sends: 'Sends for this incident from now on',
  sendsNoMore: 'No longer sends for this incident: nothing is sent until a machine takes over',
  ruleSet: 'Suppression rule set: {reason}',
  ruleChanged: 'Suppression rule changed: {reason}',
  ruleEnded: 'Suppression rule ended: {reason}',
} as const

/** What changed on the strategy board. */
export const strategyLineTexts = {
  task: 'Task: {text}',
  taskFor: 'Task for {who}: {text}',
  due: '{line}, due {time}',
  clock: '{clock} UTC',
  acknowledged: 'Task acknowledged: {text}',
  extended: 'Task due {time} instead: {text}',
  settled: { open: 'Task open again: {text}', done: 'Task done: {text}', dropped: 'Task dropped: {text}' },
  tried: 'Tried: {text} = {result}',
  results: { pending: 'pending', worked: 'worked', 'no-change': 'no change', worse: 'worse' },
  hypothesis: 'Hypothesis: {text}',
  evidence: { for: 'Evidence for a hypothesis: {text}', against: 'Evidence against a hypothesis: {text}' },
  hypotheses: {
    open: 'Hypothesis open again: {text}',
    eliminated: 'Hypothesis eliminated: {text}',
    confirmed: 'Hypothesis confirmed: {text}',
  },
  points: { question: 'Question: {text}', risk: 'Risk: {text}', todo: 'To do: {text}' },
  pointsFor: {
    question: 'Question for {who}: {text}',
    risk: 'Risk for {who}: {text}',
    todo: 'To do for {who}: {text}',
  },
  closed: { open: 'Open again: {text}', closed: 'Closed: {text}' },
  /** A walk through a decision tree, with its path. */
  walked: '{tree} → {result}. {path}',
  walkStep: '{asks} {answer}',
  walkFacts: '{step} ({facts})',
  walkAnswers: { yes: 'yes', no: 'no', unknown: 'unknown' },
} as const

/** What customers report. */
export const reportLineTexts = {
  said: { one: 'Customer report', other: '{count} customer reports' },
  from: '{what} from {source}',
  corrected: 'Corrected: {said}',
  retracted: 'Retracted: {said}',
} as const

/** Figures of the impact. */
export const figureLineTexts = {
  names: {
    'users-share': 'Share of users affected',
    users: 'Users affected',
    revenue: 'Revenue lost',
    sla: 'SLA',
    tickets: 'Support tickets',
  },
  sla: { safe: 'not at risk', 'at-risk': 'at risk', broken: 'broken' },
  share: '{value} %',
  perHour: '{amount}/h',
  stated: '{name}: {value}',
  since: '{said}, since {time}',
  withdrawn: 'Withdrawn: {name}',
  withdrawnFromNow: 'Withdrawn from now on: {name}',
} as const

/** What the leads of sub-teams report. */
export const leadLineTexts = {
  said: '{team} reports: {text}',
  nothingNew: '{team} reports nothing new',
} as const

/** What became of decisions. */
export const decisionLineTexts = {
  proposed: 'Proposed: {text}',
  objectBy: '{line}. Objections until {time}',
  revisit: '{line}. Revisit {when}',
  objected: 'Objection to “{text}”: {objected}',
  /** By whose word it was. */
  deciders: {
    commander: 'Decided: {text}',
    other: 'Decided, not by the commander: {text}',
    'no-commander': 'Decided, with no commander assigned: {text}',
  },
  settled: {
    proposed: 'Proposed again: {text}',
    withdrawn: 'Proposal withdrawn: {text}',
    reversed: 'Decision reversed: {text}',
  },
  kept: 'Decision stays, no revisit: {text}',
  revisitSet: 'Revisit {when}: {text}',
  /** How a condition reads. */
  conditions: {
    above: '{title} > {limit}',
    'at-least': '{title} ≥ {limit}',
    below: '{title} < {limit}',
    'at-most': '{title} ≤ {limit}',
  },
  revisits: {
    at: 'at {time}',
    soon: 'as soon as {condition}',
    if: 'at {time} if {condition}',
    either: 'at {time}, or as soon as {condition}',
    instead: '{when}, then {text}',
  },
  called: {
    due: 'Revisit now: {text}',
    met: 'Revisit now, {condition} (it is {value}): {text}',
    'not-met': 'No revisit needed, not {condition} (it is {value}): {text}',
    unknown: 'Revisit now, unknown whether {condition} ({why}): {text}',
  },
  instead: '{line}. Then: {text}',
  unknown: {
    'not-pinned': 'the panel “{title}” is not pinned here',
    'no-value': 'the panel has no value',
    'old-value': 'its last value is old',
    'other-unit': 'the panel has another unit now',
  },
} as const
