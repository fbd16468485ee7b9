import { app, BrowserWindow, type BrowserWindowConstructorOptions, screen, type WebContents } from 'electron'
import { texts } from '../../../shared/texts/texts'
import { openSettingsFile } from './electron-store'
import { COCKPIT_URL } from './origin'
import { parseWindowPlace, placeWindow, SMALLEST } from './window-place'

/** The cockpit's own background, so that no white flashes in a dark war room before the first paint. */
export const BACKGROUND = '#0b0e14'

/** Lets the page of a new window call the engine. */
export type Admit = (contents: WebContents) => void

/** Where the windows stood, and what was asked of them; of no worth to anybody else. */
export type WindowStore = ReturnType<typeof openSettingsFile>

export function openWindowStore(): WindowStore {
  return openSettingsFile(app.getPath('userData'), 'window', 'begin-anew')
}

/** Written out, defaults too: a reader, and a test, see what the page may do. */
export function cockpitPreferences(preload: string): NonNullable<BrowserWindowConstructorOptions['webPreferences']> {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: true,
    // The same cockpit opens in a browser, with the browser's tools.
    devTools: false,
  }
}

/**
 * Makes the cockpit's one window, hidden until its first paint, at its last place. `admit` is called before the page
 * loads, so that the page's first call finds its session.
 */
export function openCockpitWindow(preload: string, store: WindowStore, admit: Admit): BrowserWindow {
  const remembered = parseWindowPlace(store.get('place'))
  const window = new BrowserWindow({
    ...placeWindow(
      remembered,
      screen.getAllDisplays().map(display => display.workArea),
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: texts.desktop.product,
    backgroundColor: BACKGROUND,
    show: false,
    webPreferences: cockpitPreferences(preload),
  })
  if (remembered?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => store.set('place', { bounds: window.getNormalBounds(), maximized: window.isMaximized() }))
  admit(window.webContents)
  return window
}

/** Resolves when the page is there; rejects when it is not, with Chromium's reason. */
export async function loadCockpit(window: BrowserWindow): Promise<void> {
  await window.loadURL(COCKPIT_URL)
}
