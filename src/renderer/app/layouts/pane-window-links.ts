import type { PaneKey } from '../../../shared/contract/pane-address'
import { paneKeys } from '../../../shared/contract/pane-address'
import type { SelectionStore } from '../../stores/selection-store'
import type { Layouts } from './layouts'
import { openWindowChannel } from './window-messages'

/**
 * Removes a pane from the desk while it is in a window of its own, and sends those windows the incident that is open
 * here. Returns its stop.
 */
export function followPaneWindows(layouts: Layouts, selection: SelectionStore, locks: LockManager): () => void {
  const waits = new Map<PaneKey, () => void>()
  let stopped = false
  const leave = (pane: PaneKey) => {
    layouts.left(pane)
    waits.get(pane)?.()
    waits.set(
      pane,
      whenGone(locks, pane, () => layouts.returned(pane)),
    )
  }
  const postIncident = () => {
    const { open } = selection.getState()
    if (open !== null) channel.post({ say: 'incident', incident: open })
  }
  const channel = openWindowChannel(message => {
    if (message.say === 'here') leave(message.pane)
    else if (message.say === 'which-incident') postIncident()
  })
  void panesInWindows(locks).then(there => {
    if (stopped) return
    // Some may have been closed while this window showed the wallboard.
    for (const { pane } of layouts.getState().away) if (!there.includes(pane)) layouts.returned(pane)
    for (const pane of there) leave(pane)
  })
  const stopFollowing = selection.subscribe(({ open }, before) => {
    if (open !== before.open) postIncident()
  })
  return () => {
    stopped = true
    stopFollowing()
    channel.stop()
    for (const stop of waits.values()) stop()
  }
}

export interface PaneWindowSide {
  readonly pane: PaneKey
  readonly selection: SelectionStore
  readonly locks: LockManager
  /** Does what the key of this request does. */
  readonly press: (request: string) => void
}

/**
 * Announces to the cockpit's window that this one has the pane, and follows its choice of incident and its keys.
 * Returns its stop.
 */
export function servePaneWindow({ pane, selection, locks, press }: PaneWindowSide): () => void {
  const channel = openWindowChannel(message => {
    if (message.say === 'incident') selection.setState({ open: message.incident })
    else if (message.say === 'do' && message.pane === pane) press(message.request)
  })
  const letGo = holdPane(locks, pane, () => channel.post({ say: 'here', pane }))
  channel.post({ say: 'which-incident' })
  return () => {
    letGo()
    channel.stop()
  }
}

/**
 * Which panes are in windows of their own. Such a window holds a lock as long as it lives, and the browser releases the
 * lock however the window ends, so no polling is needed.
 */
const nameOf = (pane: PaneKey): string => `quarterdeck.pane.${pane}`

async function panesInWindows(locks: LockManager): Promise<readonly PaneKey[]> {
  const { held = [] } = await locks.query()
  return paneKeys.filter(pane => held.some(lock => lock.name === nameOf(pane) && lock.mode === 'exclusive'))
}

/** Holds the pane's lock until stopped; calls `held` once it has it. A second window of a pane waits for the first. */
function holdPane(locks: LockManager, pane: PaneKey, held: () => void): () => void {
  const stopping = new AbortController()
  const ended = Promise.withResolvers<void>()
  const hold = () => {
    held()
    return ended.promise
  }
  locks.request(nameOf(pane), { signal: stopping.signal }, hold).catch(unlessStopped)
  return () => {
    stopping.abort()
    ended.resolve()
  }
}

/** Calls `gone` once the pane's window has closed. Returns its stop. */
function whenGone(locks: LockManager, pane: PaneKey, gone: () => void): () => void {
  const stopping = new AbortController()
  locks.request(nameOf(pane), { mode: 'shared', signal: stopping.signal }, () => gone()).catch(unlessStopped)
  return () => stopping.abort()
}

function unlessStopped(cause: unknown): void {
  if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause
}
