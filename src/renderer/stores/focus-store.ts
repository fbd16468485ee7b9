import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Audience } from '../../shared/domain/audience'
import type { FileId, IncidentId, StrategyId } from '../../shared/domain/ids'
import type { CommandId } from '../commands/command-list'

/** What one part of the page proposes for the form that a command opens in another part. */
export type Offer =
  /** `measure`: [MM3] of the mitigation menu, that the task carries out. */
  | { readonly command: 'board-add'; readonly text: string; readonly measure?: string | undefined }
  /** Whom to page, in the method's words, such as “Specialist”, and the path that led to it. */
  | { readonly command: 'page-create'; readonly who: string; readonly why: string }
  /** What the method asks of the update: for its writer, and no text for its readers. `to`: [AU10] whom it is for. */
  | { readonly command: 'comms'; readonly asks: string; readonly to?: Audience }
  /** A file that was dropped, or that waits where the engine is. */
  | { readonly command: 'open-file'; readonly file: File | FileId }
  /** [AV6] An incident to be read beside the cockpit. */
  | { readonly command: 'replay'; readonly incident: IncidentId }
  /** [TC6] A text to post in the room, which a person confirms there. */
  | { readonly command: 'chat-post'; readonly text: string }
  /** [OW5] Whom the incident is handed over to by the file. */
  | { readonly command: 'export'; readonly to: string }
  /** A row of the board, and the key that is pressed on it, if any. */
  | { readonly command: 'strategy'; readonly row: StrategyId; readonly key?: string }

export interface FocusState {
  readonly requested: CommandId | null
  /** A detail of the command, such as the name of a setting. Stays until the next request. */
  readonly about: string
  /** Stays until the next request. */
  readonly offer: Offer | null
}

export interface FocusStore extends StoreApi<FocusState> {
  /** @returns whether a mounted part handled the command; an unhandled one is dropped at once */
  request(command: CommandId, about?: string): boolean
  /** Requests the command of the offer. */
  offer(offer: Offer): boolean
}

export function createFocusStore(): FocusStore {
  const store = createStore<FocusState>(() => ({ requested: null, about: '', offer: null }))
  const request = (command: CommandId, about: string, offer: Offer | null) => {
    store.setState({ requested: command, about, offer })
    const taken = store.getState().requested === null
    // If it stayed, it would open a dialog minutes later, when its part is mounted.
    store.setState({ requested: null })
    return taken
  }
  return {
    ...store,
    request: (command, about = '') => request(command, about, null),
    offer: offer => request(offer.command, '', offer),
  }
}

/** Null: the form starts empty. The latest offer may belong to another command requested since. */
export function offerFor<Command extends Offer['command']>(
  focus: FocusStore,
  command: Command,
): Extract<Offer, { readonly command: Command }> | null {
  const { offer } = focus.getState()
  return offer?.command === command ? (offer as Extract<Offer, { readonly command: Command }>) : null
}
