import type { Fault } from '../../shared/contract/faults'
import type { Pushes, PushName } from '../../shared/contract/pushes'
import type { RequestId } from '../../shared/domain/ids'
import type { Principal } from '../../shared/domain/principal'
import type { Reply } from '../../shared/lib/reply'

/** Sends one push to one session. Called in the order of the log. */
export type Push = <Name extends PushName>(name: Name, payload: Pushes[Name]) => void

/** One session with the engine. Hosts only carry it: frames or IPC messages in and out. */
export interface EngineSession {
  /** Never rejects. Name and input are unparsed, as the client sent them; the engine parses both. */
  call(request: RequestId, name: string, input: unknown): Promise<Reply<unknown, Fault>>
  close(): void
}

/** What a host serves. It outlives the engines behind it: entering a drill replaces the engine, not the bridge. */
export interface Bridge {
  /** @param principal as what the host admitted the session; nothing that the client sends changes it */
  openSession(push: Push, principal: Principal): EngineSession
}
