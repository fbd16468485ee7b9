import type { CallName, CallReply, Input } from '../../shared/contract/calls'
import type { EngineLink } from '../../shared/contract/link'
import type { IncidentId } from '../../shared/domain/ids'
import { fail } from '../../shared/lib/reply'
import { tCount } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import type { FaultPlace, FaultStore } from './fault-store'
import { type SelectionStore, toChooseFrom } from './selection-store'

/** Calls that concern one incident. */
export type IncidentCall = {
  [Name in CallName]: Input<Name> extends { incident: IncidentId } ? Name : never
}[CallName]

/** Calls to the engine. A fault is returned, and shown in `place` until the next call from there. */
export interface EngineCommands {
  ask<Name extends CallName>(place: FaultPlace, name: Name, input: Input<Name>): CallReply<Name>
  /** For the open incident; without one the answer is the fault `refused`. */
  send<Name extends IncidentCall>(place: FaultPlace, name: Name, input: Omit<Input<Name>, 'incident'>): CallReply<Name>
  /** Into one log, of an incident or of the workspace; null gives the same answer as no open incident. */
  sendTo<Name extends IncidentCall>(
    log: IncidentId | null,
    place: FaultPlace,
    name: Name,
    input: Omit<Input<Name>, 'incident'>,
  ): CallReply<Name>
  dismiss(place: FaultPlace): void
}

const refusal = (message: string) => fail({ kind: 'refused', message } as const)

export function createCommands(link: EngineLink, selection: SelectionStore, faults: FaultStore): EngineCommands {
  const ask: EngineCommands['ask'] = async (place, name, input) => {
    faults.setState({ [place]: undefined })
    const { open } = selection.getState()
    const reply = await link.call(name, input)
    // [DG7] An answer that comes once another incident is shown is not about that one.
    const isOther = 'incident' in input && input.incident === open && open !== selection.getState().open
    if (!reply.ok && !isOther) faults.setState({ [place]: reply.fault })
    return reply
  }
  const sendTo: EngineCommands['sendTo'] = async (incident, place, name, input) => {
    if (incident !== null) return await ask(place, name, { ...input, incident } as Input<typeof name>)
    const several = toChooseFrom(selection.getState()).length
    const message = several === 0 ? texts.stores.noIncident : tCount(texts.stores.chooseOne, several)
    faults.askForIncident(place, message)
    return refusal(message)
  }
  return {
    ask,
    sendTo,
    send: (place, name, input) => sendTo(selection.getState().open, place, name, input),
    dismiss: place => faults.setState({ [place]: undefined }),
  }
}
