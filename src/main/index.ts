import { join } from 'node:path'
import { app } from 'electron'
import type { IncidentId } from '../shared/domain/ids'
import type { Modes } from './engine/mode/worlds'
import { claimInstance, registerScheme } from './hosts/electron/before-ready'
import { listenToLinks, registerLinks, withoutLinks } from './hosts/electron/deep-link'
import { startElectronHost } from './hosts/electron/host'
import { openElectronNotify } from './hosts/electron/notify'
import { listenToFiles, withoutFiles } from './hosts/electron/opened-files'
import { electronPrinter } from './hosts/electron/pdf'
import { openElectronSecrets } from './hosts/electron/secrets'
import { openElectronSettings } from './hosts/electron/settings'
import type { SystemOpens } from './hosts/electron/system-opens'
import { readRendererFiles } from './hosts/renderer-files'
import { StartProblem } from './hosts/start-problem'
import { claimFolder, exitWith, launchWorlds, openLogFile, readLaunch } from './launch'
import type { Options } from './options.mjs'

/** Opens the cockpit in a window of its own. */
async function open(
  asked: Readonly<Options>,
  links: SystemOpens<IncidentId>,
  opened: SystemOpens<string>,
): Promise<void> {
  const home = import.meta.dirname
  const files = readRendererFiles(join(home, '../renderer'))
  // Before the folder is opened: what was not built must leave it as it was.
  if (!files.ok) throw new StartProblem(files.fault.message)
  const { options, unwritable } = claimFolder(asked)
  const folder = options.data
  const settings = openElectronSettings(folder)
  const logger = openLogFile(options)
  const secrets = openElectronSecrets(folder, logger)
  const worlds = await launchWorlds(options, {
    settings,
    secrets,
    logger,
    home,
    unwritable,
    notify: openElectronNotify(),
    pdf: electronPrinter,
  })
  const preload = join(home, '../preload/index.cjs')
  const resources = join(home, '../../resources')
  // Before the window opens: a window that is closed at once must not leave the record open.
  closeBeforeQuit(worlds)
  await startElectronHost({
    bridge: worlds,
    data: folder,
    files: files.value,
    preload,
    resources,
    links,
    opened,
    logger,
  })
}

/** The record is closed before the process ends; quitting continues once it is. */
function closeBeforeQuit(worlds: Modes): void {
  let closing = false
  let closed = false
  app.on('will-quit', event => {
    if (closed) return
    event.preventDefault()
    // Once, however often it is asked to quit meanwhile: each signal comes twice, because conf sends it on.
    if (closing) return
    closing = true
    void worlds.stop().then(() => {
      closed = true
      app.quit()
    }, exitWith)
  })
}

try {
  const words = process.argv.slice(app.isPackaged ? 1 : 2)
  const options = readLaunch(withoutFiles(withoutLinks(words)))
  registerScheme()
  registerLinks(app, process)
  const links = listenToLinks(app, words)
  const opened = listenToFiles(app, words)
  if (claimInstance(options.data))
    app
      .whenReady()
      .then(() => open(options, links, opened))
      .catch(exitWith)
  else app.quit()
} catch (cause) {
  exitWith(cause)
}
