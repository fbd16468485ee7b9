import { app, ipcMain, session, shell } from 'electron'
import type { Logger } from '../../engine/ports'
import type { Bridge } from '../../engine/session'
import { startIpcRouter } from './ipc'
import { showMenu } from './menu'
import { guardNavigation } from './navigation'
import { focusCockpit } from './notify'
import { denyPermissions } from './permissions'
import { listServedFiles, serveRenderer } from './protocol'
import { loadCockpit, openCockpitWindow } from './window'

export interface ElectronHostOptions {
  readonly bridge: Bridge
  /** Folder of the built renderer, with `index.html` in it. */
  readonly files: string
  /** The built preload: one CommonJS file. */
  readonly preload: string
  readonly logger: Logger
}

export interface ElectronHost {
  /** Closes the window and gives back every handler; safe to call twice. */
  stop(): Promise<void>
}

/**
 * Opens the cockpit in a window of its own. Before it the entry calls `registerScheme()` and `claimInstance()`, and
 * waits for Electron to be ready. When the person closes the window the application quits; what must end with it
 * (engine, storage) listens to Electron's `will-quit`. Rejects when the page cannot be loaded.
 */
export async function startElectronHost(options: ElectronHostOptions): Promise<ElectronHost> {
  const { bridge, logger } = options
  const router = startIpcRouter(bridge, logger, ipcMain)
  const stops = [
    guardNavigation(app, { now: Date.now, openExternal: url => shell.openExternal(url), logger }),
    denyPermissions(session.defaultSession),
    serveRenderer(session.defaultSession, await listServedFiles(options.files), logger),
    watchApplication(),
    () => router.stop(),
  ]
  showMenu()
  const window = openCockpitWindow(options.preload, contents => router.admit(contents))
  await loadCockpit(window)
  return {
    stop: async () => {
      for (const stop of stops.splice(0)) stop()
      if (!window.isDestroyed()) window.destroy()
    },
  }
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
