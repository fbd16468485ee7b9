import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { SECOND } from '../../../shared/lib/time'
import { type RendererFiles, readRendererFiles } from '../renderer-files'
import { type BrowserPrincipal, openBrowserSessions } from './browser-sessions'
import { announceServing, entryLink, mintCode, ownHostName, proofKeyOf, spendCode } from './entrance.mjs'
import { folderKey } from './folder-key'
import type { GateContext } from './gate-decision'
import { answerRequests, type Door } from './requests'
import { openSockets, type SocketOptions } from './sockets'

export interface WebHostOptions extends SocketOptions {
  /** 0: any free port. */
  readonly port: number
  /** Folder of the built renderer. */
  readonly files: string
  /** The data folder: its key, its browsers' sessions and the codes of its links. */
  readonly folder: string
}

export interface WebHost {
  readonly port: number
  /** The folder's own name, under which browsers know it. */
  readonly ownName: string
  /**
   * A new link that signs in one browser, within a minute: `http://127.0.0.1:PORT/enter/CODE`, a wallboard's `…#wall`.
   */
  newLink(principal?: BrowserPrincipal): string
  /** Ends every connection and frees the port. */
  stop(): Promise<void>
}

interface Problem {
  /** One line for a person. */
  readonly message: string
}

/** Nothing but this machine can reach it. */
const ADDRESS = '127.0.0.1'

/**
 * Serves the cockpit to browsers of this machine. Faults: one line for a person when the port cannot be had or the
 * renderer is not built.
 */
export async function startWebHost(options: WebHostOptions): Promise<Reply<WebHost, Problem>> {
  const files = readRendererFiles(options.files)
  return files.ok ? serveFiles({ ...options, files: files.value }) : files
}

/**
 * What would keep `startWebHost` from starting, asked before anything else is opened: so that a port in use leaves the
 * data folder untouched.
 */
export async function checkWebHost(options: Pick<WebHostOptions, 'port' | 'files'>): Promise<Reply<null, Problem>> {
  const files = readRendererFiles(options.files)
  if (!files.ok) return files
  const server = createServer()
  const listening = await listen(server, options.port)
  await close(server)
  return listening.ok ? ok(null) : listening
}

/** Starts the host with the files in hand. */
export async function serveFiles(
  options: Omit<WebHostOptions, 'files'> & { files: RendererFiles },
): Promise<Reply<WebHost, Problem>> {
  const server = createServer(limits)
  // Node would silently drop headers beyond a count of its own; their size is bounded already.
  server.maxHeadersCount = 0
  server.maxConnections = 512
  const listening = await listen(server, options.port)
  if (!listening.ok) return listening
  const { folder, files } = options
  const port = listening.value
  const key = folderKey(folder)
  const ownName = ownHostName(key)
  const sessions = openBrowserSessions(folder)
  const sockets = openSockets(options, sessions.isOpen)
  const door: Door = {
    spend: code => spendCode(folder, code),
    mint: principal => mintCode(folder, principal),
    openSession: sessions.open,
    proofKey: session => proofKeyOf(key, session),
  }
  const house: GateContext = { port, ownName, paths: new Set(files.keys()), check: sessions.check }
  answerRequests({ server, files, sockets, logger: options.logger, house, door, data: folder })
  const withdraw = announceServing(folder, port)
  const stop = async () => {
    withdraw()
    sockets.stop()
    await close(server)
  }
  return ok({ port, ownName, newLink: (principal = 'host') => entryLink(port, door.mint(principal), principal), stop })
}

const limits = {
  // A client that takes longer than this holds the connection on purpose.
  headersTimeout: 10 * SECOND,
  // With a body, of which only the route of files takes one: half a gigabyte onto a slow disk.
  requestTimeout: 120 * SECOND,
  keepAliveTimeout: 5 * SECOND,
  connectionsCheckingInterval: 5 * SECOND,
  maxHeaderSize: 16 * 1024,
  requireHostHeader: true,
  insecureHTTPParser: false,
}

function listen(server: Server, port: number): Promise<Reply<number, Problem>> {
  return new Promise(resolve => {
    const failed = (error: NodeJS.ErrnoException) => resolve(fail({ message: listenProblem(error, port) }))
    server.once('error', failed)
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.off('error', failed)
      resolve(ok((server.address() as AddressInfo).port))
    })
  })
}

function listenProblem(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is already in use: choose another with --port, or --port 0 for a free one.`
  if (error.code === 'EACCES') return `This user may not listen on port ${port}: choose one above 1023 with --port.`
  return `Port ${port} cannot be listened on: ${error.message}.`
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
