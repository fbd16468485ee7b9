import { _electron } from '@playwright/test'
import { electronBinary, hasDisplay } from '../../scripts/electron-binary.mjs'
import type { DesktopRun, LaunchOptions } from './launch'

/** Why a real Electron cannot be run here; null: it can. */
export function whyNoElectron(): string | null {
  if (electronBinary() === null) return 'no Electron binary'
  return hasDisplay() ? null : 'no display for Electron'
}

/** Starts the built main in a real Electron, with the same answers as `launchStandin`. */
export async function launchElectron({ main, args, env }: LaunchOptions): Promise<DesktopRun> {
  const executablePath = electronBinary()
  if (executablePath === null) throw new Error('no Electron binary')
  // Chromium refuses its sandbox to root; the sandbox itself is then not under test.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}
  const app = await _electron.launch({ executablePath, args: [main, ...args], env: definedOnly({ ...env, ...asRoot }) })
  const child = app.process()
  const exited = new Promise<number | null>(resolve => child.once('exit', code => resolve(code)))
  return {
    page: await app.firstWindow(),
    exited,
    evaluate: (work, arg) => app.evaluate(work as never, arg) as Promise<never>,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) await app.close()
      await exited
    },
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
