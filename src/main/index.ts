import { join } from 'node:path'
import { app } from 'electron'
import { claimInstance, registerScheme } from './hosts/electron/before-ready'
import { startElectronHost } from './hosts/electron/host'
import { openElectronNotify } from './hosts/electron/notify'
import { openElectronSecrets } from './hosts/electron/secrets'
import { openElectronSettings } from './hosts/electron/settings'
import { exitWith, launchWorlds, openLog, readLaunch } from './launch'
import type { Options } from './options.mjs'

/** Opens the cockpit in a window of its own. */
async function open(options: Readonly<Options>): Promise<void> {
  const folder = options.data
  const settings = openElectronSettings(folder)
  const logger = openLog(options)
  const secrets = openElectronSecrets(folder, logger)
  const resources = join(import.meta.dirname, '../../resources')
  const worlds = await launchWorlds(options, { settings, secrets, logger, resources, notify: openElectronNotify() })
  const preload = join(import.meta.dirname, '../preload/index.cjs')
  const files = join(import.meta.dirname, '../renderer')
  const host = await startElectronHost({ bridge: worlds, files, preload, logger })
  let ending = false
  app.on('will-quit', event => {
    if (ending) return
    ending = true
    // The record is closed before the process goes; quitting goes on once it is.
    event.preventDefault()
    void host
      .stop()
      .then(() => worlds.stop())
      .then(() => app.quit(), exitWith)
  })
}

try {
  const options = readLaunch(process.argv.slice(app.isPackaged ? 1 : 2))
  registerScheme()
  if (claimInstance(options.data))
    app
      .whenReady()
      .then(() => open(options))
      .catch(exitWith)
  else app.quit()
} catch (cause) {
  exitWith(cause)
}
