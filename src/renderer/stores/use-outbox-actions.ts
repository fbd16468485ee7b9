import { useMemo } from 'react'
import type { AlertRow } from '../../shared/contract/alert-rows'
import type { Input } from '../../shared/contract/calls'
import type { FeedStatus } from '../../shared/contract/feeds'
import type { StatusPage } from '../../shared/contract/status-pages'
import { ageOf as ageAt } from '../../shared/domain/freshness'
import { type ConnectionId, newId, type OutboxItemId } from '../../shared/domain/ids'
import type { VendorRequest } from '../../shared/domain/vendor-request'
import { type Millis, roughly } from '../../shared/lib/time'
import { listText, roughSpanText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useBoard, useCockpit, useNow } from './cockpit'
import type { FaultPlace } from './fault-store'
import { logForItem, logOfItem } from './outbox-items'
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

/** Requests to vendors, for the open incident or a PagerDuty incident without one. Faults show in `place`. */
export interface OutboxActions {
  /**
   * @param act one id for all attempts from one form, so that pressing Enter again requests nothing twice
   * @returns whether the engine accepted it; the outcome comes with the incident
   */
  readonly ask: (what: VendorRequest, act?: OutboxItemId) => Promise<boolean>
  readonly settle: (act: OutboxItemId, word: Input<'acts:settle'>['word']) => Promise<boolean>
}

export function useOutboxActions(place: FaultPlace): OutboxActions {
  const cockpit = useCockpit()
  return useMemo(() => {
    const { sendTo } = cockpit.commands
    return {
      ask: async (what, act = newId<OutboxItemId>()) =>
        (await sendTo(logForItem(what, cockpit), place, 'acts:ask', { act, what })).ok,
      settle: async (act, word) => (await sendTo(logOfItem(act, cockpit), place, 'acts:settle', { act, word })).ok,
    }
  }, [cockpit, place])
}

/** What the vendor shows now about a request, as text. */
export function useVendorState(what: VendorRequest): string {
  const feeds = useBoard(board => board.feeds)
  const pages = useBoard(board => board.pages)
  const page = useOpenAlert('page' in what ? `${what.connection}/${what.page.id}` : null)
  return vendorState(what, { feeds, pages, page }, useNow())
}
