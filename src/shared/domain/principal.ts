/**
 * What a session may do, from least to most: each may also do what comes before it. `watch` sees the state and changes
 * nothing; `host` has the cockpit as its own.
 */
export const principals = ['watch', 'observe', 'respond', 'scribe', 'comms', 'command', 'host'] as const

export type Principal = (typeof principals)[number]
