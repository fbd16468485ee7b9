import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { openProcesses } from '../../scripts/processes.mjs'

const quiet = { stdio: 'ignore' } as const
const staysUp = "process.stdout.write('up'); setInterval(() => undefined, 1000)"

describe('processes', () => {
  it('gives the exit code of what it ran', async () => {
    const processes = openProcesses()
    expect(await processes.run(process.execPath, ['-e', 'process.exit(7)'], quiet)).toBe(7)
    expect(await processes.run(process.execPath, ['-e', "process.kill(process.pid, 'SIGKILL')"], quiet)).toBe(1)
  })

  it('ends all that run', async () => {
    const processes = openProcesses()
    const children = [1, 2].map(() => processes.start(process.execPath, ['-e', staysUp], { stdio: 'pipe' }))
    await Promise.all(children.map(child => child.stdout && once(child.stdout, 'data')))
    expect(await processes.end()).toBe(true)
    expect(children.map(child => child.signalCode)).toEqual(['SIGTERM', 'SIGTERM'])
  })

  it('does not tell a step that it failed when it was ended', async () => {
    const processes = openProcesses()
    const child = processes.start(process.execPath, ['-e', staysUp], { stdio: 'pipe' })
    if (child.stdout) await once(child.stdout, 'data')
    let told = false
    processes.exitOf(child).then(() => {
      told = true
    })
    await processes.end()
    expect(told).toBe(false)
  })
})
