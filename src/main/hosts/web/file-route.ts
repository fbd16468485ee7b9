import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { exchangePath, newExchangeFile } from '../../engine/bundles/exchange-folder'
import type { Logger } from '../../engine/ports'
import { safetyHeaders } from '../renderer-files'
import { sendRefusal, sendText } from './answers'
import { refusal } from './gate-decision'

/**
 * [BN1] Streams a file that a page brings to the disk, and answers the name by which calls know it. Nobody sees a part
 * of it: it has that name only once it is whole.
 * @param bytes as its request says; Node ends a request that sends more
 */
export async function takeFile(
  request: IncomingMessage,
  response: ServerResponse,
  data: string,
  bytes: number,
  logger: Logger,
): Promise<void> {
  let part: string | undefined
  try {
    const { file, path } = newExchangeFile(data, Date.now())
    part = `${path}.part`
    await pipeline(request, createWriteStream(part, { mode: 0o600, flags: 'wx' }))
    if ((await stat(part)).size !== bytes) throw new Error('The file did not arrive whole')
    await rename(part, path)
    sendText(response, file)
  } catch (cause) {
    logger.warn('A file could not be taken', { cause: String(cause) })
    if (part !== undefined) await rm(part, { force: true }).catch(() => undefined)
    if (response.writable && !response.headersSent) sendRefusal(request, response, refusal(507, 'the disk'))
  }
}

/** [BN1] Streams a file that was written here to a page that saves it. */
export async function giveFile(
  request: IncomingMessage,
  response: ServerResponse,
  data: string,
  { file, saveAs }: { readonly file: string; readonly saveAs: string },
  logger: Logger,
): Promise<void> {
  const path = exchangePath(data, file) ?? ''
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return sendRefusal(request, response, refusal(404, 'no such file'))
  response.writeHead(200, {
    ...safetyHeaders,
    'Content-Type': 'application/octet-stream',
    'Content-Length': found.size,
    'Content-Disposition': `attachment; filename="${saveAs}"`,
    'Cache-Control': 'no-store',
  })
  try {
    await pipeline(createReadStream(path), response)
  } catch (cause) {
    // The page is gone, or the disk failed: its length tells the browser that it is not whole.
    logger.warn('A file was not fetched to its end', { cause: String(cause) })
  }
}
