import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NO_NODE, nodeBinary } from './node-binary.mjs'
import { openProcesses } from './processes.mjs'
import { root } from './project.mjs'
import { hashSources } from './sources.mjs'

/** @typedef {import('./project.mjs').Step} Step */
/** @typedef {import('./processes.mjs').Processes} Processes */

const STAMP = join(root, 'out/.built-from')

/**
 * Builds unless `out/` was built from these very sources.
 * @param {Processes} processes
 * @returns {Promise<Step>}
 */
export async function buildIfStale(processes) {
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  return built === (await hashSources()) ? { ok: true } : build(processes)
}

/**
 * Builds main, preload and renderer into `out/`.
 * @param {Processes} processes
 * @returns {Promise<Step>}
 */
async function build(processes) {
  const node = nodeBinary()
  if (node === null) return { ok: false, message: NO_NODE }
  // A build that is cut short must not pass for the one before.
  await rm(STAMP, { force: true })
  const sources = await hashSources()
  const words = [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn']
  process.stdout.write('Building.\n')
  // React and Vite would build their development halves under a test's NODE_ENV.
  const env = { ...process.env, NODE_ENV: 'production' }
  const code = await processes.run(node, words, { cwd: root, env, stdio: ['ignore', 2, 2] })
  if (code !== 0) return { ok: false, message: `The build failed (exit code ${code}); its lines stand above.` }
  await mkdir(join(root, 'out'), { recursive: true })
  await writeFile(STAMP, sources)
  return { ok: true }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = await build(openProcesses())
  if (!built.ok) process.stderr.write(`${built.message}\n`)
  process.exitCode = built.ok ? 0 : 1
}
