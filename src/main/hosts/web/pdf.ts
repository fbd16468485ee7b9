import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { SECOND } from '../../../shared/lib/time'
import type { PdfPrinter } from '../../engine/ports'

/** A page of 10,000 lines takes a few seconds; one that is not printed after this never will be. */
const LONGEST = 60 * SECOND
/** What Chromium says of itself is long; the last of it says why. */
const MOST_SAID = 300

const names = ['chromium', 'chromium-browser', 'chromium-headless-shell', 'google-chrome', 'google-chrome-stable']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** [FM4] The Chromium of this machine; undefined: there is none. `QUARTERDECK_CHROMIUM` names another. */
export function findChromium(environment: NodeJS.ProcessEnv): string | undefined {
  const folders = (environment.PATH ?? '')
    .split(process.platform === 'win32' ? ';' : ':')
    .filter(folder => folder !== '')
  const named = environment.QUARTERDECK_CHROMIUM
  const found = [
    ...(named ? [named] : []),
    ...folders.flatMap(folder => names.map(name => join(folder, name))),
    ...elsewhere,
  ]
  return found.find(path => existsSync(path))
}

/** [FM4] Undefined: this machine has no Chromium. */
export function openPdfPrinter(environment: NodeJS.ProcessEnv): PdfPrinter | undefined {
  const program = findChromium(environment)
  return program === undefined ? undefined : { print: html => printOnce(program, html) }
}

/** A process for one page, with a profile that is thrown away, without a network; the page itself forbids scripts. */
async function printOnce(program: string, html: string): Promise<Reply<Uint8Array, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-pdf-'))
  try {
    const [page, printed] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    await writeFile(page, html, { mode: 0o600 })
    const trouble = await run(program, [...flags(folder), `--print-to-pdf=${printed}`, pathToFileURL(page).href])
    return trouble === undefined ? ok(await readFile(printed)) : fail(trouble)
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function flags(folder: string): readonly string[] {
  return [
    ...['--headless', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--disable-extensions'],
    ...['--disable-background-networking', '--disable-sync', '--disable-component-update', '--no-pdf-header-footer'],
    `--user-data-dir=${join(folder, 'profile')}`,
    // Every name leads nowhere and every connection to a closed port: the page asks for nothing, and its browser must not.
    ...['--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>'],
    // Chromium refuses its sandbox to root, as which only containers run us.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

/** Undefined: it ended well. */
function run(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise(resolve => {
    const isWindows = process.platform === 'win32'
    // Its own group, so that its helpers end with it.
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: !isWindows })
    let said = ''
    let late = false
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-MOST_SAID)
    })
    const timer = setTimeout(() => {
      late = true
      endGroup(child.pid, isWindows)
    }, LONGEST)
    const settle = (trouble: string | undefined) => {
      clearTimeout(timer)
      resolve(trouble)
    }
    child.on('error', ({ message }) => settle(message))
    child.on('close', code => {
      if (late) settle(`it took longer than ${LONGEST / SECOND} s`)
      else settle(code === 0 ? undefined : said.trim() || `Chromium ended with ${code}`)
    })
  })
}

function endGroup(pid: number | undefined, isWindows: boolean): void {
  if (pid === undefined) return
  try {
    process.kill(isWindows ? pid : -pid, 'SIGKILL')
  } catch (cause) {
    // It ended in the meantime, which is what was wanted.
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause
  }
}
