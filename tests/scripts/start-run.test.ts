import { once } from 'node:events'
import { appendFileSync, existsSync, statSync, watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectTo, copyProject, linesUntil, type ProjectCopy, readText, untilClosed } from './project-copy'

const READY = /^Quarterdeck is ready at http:\/\/127\.0\.0\.1:\d+\/enter\/key$/

let copy: ProjectCopy
beforeEach(async () => {
  copy = await copyProject()
})
afterEach(() => copy.remove())

const start = (words: readonly string[], environment?: Readonly<Record<string, string>>) =>
  copy.start(process.execPath, [join(copy.folder, 'scripts/start.mjs'), '--port', '0', ...words], environment)

async function fileAppears(file: string): Promise<void> {
  const watcher = watch(dirname(file))
  while (!existsSync(file)) await once(watcher, 'change')
  watcher.close()
}

describe('npm start in a browser', () => {
  it('says why there is no desktop, serves, and opens the browser', async () => {
    const starter = start([])
    const lines = await linesUntil(starter, READY)
    expect(lines).toEqual([
      'No desktop app: there is no display. Serving a browser instead.',
      expect.stringMatching(READY),
    ])
    await fileAppears(copy.browserLog)
    const given = readText(copy.browserLog)
    expect(given.endsWith('/open.html'), given).toBe(true)
    expect(statSync(given).mode & 0o777).toBe(0o600)
    expect(readText(given)).toContain((lines.at(-1) ?? '').split(' ').at(-1))
    starter.kill('SIGTERM')
    expect(await once(starter, 'exit')).toEqual([0, null])
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('ends the host and itself cleanly on %s', async signal => {
    const starter = start(['--web', '--no-open'])
    const lines = await linesUntil(starter, READY)
    const line = await connectTo(lines.at(-1) ?? '')
    starter.kill(signal)
    const [heard, ended] = await Promise.all([untilClosed(line), once(starter, 'exit')])
    expect({ lines: lines.length, heard, ended }).toEqual({ lines: 1, heard: 'goodbye', ended: [0, null] })
    expect(existsSync(copy.browserLog)).toBe(false)
  })

  it('leaves no host behind when it is killed outright', async () => {
    const starter = start(['--web', '--no-open'])
    const line = await connectTo((await linesUntil(starter, READY)).at(-1) ?? '')
    starter.kill('SIGKILL')
    expect(await untilClosed(line)).toBe('goodbye')
  })

  it('ends when npm dies, which passes nothing on', async () => {
    const npm = copy.start('npm', ['start', '--', '--web', '--no-open', '--port', '0'])
    const line = await connectTo((await linesUntil(npm, READY)).at(-1) ?? '')
    npm.kill('SIGTERM')
    expect(await untilClosed(line)).toBe('goodbye')
  })

  it('passes the exit code of the host on', async () => {
    expect(await once(start(['--web'], { HOST_EXIT: '2' }), 'exit')).toEqual([2, null])
  })

  it('builds again when a source has changed', async () => {
    appendFileSync(join(copy.folder, 'src/main/options.mjs'), '// changed\n')
    const starter = start(['--web', '--no-open'])
    // The copy has no sources to build, which shows as well that a failed build starts nothing.
    expect(await linesUntil(starter, /^Building/)).toEqual(['Building.'])
    expect(await once(starter, 'exit')).toEqual([1, null])
  })
})
