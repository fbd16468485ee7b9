import type { CallName, CallReply, Input } from './calls'
import type { Pushes, PushName } from './pushes'

/**
 * `lost`: the engine cannot be reached now; the link retries, and calls wait in it as [CW5] says. The others are lost
 * too, and say why: another program answers at the engine's address, or the engine no longer accepts this browser.
 */
export type LinkState = 'open' | 'lost' | 'stranger' | 'signed-out'

/** All that a client knows of the engine. IPC and WebSocket are two adapters of it. */
export interface EngineLink {
  /** Never rejects: a failure is a value. Each command gets a request id, so a lost line never doubles it. */
  call<Name extends CallName>(name: Name, input: Input<Name>): CallReply<Name>
  /** Returns its stop. */
  on<Name extends PushName>(name: Name, listener: (payload: Pushes[Name]) => void): () => void
  /**
   * Called once at the start and on each change; returns its stop. After `open` a client says hello and follows again.
   */
  onState(listener: (state: LinkState) => void): () => void
}
