import type { CommandName } from '../../../../src/shared/contract/calls'
import type { Connection } from '../../../../src/shared/contract/connections'
import type { IncidentId, RequestId } from '../../../../src/shared/domain/ids'

/** What the run and its engine say to each other; each is a process, so that the engine can be killed. */

export interface EngineStart {
  readonly folder: string
  readonly connections: readonly Connection[]
  readonly tokens: Readonly<Record<string, string>>
  readonly incidents: readonly IncidentId[]
  /** Wall milliseconds after which a request is given up. */
  readonly timeout: number
  /** The run's clock: it agreed with the wall at `origin`, and its waits pass `pace` times as fast. */
  readonly origin: number
  readonly pace: number
}

export type ToEngine =
  | { readonly ask: 'start'; readonly start: EngineStart }
  | {
      readonly ask: 'run'
      readonly request: RequestId
      readonly name: CommandName
      readonly input: object
    }
  | { readonly ask: 'standings' }

export const states = ['open', 'asking', 'unknown', 'done', 'twice', 'failed', 'given-up'] as const
export type State = (typeof states)[number]

export type FromEngine =
  /** After it started: how everything stands that the log knows; `open`: acts in the outbox. */
  | {
      readonly say: 'standings'
      readonly standings: readonly (readonly [id: string, state: State])[]
      readonly open: number
    }
  | { readonly say: 'moved'; readonly id: string; readonly state: State }
  /** `fault`: what was refused, or null. */
  | { readonly say: 'ran'; readonly request: RequestId; readonly fault: string | null }
