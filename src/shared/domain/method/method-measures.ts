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
