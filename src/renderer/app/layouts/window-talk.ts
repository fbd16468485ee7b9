import { isPaneKey, type PaneKey } from '../../../shared/contract/pane-address'
import { type IncidentId, isIncidentId } from '../../../shared/domain/ids'
import { type InPane, isInPane } from './requests-in-panes'

/** What the windows of one person's cockpit say to each other. To the engine each has a link of its own. */
export type Message =
  | { readonly say: 'here'; readonly pane: PaneKey }
  | { readonly say: 'do'; readonly pane: PaneKey; readonly request: InPane }
  | { readonly say: 'which-incident' }
  | { readonly say: 'incident'; readonly incident: IncidentId }

export interface WindowTalk {
  say(message: Message): void
  stop(): void
}

/** Hears the other windows of this origin, and never itself. */
export function openTalk(hear: (message: Message) => void): WindowTalk {
  const channel = new BroadcastChannel('quarterdeck.windows')
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data)
    // A window of another version may be open still: what is not known here is not for us.
    if (message !== undefined) hear(message)
  })
  return { say: message => channel.postMessage(message), stop: () => channel.close() }
}

/** For a window that only tells. */
export function sayOnce(message: Message): void {
  const talk = openTalk(() => undefined)
  talk.say(message)
  talk.stop()
}

function readMessage(data: unknown): Message | undefined {
  if (typeof data !== 'object' || data === null || !('say' in data)) return
  const { say } = data
  const pane = 'pane' in data && typeof data.pane === 'string' && isPaneKey(data.pane) ? data.pane : undefined
  if (say === 'which-incident') return { say }
  if (say === 'here' && pane !== undefined) return { say, pane }
  if (say === 'do' && pane !== undefined && 'request' in data && typeof data.request === 'string')
    return isInPane(data.request) ? { say, pane, request: data.request } : undefined
  if (say === 'incident' && 'incident' in data && typeof data.incident === 'string')
    return isIncidentId(data.incident) ? { say, incident: data.incident } : undefined
  return
}
