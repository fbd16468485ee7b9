import * as z from 'zod/mini'
import type { Connection } from '../../../../shared/contract/connections'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { Annotation } from '../../../../shared/contract/metrics'
import { rowId } from '../../../../shared/domain/row-id'
import type { Millis } from '../../../../shared/lib/time'
import type { FeedReply } from '../../feeds/types'
import type { Api } from '../../http/api'
import { parserOf } from '../../http/json'
import { plainLine } from '../../http/plain-text'
import { rowsIn, someRead, unreadRows } from '../../http/rows'
import { maybeText } from '../fields'
import { goodAnswer } from '../gaps'
import { isOurTag } from './requests'

const annotation = z.object({
  id: z.number(),
  time: z.number(),
  timeEnd: z.nullish(z.number()),
  text: maybeText,
  tags: z.nullish(z.array(z.string())),
})
const parseAnnotations = parserOf('grafana', rowsIn(annotation))

/** The API knows no pages, and answers the newest of a span. */
const MOST = 100

/** [GA2] What people and pipelines noted between two instants. Not ours: those are in the timeline already. */
export async function fetchAnnotations(
  api: Api,
  { id: connection }: Connection,
  { from, to }: { readonly from: Millis; readonly to: Millis },
  signal: AbortSignal,
): FeedReply<readonly Annotation[]> {
  const query = [
    // Grafana ignores both of them unless it has both.
    ['from', String(Math.floor(from))],
    ['to', String(Math.floor(to))],
    // Without the marks that Grafana itself makes at every change of an alert.
    ['type', 'annotation'],
    ['limit', String(MOST)],
  ] as const
  const reply = await api.ask({ method: 'GET', path: '/annotations', query }, parseAnnotations, signal)
  if (!reply.ok) return reply
  const notes = someRead(reply.value, 'list-annotations')
  if (!notes.ok) return notes
  const others = notes.value.filter(({ tags }) => !(tags ?? []).some(isOurTag)).slice(0, MOST)
  const read = others.map(
    ({ id, time, timeEnd, text, tags }): Annotation => ({
      id: rowId(connection, id),
      connection,
      text: plainLine(withoutMarkup(text ?? ''), 300) || 'A note without words',
      tags: (tags ?? []).slice(0, 12).map(tag => plainLine(tag, 60)),
      at: time,
      // Grafana gives an instant an end too, at the same time.
      until: timeEnd !== null && timeEnd !== undefined && timeEnd > time ? timeEnd : null,
    }),
  )
  // It answers no more than it was asked for, and so does not say that there is more.
  const full = reply.value.read.length + reply.value.odd.length >= MOST
  const cut: FaultValue = full ? { code: 'annotations-cut', values: { most: MOST } } : ''
  return goodAnswer(
    read.toSorted((a, b) => b.at - a.at),
    [unreadRows(reply.value, 'list-annotations'), cut],
    full,
  )
}

/** Pipelines write links in HTML here, which Grafana shows as such. */
function withoutMarkup(text: string): string {
  return text.slice(0, 5_000).replace(/<\/?[a-z][^<>]*>/gi, ' ')
}
