import type { WebContents } from 'electron'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import type { Logger } from '../../engine/ports'

/** A page that ends more often than this within `SPAN` would end for ever. */
const MOST = 3
const SPAN: Millis = MINUTE

export interface RecoveryPorts {
  readonly now: () => Millis
  readonly logger: Logger
  /** Called once the page is given up; the engine keeps running. */
  readonly giveUp: (reason: string) => void
}

/**
 * Loads a page again whose process died: the record is with the engine, half-typed text in the page's own storage, so
 * everything is in place. Given up after the third end within a minute.
 */
export function recoverPage(contents: WebContents, ports: RecoveryPorts): void {
  const ends: Millis[] = []
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    ports.logger.error('The screen’s process ended', { reason, exitCode })
    ends.push(ports.now())
    const lately = ends.filter(at => ports.now() - at < SPAN).length
    if (lately > MOST) ports.giveUp(reason)
    else if (!contents.isDestroyed()) contents.reload()
  })
}
