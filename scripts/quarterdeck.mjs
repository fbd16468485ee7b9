#!/usr/bin/env node
import { join } from 'node:path'
import { buildIfStale } from './build.mjs'
import { whenToldToEnd } from './ending.mjs'
import { installIfStale } from './install.mjs'
import { NO_NODE, nodeBinary } from './node-binary.mjs'
import { openProcesses } from './processes.mjs'
import { root } from './project.mjs'

// `quarterdeck verify`, also as `npm run quarterdeck -- verify`: what can be done to a record without opening the cockpit.
const CANNOT = 2

// npm runs scripts in the project's folder; a relative path means the folder the person is in.
const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() }

const processes = openProcesses()
whenToldToEnd(async () => {
  await processes.end()
  process.exit(CANNOT)
})

process.exitCode = await main()

async function main() {
  for (const prepare of [installIfStale, buildIfStale]) {
    const step = await prepare(processes)
    if (!step.ok) return tell(step.message)
  }
  const node = nodeBinary()
  if (node === null) return tell(NO_NODE)
  if (process.argv[2] === 'open') return open(node)
  const words = [join(root, 'out/main/quarterdeck.js'), ...process.argv.slice(2)]
  return processes.run(node, words, { cwd: root, env, stdio: 'inherit' })
}

/**
 * `quarterdeck open FILE` is a start with that file: one that runs already shows it.
 * @param {string} node
 */
function open(node) {
  const [, , , file, ...more] = process.argv
  if (file === undefined || file.startsWith('-')) return tell('Name the file: quarterdeck open FILE [--data DIR]')
  return processes.run(node, [join(root, 'scripts/start.mjs'), '--file', file, ...more], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
}

/** @param {string} message */
function tell(message) {
  process.stderr.write(`${message}\n`)
  return CANNOT
}
