import * as z from 'zod/mini'
import type { PaneKey } from '../../../shared/contract/pane-address'

const length = (least: number) => z.int().check(z.gte(least), z.lte(20_000))

const shape = z.object({ left: length(-20_000), top: length(-20_000), width: length(320), height: length(240) })

/** In CSS pixels, over all displays together. */
type PopupPlace = z.output<typeof shape>

const USUAL = 'popup,width=960,height=760'

const keyOf = (pane: PaneKey) => `quarterdeck.window.${pane}`

/** Where a pane's window was last, for `window.open`. A browser moves it onto a display that is there. */
export function popupFeatures(storage: Storage, pane: PaneKey): string {
  const place = readPlace(storage.getItem(keyOf(pane)))
  if (place === undefined) return USUAL
  return `popup,left=${place.left},top=${place.top},width=${place.width},height=${place.height}`
}

/** Remembers where this window is, and returns its stop. No event says that it was moved: it is read at its end. */
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
  if (text === null) return undefined
  try {
    const read = z.safeParse(shape, JSON.parse(text))
    return read.success ? read.data : undefined
  } catch {
    // Not JSON: some other program's, or cut short. The window opens in its usual size.
    return undefined
  }
}
