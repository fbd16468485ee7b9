import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startCockpit } from '../../support/running-cockpit'

test.skip(process.platform === 'win32', 'Windows keeps access in lists, not in mode bits')

let parent = ''
test.beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'quarterdeck-modes-'))
})
test.afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** Everything below a folder, and the folder, that anybody but the owner may touch. */
function openToOthers(folder: string): readonly string[] {
  const all = ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]
  return all.filter(name => (lstatSync(join(folder, name)).mode & 0o077) !== 0)
}

async function runOnce(folder: string): Promise<void> {
  const umask = process.umask(0o022)
  try {
    const cockpit = await startCockpit(['--data', folder])
    expect(openToOthers(folder), 'while it runs').toEqual([])
    await cockpit.stop()
  } finally {
    process.umask(umask)
  }
}

test('[DF1] a new data folder and all that a drill writes into it is its owner’s alone', async () => {
  const folder = join(parent, 'new', 'deck')
  await runOnce(folder)
  expect(readdirSync(folder)).toContain('quarterdeck.log')
  expect(openToOthers(folder)).toEqual([])
})

test('[DF1] a data folder that an earlier version left open to others is tightened, with its files', async () => {
  const folder = join(parent, 'old')
  mkdirSync(join(folder, 'handoffs'), { recursive: true })
  writeFileSync(join(folder, 'config.json'), '{}')
  writeFileSync(join(folder, 'quarterdeck.log'), '')
  for (const name of ['', 'handoffs']) chmodSync(join(folder, name), 0o755)
  for (const name of ['config.json', 'quarterdeck.log']) chmodSync(join(folder, name), 0o644)
  await runOnce(folder)
  expect(openToOthers(folder)).toEqual([])
})
