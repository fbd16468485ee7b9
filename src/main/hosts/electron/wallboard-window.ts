import { BrowserWindow, type Display, screen } from 'electron'
import { texts } from '../../../shared/texts/texts'
import { COCKPIT_URL } from './origin'
import { type Admit, BACKGROUND, cockpitPreferences, type WindowStore } from './window'

const FOLLOWS = 'wall-follows-display'

/** The wallboard in a window of its own: full screen on the second display if there is one. */
export interface WallboardWindow {
  show(): void
  readonly followsDisplay: boolean
  /** Remembered; from now on a second display shows the wallboard as soon as it is connected. */
  setFollowsDisplay(follows: boolean): void
  stop(): void
}

export function keepWallboardWindow(preload: string, store: WindowStore, admit: Admit): WallboardWindow {
  let window: BrowserWindow | null = null
  const follows = (): boolean => store.get(FOLLOWS) === true
  const show = (): void => {
    if (window !== null) {
      window.showInactive()
      return
    }
    const opened = openWall(preload, secondDisplay(), admit)
    opened.once('closed', () => {
      window = null
    })
    window = opened
  }
  const displayAdded = (): void => {
    if (follows() && secondDisplay() !== null) show()
  }
  // The system moves windows to the remaining display: over the cockpit, where a person works.
  const displayRemoved = (): void => {
    if (secondDisplay() === null) window?.close()
  }
  screen.on('display-added', displayAdded)
  screen.on('display-removed', displayRemoved)
  displayAdded()
  return {
    show,
    get followsDisplay() {
      return follows()
    },
    setFollowsDisplay: asked => {
      store.set(FOLLOWS, asked)
      if (asked) displayAdded()
    },
    stop: () => {
      screen.off('display-added', displayAdded)
      screen.off('display-removed', displayRemoved)
      window?.destroy()
    },
  }
}

/** The first display that is not the primary one. */
function secondDisplay(): Display | null {
  const primary = screen.getPrimaryDisplay().id
  return screen.getAllDisplays().find(({ id }) => id !== primary) ?? null
}

function openWall(preload: string, display: Display | null, admit: Admit): BrowserWindow {
  const window = new BrowserWindow({
    ...(display === null ? { width: 1280, height: 720 } : { ...display.bounds, fullscreen: true }),
    title: texts.desktop.wallTitle,
    backgroundColor: BACKGROUND,
    show: false,
    autoHideMenuBar: true,
    webPreferences: cockpitPreferences(preload),
  })
  // Shown without focus: it must not interrupt typing in the cockpit.
  window.once('ready-to-show', () => window.showInactive())
  admit(window.webContents)
  void window.loadURL(`${COCKPIT_URL}#wall`)
  return window
}
