import { join } from 'node:path'
import { app, type BrowserWindow, dialog, ipcMain, session, shell, type WebContents } from 'electron'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Principal } from '../../../shared/domain/principal'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { Bridge } from '../../engine/bridge'
import { bringPath } from '../../engine/bundles/exchange-folder'
import type { Logger } from '../../engine/ports'
import { reasonOf } from '../../engine/storage/fault'
import type { RendererFiles } from '../renderer-files'
import { startDesktopSigns } from './desktop-signs'
import { carryFiles } from './files'
import { startIpcRouter } from './ipc'
import { showMenu } from './menu'
import { guardNavigation } from './navigation'
import { focusCockpit } from './notify'
import { watchOpenIncidents } from './open-incidents'
import { COCKPIT_URL } from './origin'
import { keepPaneWindows } from './pane-windows'
import { answerPermissions } from './permissions'
import { serveRenderer } from './protocol'
import { recoverPage } from './recovery'
import { listenForward } from './shortcut'
import type { SystemOpens } from './system-opens'
import { showTray } from './tray'
import { keepWallboardWindow, type WallboardWindow } from './wallboard-window'
import { loadCockpit, openCockpitWindow, openWindowStore } from './window'

export interface ElectronHostOptions {
  readonly bridge: Bridge
  /** The data folder. */
  readonly data: string
  /** The built renderer. */
  readonly files: RendererFiles
  /** The built preload: one CommonJS file. */
  readonly preload: string
  /** Folder of what comes with the application: icons, among others. */
  readonly resources: string
  readonly links: SystemOpens<IncidentId>
  /** Files that the system opens with this program. */
  readonly opened: SystemOpens<string>
  readonly logger: Logger
}

export interface ElectronHost {
  /** Closes the windows and gives back every handler; safe to call twice. */
  stop(): Promise<void>
}

/**
 * Opens the cockpit in a window of its own. Before it the entry calls `registerScheme()` and `claimInstance()`, and
 * waits for Electron to be ready. When the person closes the window the application quits; what must end with it
 * (engine, storage) listens to Electron's `will-quit`. Rejects when the page cannot be loaded.
 */
export async function startElectronHost(options: ElectronHostOptions): Promise<ElectronHost> {
  const { bridge, logger, preload } = options
  const router = startIpcRouter(bridge, logger, ipcMain)
  const admitAs =
    (principal: Principal) =>
    (contents: WebContents): void => {
      router.admit(contents, principal)
      recoverPage(contents, { now: Date.now, logger, giveUp: showFatalError })
    }
  const admit = admitAs('host')
  const store = openWindowStore()
  const panes = keepPaneWindows({ preload, store, admit, logger })
  const openExternal = (url: string) => shell.openExternal(url)
  const stops = [
    guardNavigation(app, { now: Date.now, openExternal, openPane: pane => panes.open(pane), logger }),
    answerPermissions(session.defaultSession),
    serveRenderer(session.defaultSession, options.files),
    watchApplication(),
    carryFiles({ channel: ipcMain, data: options.data, trusts: event => router.trusts(event), askPlace }),
    () => router.stop(),
  ]
  const window = openCockpitWindow(preload, store, admit)
  await loadCockpit(window)
  const wall = keepWallboardWindow(preload, store, admitAs('watch'))
  panes.restore()
  // The other windows go with the cockpit, and the application with all of them.
  const closeOthers = (): void => {
    wall.stop()
    panes.stop()
  }
  window.once('closed', closeOthers)
  stops.push(...surround(options, window, wall))
  return {
    stop: async () => {
      for (const stop of stops.splice(0)) stop()
      closeOthers()
      if (!window.isDestroyed()) window.destroy()
    },
  }
}

/** What the system shows around the windows, and the ways in from outside them. Returns the stops. */
function surround(options: ElectronHostOptions, window: BrowserWindow, wall: WallboardWindow): readonly (() => void)[] {
  const { bridge, links, logger, resources } = options
  const showWall = (): void => wall.show()
  showMenu({
    showWall,
    wallFollowsDisplay: wall.followsDisplay,
    setWallFollowsDisplay: follows => wall.setFollowsDisplay(follows),
  })
  const signs = startDesktopSigns()
  const acts = { bringForward: focusCockpit, showWall, quit: () => app.quit() }
  const tray = showTray(join(resources, 'icons'), acts, logger)
  links.serve(incident => openIncident(window, incident))
  options.opened.serve(path => void openBundle(window, path, options))
  return [
    watchOpenIncidents(bridge, open => {
      signs.show(open)
      tray.show(open)
    }),
    listenForward(focusCockpit, logger),
    () => signs.stop(),
    () => tray.stop(),
    () => links.stop(),
    () => options.opened.stop(),
  ]
}

/** Where to save a file, by the system's own dialog. */
async function askPlace(name: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: name })
  return canceled ? undefined : filePath
}

/** The page hears it as a change of its own address, as it would in a browser. */
function openIncident(window: BrowserWindow, incident: IncidentId): void {
  if (window.isDestroyed()) return
  focusCockpit()
  void window.loadURL(`${COCKPIT_URL}#incident=${incident}`)
}

/** [BN2] The page looks at it, as at one that was dropped. */
async function openBundle(
  window: BrowserWindow,
  path: string,
  { data, logger }: Pick<ElectronHostOptions, 'data' | 'logger'>,
): Promise<void> {
  try {
    const file = await bringPath(path, data)
    if (window.isDestroyed()) return
    focusCockpit()
    await window.loadURL(`${COCKPIT_URL}#open=${file}`)
  } catch (cause) {
    logger.warn('A file could not be opened', { cause: String(cause) })
    dialog.showErrorBox(texts.bundle.open.title, t(texts.bundle.notBrought, { reason: reasonOf(cause) }))
  }
}

function showFatalError(reason: string): void {
  dialog.showErrorBox(texts.desktop.ended, t(texts.desktop.endedHow, { reason }))
}

const endings = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

/** One window, one application: without the window nobody can see it run, on macOS too. Returns its stop. */
function watchApplication(): () => void {
  const quit = (): void => app.quit()
  app.on('window-all-closed', quit)
  app.on('second-instance', focusCockpit)
  // `on`, not `once`: conf's own handler sends each signal again, and the second would end us in the midst of quitting.
  for (const signal of endings) process.on(signal, quit)
  return () => {
    app.off('window-all-closed', quit)
    app.off('second-instance', focusCockpit)
    // The signals stay heard: the engine is still to be closed, and an unheard one would cut that short.
  }
}
