import type { App, Event, WebContents } from 'electron'
import type { PaneKey } from '../../../shared/contract/pane-address'
import { outsideAddress } from '../../../shared/domain/outside-address'
import type { Millis } from '../../../shared/lib/time'
import type { Logger } from '../../engine/ports'
import { isCockpitUrl, paneOfUrl } from './origin'

/** How long after a key or a press a page may open a vendor's page. Electron does not say whether a person asked. */
const GESTURE_SPAN: Millis = 1_500

const gestures: ReadonlySet<string> = new Set([
  'mouseDown',
  'mouseUp',
  'rawKeyDown',
  'keyDown',
  'touchEnd',
  'gestureTap',
])

/** What the rules of navigation need from outside; handed in, so that tests own them. */
export interface NavigationPorts {
  readonly now: () => Millis
  readonly openExternal: (url: string) => Promise<void>
  /** Makes the window of this pane, or brings it to the front. */
  readonly openPane: (pane: PaneKey) => void
  readonly logger: Logger
}

/** Holds every page that this process makes from now on to the cockpit's origin. Returns its stop. */
export function guardNavigation(app: App, ports: NavigationPorts): () => void {
  const guard = (_event: Event, contents: WebContents): void => guardContents(contents, ports)
  app.on('web-contents-created', guard)
  return () => {
    app.off('web-contents-created', guard)
  }
}

/**
 * No way off the cockpit, no child window, no webview. A vendor's page goes to the person's own browser, and the
 * address of a single pane to a window that we make.
 */
export function guardContents(contents: WebContents, ports: NavigationPorts): void {
  let lastGesture = Number.NEGATIVE_INFINITY
  contents.on('input-event', (_event, input) => {
    if (gestures.has(input.type)) lastGesture = ports.now()
  })
  contents.on('will-navigate', event => {
    if (!isCockpitUrl(event.url)) refuse(event, event.url, ports)
  })
  contents.on('will-frame-navigate', event => {
    if (!event.isMainFrame || !isCockpitUrl(event.url)) refuse(event, event.url, ports)
  })
  contents.on('will-redirect', event => refuse(event, event.url, ports))
  contents.on('will-attach-webview', event => refuse(event, 'a webview', ports))
  contents.setWindowOpenHandler(({ url }) => {
    openElsewhere(url, ports.now() - lastGesture <= GESTURE_SPAN, ports)
    lastGesture = Number.NEGATIVE_INFINITY
    return { action: 'deny' }
  })
}

/** A pane's own window we make ourselves, with our preferences; the page is given none, and nothing of it. */
function openElsewhere(url: string, asked: boolean, ports: NavigationPorts): void {
  const pane = paneOfUrl(url)
  if (asked && pane !== null) ports.openPane(pane)
  else openOutside(url, asked, ports)
}

function openOutside(url: string, asked: boolean, ports: NavigationPorts): void {
  // The system would start a program for any other scheme, with whatever a vendor put in it.
  const address = outsideAddress(url)
  if (!asked || address === null) {
    ports.logger.warn('A page was kept from opening a window', { url: url.slice(0, 200), asked })
    return
  }
  ports.openExternal(address).catch((error: unknown) => {
    ports.logger.warn('The browser did not open', { error: String(error) })
  })
}

function refuse(event: { preventDefault(): void }, where: string, ports: NavigationPorts): void {
  event.preventDefault()
  ports.logger.warn('A page was kept from leaving the cockpit', { where: where.slice(0, 200) })
}
