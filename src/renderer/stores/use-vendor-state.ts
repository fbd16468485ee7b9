import type { AlertRow } from '../../shared/contract/alert-rows'
import type { FeedStatus } from '../../shared/contract/feeds'
import type { StatusPage } from '../../shared/contract/status-pages'
import { ageOf as ageAt } from '../../shared/domain/freshness'
import type { ConnectionId } from '../../shared/domain/ids'
import { rowId } from '../../shared/domain/row-id'
import type { VendorRequest } from '../../shared/domain/vendor-request'
import { type Millis, roughly } from '../../shared/lib/time'
import { listText, roughSpanText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useBoard, useNow } from './cockpit'
import { useOpenAlert } from './use-alert-answer'

const text = texts.actFacts

/** Vendor data that can show whether a request was carried out. */
interface Read {
  readonly feeds: readonly FeedStatus[]
  readonly pages: readonly StatusPage[]
  /** The PagerDuty incident that the request is about; null: not open, undefined: not known yet. */
  readonly page: AlertRow | null | undefined
}

/** [AC2] For a request with an unknown outcome: what the vendor shows, and how old that is. */
function vendorState(what: VendorRequest, read: Read, now: Millis): string {
  if ('page' in what) return pagerDutyState(what.connection, read, now)
  if (what.kind === 'components-set') return componentState(what, read, now)
  return t(text.notRead, { name: nameOf(what.connection, read) })
}

function pagerDutyState(connection: ConnectionId, read: Read, now: Millis): string {
  const row = read.page
  const [name, age] = [nameOf(connection, read), ageOf(connection, 'alerts', read, now)]
  if (row === undefined) return t(text.asking, { name })
  return row === null
    ? t(text.noPage, { name, age })
    : t(text.page, { name, age, state: texts.alerts.states[row.state] })
}

function componentState(what: VendorRequest & { kind: 'components-set' }, read: Read, now: Millis): string {
  const page = read.pages.find(({ connection }) => connection === what.connection)
  const states = what.components.map(({ id, name }) => {
    const there = page?.components.find(component => component.id === id)
    if (there === undefined) return t(text.componentNotRead, { component: name })
    return t(text.component, { component: name, status: texts.acts.componentStatuses[there.status] })
  })
  const age = ageOf(what.connection, 'components', read, now)
  return t(text.components, { name: nameOf(what.connection, read), states: listText(states), age })
}

function ageOf(connection: ConnectionId, what: FeedStatus['what'], { feeds }: Read, now: Millis): string {
  const feed = feeds.find(one => one.connection === connection && one.what === what)
  const age = feed?.trueAt == null ? null : ageAt(feed.trueAt, now)
  return age === null ? text.noAge : t(text.age, { span: roughSpanText(roughly(age)) })
}

function nameOf(connection: ConnectionId, { feeds }: Read): string {
  return feeds.find(feed => feed.connection === connection)?.name ?? text.otherSide
}

/** What the vendor shows now about a request, as text. */
export function useVendorState(what: VendorRequest): string {
  const feeds = useBoard(board => board.feeds)
  const pages = useBoard(board => board.pages)
  const page = useOpenAlert('page' in what ? rowId(what.connection, what.page.id) : null)
  return vendorState(what, { feeds, pages, page }, useNow())
}
