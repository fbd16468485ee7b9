import type { PaneKey } from '../../../shared/contract/pane-address'
import type { CommandId } from '../../commands/command-list'

/** Requests that are handled inside a pane, which must be visible for it. A dialog needs no pane. */
const inPanes = {
  line: 'timeline',
  timeline: 'timeline',
  find: 'timeline',
  jump: 'timeline',
  times: 'timeline',
  'take-back': 'timeline',
  'proposal-accept': 'timeline',
  'proposal-dismiss': 'timeline',
  alerts: 'alerts',
  handoff: 'handoff',
} as const satisfies Readonly<Partial<Record<CommandId, PaneKey>>>

export type PaneRequest = keyof typeof inPanes

export function isPaneRequest(request: string): request is PaneRequest {
  return Object.hasOwn(inPanes, request)
}

export function paneOfRequest(request: PaneRequest): PaneKey {
  return inPanes[request]
}
