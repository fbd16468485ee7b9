import { describe } from 'vitest'
import type { Bridge } from '../../src/main/engine/bridge'
import type { Fault } from '../../src/shared/contract/faults'
import type { EngineLink } from '../../src/shared/contract/link'
import type { RequestId } from '../../src/shared/domain/ids'
import type { Reply } from '../../src/shared/lib/reply'
import { carryingRules } from './contract/carrying-rules'
import { dropRules } from './contract/drop-rules'
import { logRules } from './contract/log-rules'

/** One window or tab, and what a test can do to it. */
export interface HostScreen {
  readonly link: EngineLink
  /** Says a call with an id of the test's choice, past the link. */
  say(request: RequestId, name: string, input: unknown): Promise<Reply<unknown, Fault>>
  /** Cuts the line under the link without a word; absent where a line lives as long as its screen. */
  readonly drop?: () => void
  /** The window is gone. */
  close(): void
}

/** A host that is being tested; it ends what it started when the test is over. */
export interface TestedHost {
  readonly name: string
  readonly lineCanDrop: boolean
  serve(bridge: Bridge): Promise<() => HostScreen>
}

/** The rules that every host keeps, whatever carries the words between screen and engine. */
export function hostContract(host: TestedHost): void {
  describe(`the host contract over ${host.name}`, () => {
    carryingRules(host)
    logRules(host)
    dropRules(host)
  })
}
