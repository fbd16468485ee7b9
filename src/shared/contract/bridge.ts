import type { FileId, RequestId } from '../domain/ids'
import type { Reply } from '../lib/reply'
import type { Fault } from './faults'
import type { PushName } from './pushes'

/** The two IPC channels of the desktop: one for calls and their replies, one for what the engine pushes. */
export const CALL_CHANNEL = 'quarterdeck:call'
export const PUSH_CHANNEL = 'quarterdeck:push'
/** Files that a person chose in the page, by their path; and saving one, which the main process asks a place for. */
export const BRING_CHANNEL = 'quarterdeck:bring-file'
export const SAVE_CHANNEL = 'quarterdeck:save-file'

/**
 * What the preload puts on the cockpit's window as `window.quarterdeck`; absent in a browser. It carries names and
 * data and decides nothing: the engine parses the input, the renderer's link pairs the payload with its type.
 */
export interface DesktopBridge {
  /**
   * Resolves with the engine's reply. A name that is not in the contract is `refused` without leaving the window.
   * Rejects only when the main process does not answer at all; the link makes a `disconnected` fault of that.
   */
  call(request: RequestId, name: string, input: unknown): Promise<Reply<unknown, Fault>>
  /** Only names of the contract arrive. Returns its stop. */
  onPush(listener: (name: PushName, payload: unknown) => void): () => void
  /** [BN1] Brings a `File` that a person dropped or chose. The page learns no path. */
  bringFile(file: object): Promise<Reply<FileId, Fault>>
  /** [BN1] Asks the person where to save a file. False: nowhere. */
  saveFile(file: FileId, name: string): Promise<Reply<boolean, Fault>>
}
