import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DesktopRun, launchStandin } from '../standin/launch'

const main = 'out/main/index.js'
const chromium = process.env.QUARTERDECK_CHROMIUM ?? '/usr/bin/chromium'

/** The built desktop on the stand-in, with what it asked of Electron. */
export interface BuiltDesktop extends DesktopRun {
  /** Details of one kind of request, oldest first. */
  recorded(what: string): Promise<readonly unknown[]>
  /** The `webPreferences` of its one window. */
  preferences(): Promise<object>
}

/** Why the built desktop cannot be run here; null: it can. */
export function whyNoBuiltDesktop(): string | null {
  if (!existsSync(main)) return `${main} is not built`
  return existsSync(chromium) ? null : `${chromium} is not here`
}

/** @param home of data and profile; where absent, one that goes with the run */
export async function openBuiltDesktop(home?: string): Promise<BuiltDesktop> {
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'quarterdeck-built-')))
  const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'profile') }
  const run = await launchStandin({ main, args: ['--no-drill', '--data', join(folder, 'data')], env })
  const recorded = async (what: string) => {
    const all = await run.evaluate(({ standin }) => standin?.recorded ?? [], null)
    return all.filter(each => each.what === what).map(each => each.detail)
  }
  return {
    ...run,
    recorded,
    preferences: async () => {
      const [window] = await recorded('window')
      return (window as { readonly webPreferences: object }).webPreferences
    },
    stop: async () => {
      await run.stop()
      if (home === undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
