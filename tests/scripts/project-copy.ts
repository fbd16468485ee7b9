import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { isInstalled } from '../../scripts/install.mjs'
import { project } from './start-process'

/** Takes the place of the browser host: says where it listens, says goodbye on SIGTERM, or exits as it is told. */
const HOST = `
import { createServer } from 'node:net'
if (process.env.HOST_EXIT) process.exit(Number(process.env.HOST_EXIT))
const sockets = new Set()
const server = createServer(socket => sockets.add(socket)).listen(0, '127.0.0.1', () => {
  process.stdout.write('Quarterdeck is ready at http://127.0.0.1:' + server.address().port + '/enter/key\\n')
})
process.once('SIGTERM', () => {
  for (const socket of sockets) socket.end('goodbye')
  server.close(() => process.exit(0))
})
`

const COPIED = [
  'scripts',
  'src/main/hosts/web/entrance.mjs',
  'src/main/options.mjs',
  'src/main/engine/storage/format.mjs',
  'resources/drills',
]

/** The project's own starter in a folder apart, installed and built as far as it can tell. */
export interface ProjectCopy {
  readonly folder: string
  readonly browserLog: string
  start(command: string, words: readonly string[], environment?: Readonly<Record<string, string>>): ChildProcess
  remove(): void
}

/** @throws where the packages are not those of the lockfile: the copy would install, and node_modules is the project's own */
export async function copyProject(): Promise<ProjectCopy> {
  if (!packagesAreThere()) throw new Error('node_modules is not what package-lock.json names: run npm ci first')
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-copy-'))
  for (const path of COPIED) cpSync(join(project, path), join(folder, path), { recursive: true })
  for (const path of ['package.json', 'package-lock.json', 'node_modules']) {
    symlinkSync(join(project, path), join(folder, path))
  }
  write(folder, 'out/main/serve.js', HOST)
  const { hashSources } = await import(pathToFileURL(join(folder, 'scripts/sources.mjs')).href)
  write(folder, 'out/.built-from', await hashSources())
  const browserLog = join(folder, 'browser.log')
  write(folder, 'bin/xdg-open', `#!/bin/sh\necho "$1" > ${browserLog}.part && mv ${browserLog}.part ${browserLog}\n`)
  chmodSync(join(folder, 'bin/xdg-open'), 0o755)
  const path = [join(folder, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter)
  return {
    folder,
    browserLog,
    start(command, words, environment = {}) {
      const env = { PATH: path, HOME: folder, ...environment }
      return spawn(command, words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function packagesAreThere(): boolean {
  const installed = join(project, 'node_modules/.package-lock.json')
  return existsSync(installed) && isInstalled(locked(join(project, 'package-lock.json')), locked(installed))
}

function locked(file: string): Parameters<typeof isInstalled>[0] {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** Lines that a process says on stdout until one matches; that one is the last. */
export async function linesUntil(child: ChildProcess, wanted: RegExp): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of linesOf(child)) {
    lines.push(line)
    if (wanted.test(line)) return lines
  }
  throw new Error(`The process ended without saying ${wanted}: ${lines.join(' / ')}`)
}

function linesOf(child: ChildProcess): Interface {
  if (child.stdout === null) throw new Error('The process has no stdout pipe.')
  return createInterface({ input: child.stdout })
}

/** A line to the host; it closes when the host is gone. */
export async function connectTo(readyLine: string): Promise<Socket> {
  const socket = connect(Number(new URL(readyLine.split(' ').at(-1) ?? '').port), '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

/** All that came over the line until it closed. */
export async function untilClosed(socket: Socket): Promise<string> {
  let heard = ''
  for await (const part of socket.setEncoding('utf8')) heard += part
  return heard
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

export function readText(file: string): string {
  return readFileSync(file, 'utf8').trim()
}
