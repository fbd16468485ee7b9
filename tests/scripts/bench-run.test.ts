import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBenchRun } from '../../scripts/bench-run.mjs'
import { openProcesses } from '../../scripts/processes.mjs'
import type { BenchResult } from '../bench/result'
import { project } from './start-process'

const MINUTE = 60_000

let folder: string

beforeEach(() => {
  // In the project, so that its packages are found.
  mkdirSync(join(project, 'out'), { recursive: true })
  folder = mkdtempSync(join(project, 'out/bench-run-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, body: string): void {
  writeFileSync(join(folder, `${name}.bench.ts`), body)
}

const opened = (limit: number) => openBenchRun(openProcesses(), { folder, out: join(folder, 'out'), limit })

async function benched(name: string, limit = MINUTE) {
  const results: BenchResult[] = []
  return { step: await opened(limit).bench(name, result => results.push(result)), results }
}

const one = (name: string, value: number) => `{ name: '${name}', value: ${value}, unit: 'ms' }`

/** Leaves a process behind whose id it writes down, and which outlives it unless it is ended. */
const leaving = (file: string) => `
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' })
writeFileSync(${JSON.stringify(file)}, String(child.pid))
`

function lives(file: string): boolean {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0)
  } catch {
    // There is no such process.
    return false
  }
}

describe('a run of a bench', () => {
  it('gives the results, whether they come at once or one by one', async () => {
    write('list', `export const run = async () => [${one('a', 1)}, ${one('b', 2)}]`)
    write('stream', `export async function* run() { yield ${one('c', 3)} }`)
    expect(await benched('list')).toMatchObject({ step: { ok: true }, results: [{ name: 'a' }, { name: 'b' }] })
    expect(await benched('stream')).toMatchObject({ step: { ok: true }, results: [{ name: 'c', value: 3 }] })
  })

  it('names one that fails, and keeps what it had measured', async () => {
    write('half', `export async function* run() { yield ${one('first', 1)}; process.exit(3) }`)
    const { step, results } = await benched('half')
    expect(results).toMatchObject([{ name: 'first' }])
    expect(step).toMatchObject({ ok: false, message: expect.stringContaining('half failed (exit code 3)') })
    expect(step).toMatchObject({ message: expect.stringContaining('1 result') })
  })

  it('names one that throws and one that does not build', async () => {
    write('throws', `export const run = async () => { throw new Error('no disk') }`)
    write('broken', `import { nothing } from './is-not-there'; export const run = nothing`)
    expect((await benched('throws')).step).toMatchObject({
      ok: false,
      message: 'The bench throws failed (exit code 1).',
    })
    expect((await benched('broken')).step).toEqual({ ok: false, message: 'The bench broken does not build.' })
  })

  it('ends one that hangs, with what it started, and keeps what it had measured', async () => {
    const file = join(folder, 'pid')
    write('hangs', `${leaving(file)}export async function* run() { yield ${one('first', 1)}; for (;;); }`)
    const { step, results } = await benched('hangs', 12_000)
    expect(step).toMatchObject({ ok: false, message: expect.stringContaining('hangs was ended after 0.2 minutes') })
    expect(results).toMatchObject([{ name: 'first' }])
    await vi.waitFor(() => expect(lives(file)).toBe(false), 20_000)
  })

  it('ends what one leaves behind', async () => {
    const file = join(folder, 'pid')
    write('leaves', `${leaving(file)}export const run = async () => [${one('a', 1)}]`)
    expect((await benched('leaves')).step).toEqual({ ok: true })
    await vi.waitFor(() => expect(lives(file)).toBe(false), 20_000)
  })
})
