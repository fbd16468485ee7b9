import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app, protocol } from 'electron'
import { APP_SCHEME } from './origin'

/** `standard` and `secure` give app:// an origin of its own, so that 'self' of the policy means something. */
const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true } as const

/** Electron takes this once, before `ready`; the entry calls it first of all. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { ...privileges } }])
}

/**
 * Gives each data folder its own Chromium profile, outside of it (a data folder that is refused stays untouched), and
 * takes that profile's lock. False: Quarterdeck is open with this data folder already; that window comes to the front
 * and this process should quit. Call before Electron is ready and before the engine opens the folder.
 */
export function claimInstance(dataFolder: string): boolean {
  // Chromium's own switch wins: a person who sets it wants the profile there.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    const profile = join(app.getPath('appData'), 'quarterdeck', profileName(dataFolder))
    mkdirSync(profile, { recursive: true })
    app.setPath('userData', profile)
  }
  return app.requestSingleInstanceLock()
}

function profileName(dataFolder: string): string {
  return createHash('sha256').update(resolve(dataFolder)).digest('hex').slice(0, 16)
}
