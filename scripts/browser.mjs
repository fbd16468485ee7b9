import { spawn } from 'node:child_process'

/** @type {Readonly<Record<string, readonly [string, ...string[]]>>} */
const openers = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }

/**
 * Opens the person's default browser, if there is one. The browser is theirs: it outlives this process.
 * @param {string} url
 */
export function openBrowser(url) {
  const [command, ...words] = openers[process.platform] ?? ['xdg-open']
  const browser = spawn(command, [...words, url], { stdio: 'ignore', detached: true })
  browser.on('error', error => {
    process.stdout.write(`No browser was opened (${error.message}): open the address above.\n`)
  })
  browser.unref()
}
