import type { CallReply } from '../../../src/shared/contract/calls'
import type { EngineLink } from '../../../src/shared/contract/link'
import type { IncidentId, Seq } from '../../../src/shared/domain/ids'
import type { IncidentEvent } from '../../../src/shared/events/registry'

/** A screen as the contract asks for one: after each `open` it says hello and follows from its last seq. */
export interface FollowingScreen {
  readonly events: readonly IncidentEvent[]
  /** Settles when an event with this seq, or a later one, has arrived. */
  reached(seq: Seq): Promise<void>
  /** Told after each push. */
  onGrown(listener: () => void): void
}

export function followOn(link: EngineLink, incident: IncidentId, from: Seq = 0): FollowingScreen {
  const events: IncidentEvent[] = []
  const listeners = new Set<() => void>()
  const last = () => events.at(-1)?.seq ?? from

  const follow = async (): Promise<void> => {
    const reply = await link.call('log:follow', { incident, after: last() })
    // A long log comes in parts: whoever is not at its end yet asks on.
    if (reply.ok && reply.value.seq > last()) await follow()
  }
  link.on('log', push => {
    if (push.incident !== incident) return
    if (push.after !== last()) return void follow()
    events.push(...push.events)
    for (const listener of listeners) listener()
  })
  link.onState(state => {
    if (state !== 'open') return
    void link.call('session:hello', { name: 'Follower', screen: 'test' })
    void follow()
  })
  const onGrown = (listener: () => void) => void listeners.add(listener)
  const reached = (seq: Seq) =>
    new Promise<void>(resolve => {
      const look = () => last() >= seq && resolve()
      onGrown(look)
      look()
    })
  return { events, reached, onGrown }
}

/** The answer of a call that must be done. @throws with the fault's words */
export async function done<Name extends Parameters<EngineLink['call']>[0]>(call: CallReply<Name>) {
  const reply = await call
  if (!reply.ok) throw new Error(`${reply.fault.kind}: ${reply.fault.message}`)
  return reply.value
}
