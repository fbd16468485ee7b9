import { isPaneKey, type PaneKey } from '../../../shared/contract/pane-address'
import { type IncidentId, isIncidentId } from '../../../shared/domain/ids'
import { isPaneRequest, type PaneRequest } from './pane-requests'

/** Messages between the windows of one person's cockpit. Each has a link of its own to the engine. */
export type WindowMessage =
  | { readonly say: 'here'; readonly pane: PaneKey }
  | { readonly say: 'do'; readonly pane: PaneKey; readonly request: PaneRequest }
  | { readonly say: 'which-incident' }
  | { readonly say: 'incident'; readonly incident: IncidentId }

export interface WindowChannel {
  post(message: WindowMessage): void
  stop(): void
}

/** Listens to the other windows of this origin, never to itself. */
export function openWindowChannel(hear: (message: WindowMessage) => void): WindowChannel {
  const channel = new BroadcastChannel('quarterdeck.windows')
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data)
    // A window of another version may still be open: unknown messages are ignored.
    if (message !== undefined) hear(message)
  })
  return { post: message => channel.postMessage(message), stop: () => channel.close() }
}

/** For a window that sends and does not listen. */
export function postOnce(message: WindowMessage): void {
  const channel = openWindowChannel(() => undefined)
  channel.post(message)
  channel.stop()
}

function readMessage(data: unknown): WindowMessage | undefined {
  if (typeof data !== 'object' || data === null || !('say' in data)) return
  const { say } = data
  const pane = 'pane' in data && typeof data.pane === 'string' && isPaneKey(data.pane) ? data.pane : undefined
  if (say === 'which-incident') return { say }
  if (say === 'here' && pane !== undefined) return { say, pane }
  if (say === 'do' && pane !== undefined && 'request' in data && typeof data.request === 'string')
    return isPaneRequest(data.request) ? { say, pane, request: data.request } : undefined
  if (say === 'incident' && 'incident' in data && typeof data.incident === 'string')
    return isIncidentId(data.incident) ? { say, incident: data.incident } : undefined
  return
}
