import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @type {Readonly<Record<string, readonly [string, ...string[]]>>} */
const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }

/**
 * Opens the person's default browser, if there is one. The browser is theirs: it outlives this process.
 *
 * Every user of the machine can read the words that a program was started with, and a link lets a browser in. So the
 * link is in a file that only its owner can read, and the browser is given the file's name.
 * @param {string} link
 * @param {string} folder The data folder.
 */
export function openBrowser(link, folder) {
  const [command, ...words] = openers[process.platform] ?? ['xdg-open']
  try {
    const file = writeWayIn(link, folder)
    const browser = spawn(command, [...words, file], {
      stdio: 'ignore',
      detached: true,
      env: withoutTokens(process.env),
    })
    browser.on('error', notOpened)
    browser.unref()
  } catch (error) {
    notOpened(error)
  }
}

/**
 * @param {string} link Letters, digits and marks of an address: nothing in it can end an attribute.
 * @param {string} folder
 */
function writeWayIn(link, folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'open.html')
  rmSync(file, { force: true })
  const page = `<!doctype html>
<meta charset="utf-8">
<title>Quarterdeck</title>
<meta http-equiv="refresh" content="0;url=${link}">
<p><a href="${link}">Open Quarterdeck</a></p>
`
  writeFileSync(file, page, { mode: 0o600, flag: 'wx' })
  return file
}

/**
 * What the browser, and all that it starts, may know of our surroundings.
 * @param {NodeJS.ProcessEnv} environment
 */
function withoutTokens(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !/^quarterdeck_/i.test(name)))
}

/** @param {unknown} error */
function notOpened(error) {
  const why = error instanceof Error ? error.message : String(error)
  process.stdout.write(`No browser was opened (${why}): open the address above.\n`)
}
