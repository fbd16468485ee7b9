import type { HandoffText, Parsed } from '../../../shared/contract/calls'
import { type DocumentKind, documentFiles } from '../../../shared/domain/document-kinds'
import { type HandoffContent, handoffContent } from '../../../shared/domain/handoff-content'
import type { ContentHash, HandoffId } from '../../../shared/domain/ids'
import type { ProvenPart } from '../../../shared/domain/timeline'
import { foldEvents } from '../../../shared/events/fold'
import type { IncidentEvent } from '../../../shared/events/registry'
import { activityLog } from '../documents/activity-log'
import type { DocumentTree } from '../documents/blocks'
import { handoffTree } from '../documents/handoff-tree'
import { leadershipBrief } from '../documents/leadership-brief'
import { peopleOf } from '../documents/people-of'
import { redacted } from '../documents/redact'
import { shiftHandoff } from '../documents/shift-handoff'
import type { DocumentWriter } from '../documents/write-document'
import { writeHtml } from '../documents/write-html'
import { writeMarkdown } from '../documents/write-markdown'

type Asked = Parsed<'handoff:read'>

const trees: Readonly<Record<DocumentKind, (content: HandoffContent) => DocumentTree>> = {
  handoff: handoffTree,
  shift: shiftHandoff,
  leadership: leadershipBrief,
  'ics-214': activityLog,
}

/** A document before it is written as a file. */
interface DrawnTree {
  readonly tree: DocumentTree
  readonly fileName: string
}

/**
 * A document as of its event. Undefined: the log does not have that event.
 * @param log all events of its incident
 * @param proven up to where a damaged log is proven
 */
function drawTree(log: readonly IncidentEvent[], asked: Asked, proven?: ProvenPart): DrawnTree | undefined {
  const events = log.slice(0, log.findIndex(event => isHandoff(event, asked.handoff)) + 1)
  const written = events.at(-1)
  const record = foldEvents(undefined, events)
  if (record === undefined || written?.kind !== 'handoff-written') return undefined
  const content = { ...handoffContent(record.incident, record.timeline, written.at), proven }
  const { document = 'handoff', without } = asked
  const tree = redacted(trees[document](content), without, without?.people ? peopleOf(content) : [])
  return { tree, fileName: fileNameOf(asked, written.at) }
}

/**
 * The same as a file.
 * @param write of the format that is asked for
 * @param picture all of a picture's bytes; undefined where it is not on this machine
 */
export function drawHandoff(
  log: readonly IncidentEvent[],
  asked: Asked,
  write: DocumentWriter,
  picture: (hash: ContentHash) => Uint8Array | undefined,
  proven?: ProvenPart,
): Promise<HandoffText> | undefined {
  const drawn = drawTree(log, asked, proven)
  if (drawn === undefined) return undefined
  // What it reads from is closed after this call, so that the writer begins in it.
  return Promise.resolve(write(drawn.tree, picture)).then(file => ({ fileName: drawn.fileName, ...file }))
}

/** The handoff as both texts that everybody can read, at once: for a file that goes to people without Quarterdeck. */
export function drawTexts(
  log: readonly IncidentEvent[],
  asked: Omit<Asked, 'format'>,
  picture: (hash: ContentHash) => Uint8Array | undefined,
): { readonly html: string; readonly markdown: string } | undefined {
  const drawn = drawTree(log, { ...asked, format: 'html' })
  return drawn && { html: writeHtml(drawn.tree, picture), markdown: writeMarkdown(drawn.tree) }
}

/** `handoff-1b2c3d4e-2026-11-20T122000Z.html`: of one incident they sort by time. */
function fileNameOf({ incident, format, document = 'handoff', without }: Asked, at: number): string {
  const stamp = new Date(at).toISOString().slice(0, 19).replace(/:/g, '')
  const marked = without === undefined ? '' : '-redacted'
  return `${document}-${incident.slice(0, 8)}-${stamp}Z${marked}.${documentFiles[format].ends}`
}

function isHandoff(event: IncidentEvent, handoff: HandoffId): boolean {
  return event.kind === 'handoff-written' && event.body.handoff === handoff
}
