import { join } from 'node:path'
import { StartProblem } from './hosts/start-problem'
import { linkToRunning } from './hosts/web/entrance.mjs'
import { checkWebHost, startWebHost } from './hosts/web/host'
import { openPdfPrinter } from './hosts/web/pdf'
import { openSecrets } from './hosts/web/secrets'
import { openSettings } from './hosts/web/settings'
import { claimFolder, launchWorlds, openLogFile, readLaunch } from './launch'

/**
 * Serves the cockpit to the browsers of this machine.
 * @param home the folder of the built entry
 */
export async function serveCockpit(home: string): Promise<void> {
  const asked = readLaunch(process.argv.slice(2))
  const running = await linkToRunning({ ...asked, open: false })
  if (running !== null) {
    // Started without `npm start`, nothing opens a browser: the link is for a person who reads this.
    process.stdout.write(`${running.line}\n`)
    return
  }
  const files = join(home, '../renderer')
  // Before the folder is opened: a port in use must leave it as it was.
  const free = await checkWebHost({ port: asked.port, files })
  if (!free.ok) throw new StartProblem(free.fault.message)
  const { options, unwritable } = claimFolder(asked)
  const folder = options.data
  const settings = openSettings(folder)
  const secrets = openSecrets(folder)
  const logger = openLogFile(options)
  // The browser shows its own notifications; this process cannot notify anybody.
  const worlds = await launchWorlds(options, {
    settings,
    secrets,
    logger,
    home,
    unwritable,
    notify: () => undefined,
    pdf: openPdfPrinter(process.env),
  })
  const host = await startWebHost({ bridge: worlds, port: options.port, files, folder, logger })
  if (!host.ok) {
    await worlds.stop()
    throw new StartProblem(host.fault.message)
  }
  process.stdout.write(`Quarterdeck is ready at ${host.value.newLink()}\n`)
  if (options.wall) process.stdout.write(`For a wallboard, within a minute: ${host.value.newLink('watch')}\n`)
  await endOfProcess()
  await host.value.stop()
  await worlds.stop()
}

/** Settles when this process receives a request to end. */
function endOfProcess(): Promise<void> {
  return new Promise(done => {
    // Stays listening: a library that takes a signal once and sends it on would end us halfway otherwise.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => done())
  })
}
