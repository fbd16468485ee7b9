import { type PaneKey, paneKeys } from '../../../shared/contract/pane-address'

/**
 * Which panes stand in windows of their own. Such a window holds a lock for as long as it lives, and the browser gives
 * it back however the window ends, so nobody needs to ask whether it is still there.
 */
const nameOf = (pane: PaneKey): string => `quarterdeck.pane.${pane}`

export async function panesInWindows(locks: LockManager): Promise<readonly PaneKey[]> {
  const { held = [] } = await locks.query()
  return paneKeys.filter(pane => held.some(lock => lock.name === nameOf(pane) && lock.mode === 'exclusive'))
}

/** Holds the pane's lock until stopped; `held` is told once it is there. A second window of a pane waits for the first. */
export function holdPane(locks: LockManager, pane: PaneKey, held: () => void): () => void {
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

/** Calls `gone` once the pane's window is no more. Returns its stop. */
export function whenGone(locks: LockManager, pane: PaneKey, gone: () => void): () => void {
  const stopping = new AbortController()
  locks.request(nameOf(pane), { mode: 'shared', signal: stopping.signal }, () => gone()).catch(unlessStopped)
  return () => stopping.abort()
}

function unlessStopped(cause: unknown): void {
  if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause
}
