/** The panes of the cockpit, by the name used in a layout's file and in the address of a pane's own window. */
export const paneKeys = [
  'metrics',
  'alerts',
  'roles',
  'checkpoint',
  'comms',
  'timeline',
  'handoff',
  'strategy',
] as const

export type PaneKey = (typeof paneKeys)[number]

export function isPaneKey(text: string): text is PaneKey {
  return paneKeys.some(key => key === text)
}

/** The suffix of the cockpit's address in a window that shows one pane. */
export function paneHash(pane: PaneKey): string {
  return `#pane=${pane}`
}

/** The pane whose window has this behind its address; null: it is no such window. */
export function paneInHash(hash: string): PaneKey | null {
  const name = hash.startsWith('#pane=') ? hash.slice('#pane='.length) : ''
  return isPaneKey(name) ? name : null
}
