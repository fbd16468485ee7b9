import { type PaneKey, paneHash } from '../../../shared/contract/pane-address'
import type { PaneRequest } from './pane-requests'
import { popupFeatures } from './popup-place'
import { postOnce } from './window-messages'

/** The windows of single panes, for the page that opens them. */
export interface PaneWindows {
  /** Opens the pane's window, or brings it to the front. False: the browser blocked it. */
  open(pane: PaneKey): boolean
  /** Whether this page is that window. */
  isOwn(pane: PaneKey): boolean
  /** Sends a key's request to the pane's window. */
  ask(pane: PaneKey, request: PaneRequest): void
}

/** @param own the pane whose window this page is, if it is one: opening it means going back to the cockpit */
export function createPaneWindows(page: Window, own?: PaneKey): PaneWindows {
  const opened = new Map<PaneKey, Window>()
  return {
    open(pane) {
      if (pane === own) {
        page.close()
        return true
      }
      const known = opened.get(pane)
      if (known !== undefined && !known.closed) {
        known.focus()
        return true
      }
      const popup = page.open(
        `${page.location.pathname}${paneHash(pane)}`,
        `quarterdeck-${pane}`,
        popupFeatures(page.localStorage, pane),
      )
      if (popup !== null) opened.set(pane, popup)
      // The desktop app opens the window itself, and returns no handle.
      return popup !== null || page.quarterdeck !== undefined
    },
    isOwn: pane => pane === own,
    ask: (pane, request) => postOnce({ say: 'do', pane, request }),
  }
}
