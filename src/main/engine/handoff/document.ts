import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HandoffText, Parsed, WrittenDocument } from '../../../shared/contract/calls'
import { coded } from '../../../shared/contract/fault-words'
import type { Fault } from '../../../shared/contract/faults'
import { handoffContent } from '../../../shared/domain/handoff-content'
import type { ContentHash, HandoffId } from '../../../shared/domain/ids'
import type { NotedSource } from '../../../shared/domain/noted-source'
import { foldEvents } from '../../../shared/events/fold'
import type { IncidentEvent } from '../../../shared/events/registry'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { notFound } from '../decision'
import { renderHandoff } from '../documents/handoff'
import type { Handlers } from '../handlers'
import type { Ledger } from '../ledger'

export interface HandoffParts {
  readonly ledger: Ledger
  /** All of a picture's bytes; undefined where it is not on this machine. */
  readonly picture: (hash: ContentHash) => Uint8Array | undefined
}

const extension = { markdown: 'md', html: 'html' } as const

/** The handoff document as of its event, drawn from the log each time: it can neither be lost nor differ from the record. */
function readHandoff({ ledger, picture }: HandoffParts, input: Parsed<'handoff:read'>): Reply<HandoffText, Fault> {
  const events = eventsUntil(ledger, input)
  const written = events.at(-1)
  const record = foldEvents(undefined, events)
  if (record === undefined || written?.kind !== 'handoff-written') {
    return notFound('handoff-not-here')
  }
  const text = renderHandoff(handoffContent(record.incident, record.timeline, written.at), input.format, picture)
  const stamp = new Date(written.at).toISOString().slice(0, 19).replace(/:/g, '')
  const fileName = `handoff-${input.incident.slice(0, 8)}-${stamp}Z.${extension[input.format]}`
  return ok({ fileName, text })
}

function saveHandoff(
  parts: HandoffParts,
  folder: string,
  input: Parsed<'handoff:save'>,
): Reply<WrittenDocument, Fault> {
  const document = readHandoff(parts, input)
  return document.ok ? writeWhole(folder, document.value) : document
}

function eventsUntil(
  ledger: Ledger,
  { incident, handoff }: { incident: Parsed<'handoff:read'>['incident']; handoff: HandoffId },
) {
  const all = ledger.events(incident, 0, Number.MAX_SAFE_INTEGER)
  const end = all.findIndex(event => isHandoff(event, handoff))
  return all.slice(0, end + 1)
}

function isHandoff(event: IncidentEvent, handoff: HandoffId): boolean {
  return event.kind === 'handoff-written' && event.body.handoff === handoff
}

/** Whole or not at all: a half-written handoff would be read as a whole one. */
function writeWhole(folder: string, { fileName, text }: HandoffText): Reply<WrittenDocument, Fault> {
  const path = join(folder, fileName)
  try {
    // Not its parents: a data folder that was moved away must not be begun anew by a document.
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 })
    writeFileSync(`${path}.part`, text, { mode: 0o600, flush: true })
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
