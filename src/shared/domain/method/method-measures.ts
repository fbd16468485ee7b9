/** What the engine judges a criterion by; of one without, a person says whether it holds. */
export const gateMeasures = [
  ...(['errors', 'latency', 'resources', 'business', 'monitoring'] as const),
  ...(['alerts', 'reports', 'stable', 'tech-lead'] as const),
] as const
export type GateMeasure = (typeof gateMeasures)[number]

/** What a first step ticks itself by. */
export const firstStepFacts = [
  ...(['declared', 'acknowledged', 'commander-assigned', 'roles-filled', 'impact-stated'] as const),
  ...(['ticket-linked', 'room-linked', 'update-published', 'checkpoint-held'] as const),
] as const
export type FirstStepFact = (typeof firstStepFacts)[number]

/** What an item of the closing list ticks itself by. */
export const closingMeasures = ['metrics', 'status', 'stakeholders', 'review'] as const
export type ClosingMeasure = (typeof closingMeasures)[number]

/** What the record of an incident can show as done, by which an item of a checklist ticks itself. */
export const recordFacts = [
  ...(['declared', 'acknowledged', 'commander-assigned', 'scribe-assigned', 'comms-assigned', 'roles-filled'] as const),
  ...(['impact-stated', 'services-stated', 'detection-stated', 'start-confirmed', 'figures-stated'] as const),
  ...(['ticket-linked', 'room-linked', 'dashboard-linked', 'runbook-linked'] as const),
  ...(['update-drafted', 'update-published', 'customers-updated', 'customers-told-over'] as const),
  ...(['support-told', 'leadership-told', 'legal-told'] as const),
  ...(['checkpoint-held', 'attempt-begun', 'hypothesis-raised', 'plan-decided', 'handoff-written'] as const),
  ...(['mitigated', 'monitored', 'gate-completed', 'resolved', 'review-planned', 'review-held'] as const),
] as const
export type RecordFact = (typeof recordFacts)[number]
