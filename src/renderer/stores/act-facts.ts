import type { AlertRow } from '../../shared/contract/alert-rows'
import type { FeedStatus } from '../../shared/contract/feeds'
import type { StatusPage } from '../../shared/contract/status-pages'
import { ageOf as ageAt } from '../../shared/domain/freshness'
import type { ConnectionId } from '../../shared/domain/ids'
import type { VendorRequest } from '../../shared/domain/vendor-request'
import { type Millis, roughly } from '../../shared/lib/time'
import { listText, roughSpanText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'

const text = texts.actFacts

/** What was last read of the vendors, as far as it can tell whether an act was done. */
interface Read {
  readonly feeds: readonly FeedStatus[]
  readonly pages: readonly StatusPage[]
  /** The page that the act is about; null: it is not open, undefined: not asked, or not answered yet. */
  readonly page: AlertRow | null | undefined
}

/** [AC2] The other side's fact beside an act whose outcome is unknown: what the vendor shows, and how old that is. */
export function shownThere(what: VendorRequest, read: Read, now: Millis): string {
  if ('page' in what) return pageThere(what.connection, read, now)
  if (what.kind === 'components-set') return componentsThere(what, read, now)
  return t(text.notRead, { name: nameOf(what.connection, read) })
}

function pageThere(connection: ConnectionId, read: Read, now: Millis): string {
  const row = read.page
  const [name, age] = [nameOf(connection, read), ageOf(connection, 'alerts', read, now)]
  if (row === undefined) return t(text.asking, { name })
  return row === null
    ? t(text.noPage, { name, age })
    : t(text.page, { name, age, state: texts.alerts.states[row.state] })
}

function componentsThere(what: VendorRequest & { kind: 'components-set' }, read: Read, now: Millis): string {
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
