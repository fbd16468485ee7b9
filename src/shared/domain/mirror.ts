/**
 * [MI1] What the room and the timeline repeat of each other: everything, what is pinned or a decision, or nothing.
 */
export const mirrorModes = ['all', 'decisions', 'none'] as const
export type MirrorMode = (typeof mirrorModes)[number]
