import { joinedReasons, wordedReason } from '../../../shared/contract/coded-reason'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { StatusPage, StatusPagePart } from '../../../shared/contract/status-pages'
import type { Millis } from '../../../shared/lib/time'
import type { FeedIdentity } from './feed-list'
import type { PublicPageAnswer } from './types'

/** Of the page before this answer, as of when each part of it was true. */
export interface PageBefore {
  readonly page: StatusPage
  readonly trueAt: Millis
}

/**
 * [FE15] A page after an answer that may lack parts: a part that could not be read stays as it was read last, and says
 * since when. A page without its maintenance is still worth showing; an empty list in its place would be a lie.
 */
export function pageAfter(
  before: PageBefore | undefined,
  { id: feed, connection, name }: Pick<FeedIdentity, 'id' | 'connection' | 'name'>,
  answer: PublicPageAnswer,
): StatusPage {
  const { missing = [], ...read } = answer
  const kept = Object.fromEntries(missing.map(({ part }) => [part, before?.page[part] ?? []]))
  const page = { feed, connection, name, ...read, ...kept }
  if (missing.length === 0) return page
  return {
    ...page,
    missing: missing.map(({ part, reason }) => ({ part, ...wordedReason(reason), trueAt: sinceWhen(before, part) })),
  }
}

function sinceWhen(before: PageBefore | undefined, part: StatusPagePart): Millis | null {
  if (before === undefined) return null
  const gap = before.page.missing?.find(one => one.part === part)
  return gap === undefined ? before.trueAt : gap.trueAt
}

const unreadCodes = {
  components: 'components-unread',
  incidents: 'incidents-unread',
  maintenances: 'maintenances-unread',
} as const

/** Empty for none. */
export function missingParts(missing: PublicPageAnswer['missing'] = []): FaultValue {
  return joinedReasons(missing.map(({ part, reason }) => ({ code: unreadCodes[part], values: { reason } })))
}
