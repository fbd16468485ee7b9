/**
 * [HD15] The sections of the first page of a handoff, in its order: documents lay them out, and who takes over command
 * reads them back [TC2].
 */
export const handoffSections = ['impact', 'strategy', 'decisions', 'updates', 'roles', 'questions', 'risks'] as const
export type HandoffSection = (typeof handoffSections)[number]
