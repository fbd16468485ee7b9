import { utcClock } from '../lib/time'
import { shortened } from '../lib/whole-characters'
import { type Actor, actorName, roleLetters, roles } from './people'
import type { Staffed } from './responders'
import type { EntryKind, TimelineEntry } from './timeline'
import type { RecordedRequest } from './vendor-request'

/**
 * [RM1] What the room and the timeline repeat of each other: everything, what is pinned or a decision, or nothing.
 */
export const mirrorModes = ['all', 'decisions', 'none'] as const
export type MirrorMode = (typeof mirrorModes)[number]

/** Of a room that was opened in one act; one that was opened before there was a choice repeats nothing by itself. */
export const defaultMirror: MirrorMode = 'decisions'

/** Lines in one message of the room. */
const MOST_LINES = 20
/** [RM3] After a time without Slack the newest of these are posted, with a word on how many came before. */
const MOST_PENDING = 60
const LONGEST_LINE = 500
/** Kinds of automatic lines that responders in the room want to see; what left and came back is there anyway. */
const toldAutomatically: readonly EntryKind[] = ['status', 'comms', 'decision']
/** Lines that came out of Slack. */
const FROM_SLACK = 'slack:'

/** What one message repeats: lines by their keys; `since`: lines recorded before it are done with, `skipped` of them unsaid. */
export interface LinesToPost {
  readonly lines: readonly string[]
  readonly since: number
  readonly skipped: number
}

/** [RM2] A line as it reads now: corrected or retracted it is another thing to say. */
export function lineKey({ id, earlier, retraction }: Pick<TimelineEntry, 'id' | 'earlier' | 'retraction'>): string {
  return `${id}~${retraction === null ? earlier.length : 'retracted'}`
}

export function lineOfKey(key: string): string {
  return key.slice(0, key.lastIndexOf('~'))
}

/** [RM1] Whether a line is repeated at all. [RM4] What came from the room never goes back to it. */
function isRepeated({ id, kind, automatic, routine, pinned }: TimelineEntry, mode: MirrorMode): boolean {
  if (mode === 'none' || id.startsWith(FROM_SLACK)) return false
  if (mode === 'decisions') return (pinned || kind === 'decision') && !routine
  return !automatic || (!routine && toldAutomatically.includes(kind))
}

/**
 * [RM2] What the next message repeats; undefined: nothing, or an earlier message is not settled. Which lines are out is
 * known from the requests of the log, so that another machine and a later start post none of them again.
 * @param from epoch milliseconds: lines recorded before the room was there are not repeated
 */
export function linesToPost(
  timeline: readonly TimelineEntry[],
  acts: readonly RecordedRequest[],
  { mode, from }: { readonly mode: MirrorMode; readonly from: number },
): LinesToPost | undefined {
  const posted = acts.flatMap(({ what, standing }) => (what.kind === 'chat-lines' ? [{ what, standing }] : []))
  // One at a time. One that failed or that nobody knows of waits for a person: the next would fail as well.
  if (posted.some(({ standing }) => standing.state !== 'done' && standing.state !== 'superseded')) return undefined
  const keys = new Set(posted.flatMap(({ what }) => what.lines))
  const known = new Set([...keys].map(lineOfKey))
  const since = Math.max(from, ...posted.map(({ what }) => what.since))
  const pending = timeline.filter(line => {
    if (line.recordedAt < since || line.erasure !== undefined || !isRepeated(line, mode)) return false
    if (keys.has(lineKey(line))) return false
    // What was retracted before anybody in the room saw it was never said there.
    return line.retraction === null || known.has(line.id)
  })
  if (pending.length === 0) return undefined
  const kept = pending.slice(-MOST_PENDING)
  const skipped = pending.length - kept.length
  const lines = kept.slice(0, MOST_LINES)
  return {
    lines: lines.map(lineKey),
    since: skipped > 0 ? Math.min(...kept.map(one => one.recordedAt)) : since,
    skipped,
  }
}

/** `[12:03 UTC] [IC Ann] decision: roll back`, as the room reads it. */
export function lineText(line: TimelineEntry, staffed: Pick<Staffed, 'roles'>, words: MirrorWords): string {
  const kind = line.kind === 'note' || line.automatic ? '' : `${line.kind}: `
  const text = shortened(line.text.replace(/\s+/g, ' ').trim(), LONGEST_LINE)
  const change = line.retraction !== null ? words.retracted : line.earlier.length > 0 ? words.corrected : ''
  return `[${utcClock(line.occurredAt).slice(0, 5)} UTC] [${whoText(line.by, staffed)}] ${change}${kind}${text}`
}

/** Texts before a line that is said again. */
export interface MirrorWords {
  readonly corrected: string
  readonly retracted: string
}

function whoText(by: Actor, { roles: held }: Pick<Staffed, 'roles'>): string {
  if (by.kind !== 'person') return actorName(by)
  const role = roles.find(one => held[one]?.responder.id === by.responder.id)
  return role === undefined ? actorName(by) : `${roleLetters[role]} ${actorName(by)}`
}
