import { useEffect, useMemo, useState } from 'react'
import type { ArchiveAnswer, ArchiveOrder } from '../../../shared/contract/archive'
import type { Fault } from '../../../shared/contract/faults'
import { type IncidentSummary, openWorstFirst } from '../../../shared/contract/incidents'
import type { ReadQuery } from '../../../shared/domain/archive/archive-query'
import { type ArchiveQuestion, everything } from '../../../shared/domain/archive/archive-question'
import type { ArchivedIncident } from '../../../shared/domain/archive/archived-incident'
import { numberText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useSelection } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'

/** A row of the list, from the archive or, while that is still being read, from the list of incidents. */
export type ListedIncident = Pick<
  ArchivedIncident,
  'id' | 'title' | 'severity' | 'status' | 'began' | 'ended' | 'ic' | 'services'
>

interface Archive {
  readonly rows: readonly ListedIncident[]
  /** What one has to know of the list. */
  readonly note: string
  readonly fault: Fault | undefined
  readonly again: () => void
  /** Undefined: there are no earlier ones. */
  readonly more: (() => void) | undefined
}

/** Milliseconds between queries while the index is being built. */
const RETRY = 500
/** The same while the index cannot be built; the engine retries that at its own pace. */
const RETRY_FAILED = 5_000

/** [AV5] What is listed for a query: without one the open incidents, the worst first, and then the ended ones. */
export function useArchive({ question, flaws }: ReadQuery, best: boolean): Archive {
  const { link } = useCockpit()
  const incidents = useSelection(state => state.incidents)
  const isAll = question === everything && flaws.length === 0
  const asked: ArchiveQuestion = isAll ? ended : question
  const order: ArchiveOrder = best ? 'best' : 'newest'
  const [attempts, setAttempts] = useState(0)
  const input = useMemo(() => ({ question: asked, order, before: null }), [asked, order])
  const read = useRead('archive:search', input, attempts)
  const answer = read.value ?? read.latest
  const key = JSON.stringify(input)
  const [later, setLater] = useState<Later>({ key, found: [], next: null, fault: undefined })
  const earlier = later.key === key && read.value !== undefined ? later : undefined
  const behind = read.value !== undefined && (read.value.reading !== null || read.value.failed)
  const failed = read.value?.failed === true
  // biome-ignore lint/correctness/useExhaustiveDependencies: each incomplete answer triggers one more query
  useEffect(() => {
    if (!behind) return
    const timer = setTimeout(() => setAttempts(count => count + 1), failed ? RETRY_FAILED : RETRY)
    return () => clearTimeout(timer)
  }, [behind, failed, read.value])
  const next = earlier?.found.length ? earlier.next : (answer?.next ?? null)
  const loadMore = async () => {
    const reply = await link.call('archive:search', { ...input, before: next })
    const found = earlier?.found ?? []
    if (reply.ok) setLater({ key, found: [...found, ...reply.value.found], next: reply.value.next, fault: undefined })
    else setLater({ key, found, next, fault: reply.fault })
  }
  const rows = useMemo(() => {
    const found = [...(answer?.found ?? []), ...(earlier?.found ?? [])]
    return listed(isAll, incidents, found)
  }, [isAll, incidents, answer, earlier])
  return {
    rows,
    note: noteOn(answer, rows.length, flaws.length > 0),
    fault: read.fault ?? earlier?.fault,
    again: read.again,
    more: next === null ? undefined : () => void loadMore(),
  }
}

interface Later {
  /** Of the query that they belong to. */
  readonly key: string
  readonly found: readonly ArchivedIncident[]
  readonly next: number | null
  readonly fault: Fault | undefined
}

const ended: ArchiveQuestion = { ...everything, status: 'ended' }

/** Ended incidents of the list that are shown before the archive has answered. */
const MOST_AT_ONCE = 50

function listed(
  isAll: boolean,
  incidents: readonly IncidentSummary[],
  found: readonly ArchivedIncident[],
): readonly ListedIncident[] {
  if (!isAll) return found
  const open = openWorstFirst(incidents).map(ofSummary)
  // What ended just now may not be in the archive yet.
  const known = new Set(found.map(({ id }) => id))
  const over = incidents.filter(({ id, status }) => status === 'resolved' && !known.has(id))
  const missing = over.toSorted((a, b) => b.declaredAt - a.declaredAt).slice(0, found.length === 0 ? MOST_AT_ONCE : 0)
  const running = new Set(open.map(({ id }) => id))
  return [...open, ...missing.map(ofSummary), ...found.filter(({ id }) => !running.has(id))]
}

function ofSummary({ id, title, severity, status, declaredAt, resolvedAt, ic }: IncidentSummary): ListedIncident {
  return {
    ...{ id, title, severity, status, began: declaredAt },
    ...{ ended: status === 'resolved' ? (resolvedAt ?? null) : null, ic: ic?.name ?? null, services: [] },
  }
}

function noteOn(answer: ArchiveAnswer | undefined, shown: number, isFlawed: boolean): string {
  if (answer === undefined || isFlawed) return ''
  const { reading, failed, reason } = answer
  const text = texts.search
  const { advice } = text
  if (failed) return reason === undefined ? t(text.failed, { advice }) : t(text.failedBecause, { reason, advice })
  if (reading !== null && reading.total === 0) return text.readingFirst
  if (reading !== null) return t(text.reading, { done: numberText(reading.done), total: numberText(reading.total) })
  return shown === 0 ? texts.archive.nothing : ''
}
