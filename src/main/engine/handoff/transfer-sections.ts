import { createHash } from 'node:crypto'
import type { TransferSection, TransferSections } from '../../../shared/contract/transfer'
import { handoffContent } from '../../../shared/domain/handoff-content'
import { type HandoffSection, handoffSections } from '../../../shared/domain/handoff-sections'
import type { ContentHash } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Transfer } from '../../../shared/domain/transfer'
import type { Millis } from '../../../shared/lib/time'
import { pageOneSections } from '../documents/handoff-page-one'
import { sectionRows } from '../documents/section-rows'
import type { LiveRecord } from '../record/live-record'

type Read = Pick<LiveRecord, 'incident' | 'timeline'>

/**
 * [TC2] The sections of the handoff's first page as the record has them, with spans and ages as of `at`: of two drawn for
 * one instant, a difference is one of the record. What other systems showed is left out, it differs at each look.
 */
function sectionsAt({ incident, timeline }: Read, at: Millis): readonly TransferSection[] {
  const sections = pageOneSections({ ...handoffContent(incident, timeline(), at), sources: null })
  return orderOf(incident).map(section => {
    const { title, blocks } = sections[section]
    const rows = sectionRows(blocks)
    return { section, title, rows, digest: digestOf(rows) }
  })
}

/** One of them. */
export function sectionAt(record: Read, section: string, at: Millis): TransferSection | undefined {
  return sectionsAt(record, at).find(one => one.section === section)
}

/** [TC2] What was read back and says something else by now, and what was not read at all. */
export function unreadSections(record: Read, { read }: Pick<Transfer, 'read'>) {
  const drawn = new Map<Millis, readonly TransferSection[]>()
  const now = (at: Millis) => {
    const known = drawn.get(at) ?? sectionsAt(record, at)
    drawn.set(at, known)
    return known
  }
  const missing = orderOf(record.incident).filter(section => read[section] === undefined)
  const changed = orderOf(record.incident).filter(section => {
    const said = read[section]
    return said !== undefined && now(said.drawnAt).find(one => one.section === section)?.digest !== said.digest
  })
  return { missing, changed }
}

/** [TC2] All of them as of now, with what has changed since it was read back. */
export function transferSections(record: Read, transfer: Pick<Transfer, 'read'>, now: Millis): TransferSections {
  return { drawnAt: now, sections: sectionsAt(record, now), changed: unreadSections(record, transfer).changed }
}

/** What the method names first, then the others. */
function orderOf({ method }: Pick<Incident, 'method'>): readonly HandoffSection[] {
  return [...new Set([...(method?.rules.transfer?.readBack ?? []), ...handoffSections])]
}

function digestOf(rows: TransferSection['rows']): ContentHash {
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex') as ContentHash
}
