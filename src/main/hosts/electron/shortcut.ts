import { globalShortcut } from 'electron'
import type { Logger } from '../../engine/ports'

/** From any program. Ctrl+Alt is Windows' and Linux' own corner for such keys; no common program takes this one. */
export const FORWARD_KEY = 'CommandOrControl+Alt+Q'

/** Registers the key that brings the cockpit forward; where another program has it, the log says so. Returns its stop. */
export function listenForward(bringForward: () => void, logger: Logger): () => void {
  if (!globalShortcut.register(FORWARD_KEY, bringForward)) {
    logger.warn('Another program has the key that brings Quarterdeck forward', { key: FORWARD_KEY })
    return () => undefined
  }
  return () => globalShortcut.unregister(FORWARD_KEY)
}
