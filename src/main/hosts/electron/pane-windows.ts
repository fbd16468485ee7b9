import { app, BrowserWindow, screen } from 'electron'
import { isPaneKey, type PaneKey, paneHash } from '../../../shared/contract/pane-address'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { Logger } from '../../engine/ports'
import { COCKPIT_URL } from './origin'
import { type Admit, BACKGROUND, cockpitPreferences, type WindowStore } from './window'
import { parseWindowPlace, placeWindow } from './window-place'

const SMALLEST_PANE = { width: 480, height: 320 } as const
const FIRST_PANE = { width: 960, height: 760 } as const
/** Which panes had windows of their own when the application ended. */
const OPEN = 'panes'

/** Single panes in windows of their own, at most one each. They come back after a restart, in their old places. */
export interface DesktopPaneWindows {
  /** Makes the pane's window, or brings it to the front. */
  open(pane: PaneKey): void
  /** Opens those that were there when the application ended last, without taking the focus. */
  restore(): void
  /** Closes them all and remembers which they were. */
  stop(): void
}

export interface PaneWindowPorts {
  readonly preload: string
  readonly store: WindowStore
  readonly admit: Admit
  readonly logger: Logger
}

export function keepPaneWindows({ preload, store, admit, logger }: PaneWindowPorts): DesktopPaneWindows {
  const windows = new Map<PaneKey, BrowserWindow>()
  let ending = false
  const end = (): void => {
    ending = true
  }
  const make = (pane: PaneKey, show: (window: BrowserWindow) => void): void => {
    const window = openPaneWindow(pane, preload, store)
    windows.set(pane, window)
    store.set(OPEN, [...windows.keys()])
    window.once('ready-to-show', () => show(window))
    window.once('closed', () => {
      windows.delete(pane)
      // What is closed with the application is to come back with it.
      if (!ending) store.set(OPEN, [...windows.keys()])
    })
    admit(window.webContents)
    window.loadURL(`${COCKPIT_URL}${paneHash(pane)}`).catch((error: unknown) => {
      logger.warn('The window of a pane did not load', { pane, error: String(error) })
    })
  }
  app.on('before-quit', end)
  return {
    open: pane => {
      const there = windows.get(pane)
      if (there === undefined) make(pane, window => window.show())
      else bringForward(there)
    },
    restore: () => {
      for (const pane of rememberedPanes(store.get(OPEN)))
        if (!windows.has(pane)) make(pane, window => window.showInactive())
    },
    stop: () => {
      end()
      app.off('before-quit', end)
      for (const window of windows.values()) if (!window.isDestroyed()) window.close()
    },
  }
}

function openPaneWindow(pane: PaneKey, preload: string, store: WindowStore): BrowserWindow {
  const key = `place-${pane}`
  const remembered = parseWindowPlace(store.get(key), SMALLEST_PANE)
  const screens = screen.getAllDisplays().map(display => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(remembered, screens, FIRST_PANE),
    minWidth: SMALLEST_PANE.width,
    minHeight: SMALLEST_PANE.height,
    title: t(texts.desktop.paneTitle, { pane: texts.panes[pane] }),
    backgroundColor: BACKGROUND,
    show: false,
    webPreferences: cockpitPreferences(preload),
  })
  if (remembered?.maximized === true) window.maximize()
  window.on('close', () => store.set(key, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
  return window
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** The file may hold anything: a name that is no pane's is left out. */
function rememberedPanes(value: unknown): readonly PaneKey[] {
  return Array.isArray(value) ? value.filter(name => typeof name === 'string').filter(isPaneKey) : []
}
