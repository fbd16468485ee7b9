import type { PaneKey } from '../../../shared/contract/pane-address'
import { fromJson, isRecord } from '../../../shared/lib/read-json'

const leasts = { left: -20_000, top: -20_000, width: 320, height: 240 }
const MOST = 20_000

/** In CSS pixels, across all displays. */
type PopupPlace = Readonly<Record<keyof typeof leasts, number>>

const USUAL = 'popup,width=960,height=760'

const keyOf = (pane: PaneKey) => `quarterdeck.window.${pane}`

/** Last position of a pane's window, for `window.open`. A browser moves it onto a connected display. */
export function popupFeatures(storage: Storage, pane: PaneKey): string {
  const place = readPlace(storage.getItem(keyOf(pane)))
  if (place === undefined) return USUAL
  return `popup,left=${place.left},top=${place.top},width=${place.width},height=${place.height}`
}

/**
 * Stores the position of this window, and returns its stop. No event reports a move, so it is read when the window
 * closes.
 */
export function keepPopupPlace(page: Window, storage: Storage, pane: PaneKey): () => void {
  const keep = () => {
    const { screenX: left, screenY: top, innerWidth: width, innerHeight: height } = page
    const place: PopupPlace = { left, top, width, height }
    try {
      storage.setItem(keyOf(pane), JSON.stringify(place))
    } catch (error) {
      console.warn('The place of this window could not be kept', error)
    }
  }
  page.addEventListener('resize', keep)
  page.addEventListener('pagehide', keep)
  return () => {
    page.removeEventListener('resize', keep)
    page.removeEventListener('pagehide', keep)
  }
}

function readPlace(text: string | null): PopupPlace | undefined {
  const stored = text === null ? undefined : fromJson(text)
  return isPopupPlace(stored) ? stored : undefined
}

function isPopupPlace(stored: unknown): stored is PopupPlace {
  if (!isRecord(stored)) return false
  return Object.entries(leasts).every(([name, least]) => {
    const length = stored[name]
    return typeof length === 'number' && Number.isInteger(length) && length >= least && length <= MOST
  })
}
