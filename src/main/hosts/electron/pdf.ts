import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BrowserWindow, session } from 'electron'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { SECOND } from '../../../shared/lib/time'
import type { PdfPrinter } from '../../engine/ports'

/** A page of 10,000 lines takes a few seconds; one that is not printed after this never will be. */
const LONGEST = 60 * SECOND

/** [FM4] A window that nobody sees prints one page and is gone: no scripts, a session in memory, nothing of the network. */
export const electronPrinter: PdfPrinter = { print: printOnce }

async function printOnce(html: string): Promise<Reply<Uint8Array, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-pdf-'))
  const printing = session.fromPartition(`print-${randomUUID()}`)
  printing.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !/^(?:file|data):/.test(url) }))
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printing,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  })
  try {
    const page = join(folder, 'page.html')
    await writeFile(page, html, { mode: 0o600 })
    const print = async () => {
      await window.loadFile(page)
      return window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, pageSize: 'A4' })
    }
    return ok(await inTime(print()))
  } catch (cause) {
    return fail(cause instanceof Error ? cause.message : String(cause))
  } finally {
    window.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}

/** @throws where it takes too long */
function inTime<T>(printing: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`it took longer than ${LONGEST / SECOND} s`)), LONGEST)
  return Promise.race([printing, late.promise]).finally(() => clearTimeout(timer))
}
