import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { electronBinary } from '../../scripts/electron-binary.mjs'
import { copyProject, linesUntil, type ProjectCopy } from './project-copy'

const READY = /^Quarterdeck is ready at /
const SERVING = 'Serving a browser instead.'

/** A stand-in for the server that Electron is fetched from. */
async function openMirror(answer: RequestListener): Promise<{ server: Server; url: string }> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { server, url: `http://127.0.0.1:${port}/` }
}

describe.runIf(electronBinary() === null)('npm start with a display but without Electron', () => {
  let copy: ProjectCopy
  beforeEach(async () => {
    copy = await copyProject()
  })
  afterEach(() => copy.remove())

  it.each<[string, RequestListener, readonly string[]]>([
    [
      'has no such file',
      (_, response) => response.writeHead(404).end(),
      [`No desktop app: Electron is not here and cannot be fetched. ${SERVING}`],
    ],
    [
      'accepts and never answers',
      () => undefined,
      [`No desktop app: Electron is not here and cannot be fetched. ${SERVING}`],
    ],
    [
      'answers and then has nothing',
      (request, response) => response.writeHead(request.method === 'HEAD' ? 200 : 404).end(),
      ['Fetching Electron.', `No desktop app: fetching Electron failed. ${SERVING}`],
    ],
  ])('serves a browser when the server %s', async (_, answer, said) => {
    const { server, url } = await openMirror(answer)
    const words = [join(copy.folder, 'scripts/start.mjs'), '--port', '0', '--no-open']
    const starter = copy.start(process.execPath, words, { DISPLAY: ':99', ELECTRON_MIRROR: url })
    const lines = await linesUntil(starter, READY)
    expect(lines.slice(0, -1)).toEqual(said)
    starter.kill('SIGTERM')
    expect(await once(starter, 'exit')).toEqual([0, null])
    server.closeAllConnections()
    server.close()
  })
})
