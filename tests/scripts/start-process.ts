import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const project = resolve(import.meta.dirname, '../..')

/** What a run of the starter came to. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the starter itself, not npm, to its end. */
export async function runStart(...words: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(project, 'scripts/start.mjs'), ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', text => {
    said.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', text => {
    said.stderr += text
  })
  const [code] = await once(child, 'close')
  return { code, ...said }
}

/** Every path below a folder with its kind, mode, time and content: equal means that nothing was touched. */
export function picture(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map(name => {
      const { mode, mtimeMs, size } = statSync(join(folder, name))
      const isFile = statSync(join(folder, name)).isFile()
      return [name, mode, mtimeMs, isFile ? size : '', isFile ? readFileSync(join(folder, name), 'hex') : ''].join(' ')
    })
}
