import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GrafanaFact, grafanaFact } from '../../../../src/main/engine/drill/standins/grafana-facts'
import { type PagerDutyFact, pagerDutyFact } from '../../../../src/main/engine/drill/standins/pagerduty-facts'
import { type SlackFact, slackFact } from '../../../../src/main/engine/drill/standins/slack-facts'
import { type StatuspageFact, statuspageFact } from '../../../../src/main/engine/drill/standins/statuspage-facts'
import { textMarker } from '../../../../src/main/engine/vendors/marker'
import { markedChannelName } from '../../../../src/shared/domain/channel-name'
import type { IncidentId, OutboxItemId, UpdateId } from '../../../../src/shared/domain/ids'
import type { VendorRequest } from '../../../../src/shared/domain/vendor-request'
import { unreachable } from '../../../../src/shared/lib/unreachable'
import type { Order } from './orders'

/** What the vendors' stand-ins were told, from their own files. */
export interface Journals {
  readonly pagerduty: readonly PagerDutyFact[]
  readonly grafana: readonly GrafanaFact[]
  readonly slack: readonly SlackFact[]
  readonly statuspage: readonly StatuspageFact[]
}

export function readJournals(folder: string): Journals {
  return {
    pagerduty: lines(folder, 'pagerduty', pagerDutyFact),
    grafana: lines(folder, 'grafana', grafanaFact),
    slack: lines(folder, 'slack', slackFact),
    statuspage: lines(folder, 'statuspage', statuspageFact),
  }
}

function lines<Fact>(folder: string, name: string, fact: { parse(line: unknown): Fact }): readonly Fact[] {
  const file = join(folder, `${name}.jsonl`)
  const whole = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
  return whole.map(line => fact.parse(JSON.parse(line)))
}

/** Which facts of its vendor's journal are this act, by their place there. */
export function placesOf(journals: Journals, order: Order): readonly number[] {
  return 'content' in order ? placesOfUpdate(journals, order.id) : placesOfAct(journals, order.id, order.what)
}

/** How often the vendor did it. Components that are set twice to the same are set once: customers see no difference. */
export function timesDone(journals: Journals, order: Order): number {
  const places = placesOf(journals, order)
  if (!('what' in order) || order.what.kind !== 'components-set') return places.length
  return order.what.components.every(({ id }) => isSet(journals, id)) ? 1 : 0
}

/** Ids of the public incidents that updates of this incident opened. */
export function publicIncidentsOf({ statuspage }: Journals, incident: IncidentId): readonly string[] {
  const opened = statuspage.flatMap(fact => {
    if (fact.kind !== 'incident') return []
    const mark = fact.change.metadata?.quarterdeck
    return mark?.incident === incident && mark.update !== undefined ? [fact.incident] : []
  })
  return [...new Set(opened)]
}

function placesOfUpdate({ slack, statuspage }: Journals, id: UpdateId): readonly number[] {
  return [
    ...places(statuspage, fact => fact.kind === 'incident' && fact.change.metadata?.quarterdeck?.update === id),
    ...places(slack, fact => !('kind' in fact) && fact.metadata?.event_payload.update === id),
  ]
}

function placesOfAct(journals: Journals, id: OutboxItemId, what: VendorRequest): readonly number[] {
  const { pagerduty, grafana, slack, statuspage } = journals
  const onPage = (isIt: (fact: PagerDutyFact) => boolean) =>
    places(pagerduty, fact => 'page' in what && fact.incident === what.page.id && isIt(fact))
  switch (what.kind) {
    case 'page-acknowledge':
      return onPage(fact => fact.kind === 'status' && fact.status === 'acknowledged')
    case 'page-snooze':
      return onPage(fact => fact.kind === 'snooze')
    case 'page-resolve':
      return onPage(fact => fact.kind === 'status' && fact.status === 'resolved')
    case 'page-reassign':
      return onPage(fact => fact.kind === 'assign' && fact.level === null)
    case 'page-escalate':
      return onPage(fact => fact.kind === 'assign' && fact.level === what.level)
    case 'page-note':
      return onPage(fact => fact.kind === 'note' && fact.content.includes(textMarker(id)))
    case 'page-status-update':
      return onPage(fact => fact.kind === 'status-update' && fact.message.includes(textMarker(id)))
    case 'page-add-responders':
      return onPage(fact => fact.kind === 'responders' && fact.message.includes(textMarker(id)))
    case 'page-create':
      return places(pagerduty, fact => fact.kind === 'created' && fact.key === id)
    case 'annotation':
      return places(grafana, fact => fact.tags.includes(`quarterdeck:${id}`))
    case 'chat-open':
      return places(
        slack,
        fact => 'kind' in fact && fact.kind === 'channel' && fact.name === markedChannelName(what.name, id),
      )
    case 'chat-topic':
      return places(slack, fact => 'kind' in fact && fact.kind === 'topic' && fact.topic === what.topic)
    case 'chat-post':
    case 'chat-lines':
      return places(slack, fact => !('kind' in fact) && fact.metadata?.event_payload.act === id)
    case 'chat-pin':
      return places(slack, fact => 'kind' in fact && fact.kind === 'pin' && fact.message === what.message)
    case 'chat-invite':
      return places(slack, fact => 'kind' in fact && fact.kind === 'invite' && fact.user === what.person.id)
    case 'chat-archive':
      return places(slack, fact => 'kind' in fact && fact.kind === 'archive' && fact.channel === what.channel.id)
    case 'components-set':
      return places(
        statuspage,
        fact => fact.kind === 'component' && what.components.some(part => part.id === fact.component),
      )
    case 'maintenance-schedule':
      return places(statuspage, fact => fact.kind === 'incident' && fact.change.metadata?.quarterdeck?.act === id)
    case 'maintenance-move':
      return places(
        statuspage,
        fact => fact.kind === 'incident' && fact.incident === what.maintenance.id && fact.change.status === what.to,
      )
    case 'postmortem-publish':
      return places(
        statuspage,
        fact => fact.kind === 'postmortem' && fact.draft === null && fact.incident === what.publicIncident.id,
      )
    case 'metric-point':
      return places(
        statuspage,
        fact => fact.kind === 'point' && fact.metric === what.metric.id && fact.point.value === what.value,
      )
    case 'update-edit':
      return places(statuspage, fact => fact.kind === 'edit' && fact.change.body === what.body)
    default:
      return unreachable(what)
  }
}

function places<Fact>(facts: readonly Fact[], isIt: (fact: Fact) => boolean): readonly number[] {
  return facts.flatMap((fact, at) => (isIt(fact) ? [at] : []))
}

function isSet({ statuspage }: Journals, component: string): boolean {
  return statuspage.some(fact => fact.kind === 'component' && fact.component === component)
}

/** Whether any part of it is there. */
export function isTouched(journals: Journals, order: Order): boolean {
  return placesOf(journals, order).length > 0
}

/** What the page says of an update's components, or null where the update is not there. */
export function componentsTold({ statuspage }: Journals, id: UpdateId): Readonly<Record<string, string>> | null {
  const fact = statuspage.find(one => one.kind === 'incident' && one.change.metadata?.quarterdeck?.update === id)
  return fact?.kind === 'incident' ? (fact.change.components ?? {}) : null
}
