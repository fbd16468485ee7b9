import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HandoffText, Parsed, WrittenDocument } from '../../../shared/contract/calls'
import { coded } from '../../../shared/contract/coded-text'
import type { Fault } from '../../../shared/contract/faults'
import { documentFiles } from '../../../shared/domain/document-kinds'
import type { ContentHash } from '../../../shared/domain/ids'
import type { NotedSource } from '../../../shared/domain/noted-source'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { type WriterFormat, writerOf } from '../documents/write-document'
import type { Logger, PdfPrinter } from '../ports'
import { notFound } from '../record/decision'
import type { Ledger } from '../record/ledger'
import type { Handlers } from '../sessions/handlers'
import type { Workers } from '../workers/workers'
import { drawHandoff } from './draw'
import { handoffJob } from './handoff-job'

export interface HandoffParts {
  readonly ledger: Pick<Ledger, 'record' | 'readOnly' | 'events' | 'damage'>
  /** All of a picture's bytes; undefined where it is not on this machine. */
  readonly picture: (hash: ContentHash) => Uint8Array | undefined
  readonly workers: Pick<Workers, 'run'>
  /** The database. */
  readonly file: string
  readonly logger: Logger
  /** Undefined: nothing here can print. */
  readonly pdf?: PdfPrinter | undefined
}

/** Lines that are read, folded and written in about 10 ms: to ask a thread would take longer. */
const SHORT = 500

/** A document as of its event, drawn from the log each time: it can neither be lost nor differ from the record. */
async function readHandoff(parts: HandoffParts, input: Parsed<'handoff:read'>): Promise<Reply<HandoffText, Fault>> {
  const { format } = input
  if (format === 'pdf') return readPdf(parts, input)
  return readWritten(parts, { ...input, format })
}

type AskedText = Parsed<'handoff:read'> & { readonly format: WriterFormat }

async function readWritten(parts: HandoffParts, input: AskedText): Promise<Reply<HandoffText, Fault>> {
  const { ledger, picture } = parts
  const { incident } = input
  const drawn =
    (await inThread(parts, input)) ??
    (await drawHandoff(
      ledger.events(incident, 0, Number.MAX_SAFE_INTEGER),
      input,
      await writerOf(input.format),
      picture,
      ledger.damage(incident),
    ))
  return drawn === undefined ? notFound('handoff-not-here') : ok(drawn)
}

/** [FM4] The HTML as its host prints it; where nothing can, the person prints the HTML. */
async function readPdf(parts: HandoffParts, input: Parsed<'handoff:read'>): Promise<Reply<HandoffText, Fault>> {
  if (parts.pdf === undefined) return fail({ kind: 'refused', ...coded('pdf-unavailable') })
  const page = await readWritten(parts, { ...input, format: 'html' })
  if (!page.ok) return page
  const printed = await parts.pdf.print(page.value.text)
  if (!printed.ok) return fail({ kind: 'internal', ...coded('pdf-failed', { reason: printed.fault }) })
  const text = Buffer.from(printed.value).toString('base64')
  return ok({ fileName: page.value.fileName.replace(/html$/, documentFiles.pdf.ends), text, encoding: 'base64' })
}

/**
 * [WT3] Undefined: it is for the loop to draw. What is left of a damaged log is in memory only, and a handoff is needed most
 * where a thread dies.
 */
async function inThread(
  { ledger, workers, file, logger }: HandoffParts,
  input: AskedText,
): Promise<HandoffText | undefined> {
  const { incident, handoff, format, document, without } = input
  const record = ledger.record(incident)
  if (record === null || record.timeline().length < SHORT || ledger.readOnly(incident) !== undefined) return undefined
  const order = { file, incident, handoff, format, document, without }
  const reply = await workers.run(handoffJob, order, { waitedFor: true })
  if (reply.ok) return reply.value ?? undefined
  logger.warn('A handoff is drawn on the loop, because no thread could', { incident, ...reply.fault })
  return undefined
}

async function saveHandoff(
  parts: HandoffParts,
  folder: string,
  input: Parsed<'handoff:save'>,
): Promise<Reply<WrittenDocument, Fault>> {
  const document = await readHandoff(parts, input)
  return document.ok ? writeWhole(folder, document.value) : document
}

/** Whole or not at all: a half-written handoff would be read as a whole one. */
function writeWhole(folder: string, { fileName, text, encoding }: HandoffText): Reply<WrittenDocument, Fault> {
  const path = join(folder, fileName)
  try {
    // Not its parents: a document must not recreate a data folder that was moved away.
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    writeFileSync(`${path}.part`, Buffer.from(text, encoding ?? 'utf8'), { mode: 0o600, flush: true })
    renameSync(`${path}.part`, path)
    return ok({ fileName, path })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    return fail({ kind: 'internal', ...coded('handoff-not-written', { path, reason }) })
  }
}

/** @param sources what other systems showed, each with its age */
export function handoffQueries(
  parts: HandoffParts,
  sources: () => readonly NotedSource[],
): Handlers<'handoff:read' | 'handoff:sources'> {
  return {
    'handoff:read': input => readHandoff(parts, input),
    'handoff:sources': () => ok(sources()),
  }
}

/** @param folder where documents are written */
export function handoffChanges(parts: HandoffParts, folder: string): Handlers<'handoff:save'> {
  return { 'handoff:save': input => saveHandoff(parts, folder, input) }
}
