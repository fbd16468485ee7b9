import * as z from 'zod/mini'
import { joinedReasons } from '../../../../shared/contract/coded-reason'
import type { Connection } from '../../../../shared/contract/connections'
import type { FaultValue } from '../../../../shared/contract/fault-codes'
import type { Proposal } from '../../../../shared/domain/proposal'
import { ok } from '../../../../shared/lib/reply'
import type { Millis } from '../../../../shared/lib/time'
import type { FeedReply, LinkedRoom, ProposalsAnswer, Room, RoomFeed } from '../../feeds/types'
import type { Api } from '../../http/api'
import { plainLine, plainText } from '../../http/plain-text'
import { unreadRows } from '../../http/rows'
import { idText, instantOf, isoTime, maybeText } from '../fields'
import { goodAnswer } from '../gaps'
import { isMarked } from '../marker'
import { openRound } from '../parts'
import { pagePath } from './page'
import { sliceOf } from './paging'

const note = z.object({
  id: idText,
  content: maybeText,
  created_at: isoTime,
  user: z.nullish(z.object({ summary: maybeText })),
})
const parseNotes = sliceOf('notes', note)

/** Pages read in one round; an incident is rarely linked to more. */
const MOST_PAGES = 8
/** PagerDuty stores 2,000 notes an incident; nobody writes more than these at once. */
const MOST_NOTES = 100
const LONGEST = 2_000

/**
 * [PD17] Notes that others wrote on open PagerDuty incidents. Ours have our marker, and are in the timeline already.
 */
export function pageNotes(api: Api, { id: connection }: Connection): RoomFeed {
  return {
    async fetchProposals(places, signal): FeedReply<ProposalsAnswer> {
      const round = openRound<string>()
      const [proposals, odd]: [Proposal[], FaultValue[]] = [[], []]
      const pages = [...pagesOf(places)].slice(0, MOST_PAGES)
      for (const [page, since] of pages) {
        const ask = () => api.ask({ method: 'GET', path: `${pagePath(page)}/notes` }, parseNotes, signal)
        const rows = (await round.read(page, ask))?.rows
        const read = rows?.read ?? []
        if (rows !== undefined) odd.push(unreadRows(rows, { code: 'list-notes-of', values: { page } }))
        proposals.push(...read.filter(one => isProposable(one, since)).map(one => proposal(connection, page, one)))
      }
      const missing = pages.length === 0 ? ok([]) : round.end()
      if (!missing.ok) return missing
      const gap = joinedReasons(
        missing.value.map(({ part: page, reason }) => ({ code: 'page-notes-unread', values: { page, reason } })),
      )
      const newest = proposals.toSorted((a, b) => b.at - a.at).slice(0, MOST_NOTES)
      return goodAnswer({ proposals: newest, gap }, odd)
    },
  }
}

/** Each page once, since the earliest instant that an incident wants it from. */
function pagesOf(places: readonly (Room | LinkedRoom)[]): ReadonlyMap<string, Millis> {
  const earliest = new Map<string, Millis>()
  for (const place of places) {
    if ('page' in place) earliest.set(place.page, Math.min(place.since, earliest.get(place.page) ?? place.since))
  }
  return earliest
}

type Note = z.output<typeof note>

function isProposable({ content, created_at }: Note, since: Millis): boolean {
  const text = (content ?? '').trim()
  return text !== '' && !isMarked(text) && instantOf(created_at) >= since
}

function proposal(connection: Connection['id'], page: string, { id, content, created_at, user }: Note): Proposal {
  return {
    id: `pagerduty:${page}:${id}`,
    connection,
    channel: page,
    kind: 'page-note',
    author: plainLine(user?.summary ?? '', 80) || 'Somebody',
    text: plainText(content ?? '', LONGEST) || '(empty)',
    at: instantOf(created_at),
    pinned: false,
    shared: false,
  }
}
