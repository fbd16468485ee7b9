import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GrafanaFact, grafanaFact } from '../../../../src/main/engine/drill/standins/grafana-facts'
import { type PagerDutyFact, pagerDutyFact } from '../../../../src/main/engine/drill/standins/pagerduty-facts'
import { type SlackFact, slackFact } from '../../../../src/main/engine/drill/standins/slack-facts'
import { type StatuspageFact, statuspageFact } from '../../../../src/main/engine/drill/standins/statuspage-facts'
import { textMarker } from '../../../../src/main/engine/vendors/marker'
import type { OutwardAct } from '../../../../src/shared/domain/act'
import type { ActId, UpdateId } from '../../../../src/shared/domain/ids'
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

/** How often the vendor did it. An act of several requests counts as often as its most repeated change. */
export function timesDone(journals: Journals, order: Order): number {
  return 'content' in order ? timesPublished(journals, order.id) : timesActed(journals, order.id, order.what)
}

function timesPublished({ slack, statuspage }: Journals, id: UpdateId): number {
  const onPage = statuspage.filter(fact => fact.kind === 'incident' && fact.change.metadata?.quarterdeck?.update === id)
  const said = slack.filter(fact => !('kind' in fact) && fact.metadata?.event_payload.update === id)
  return onPage.length + said.length
}

function timesActed(journals: Journals, id: ActId, what: OutwardAct): number {
  const { pagerduty, grafana, slack, statuspage } = journals
  const count = <Fact>(facts: readonly Fact[], isIt: (fact: Fact) => boolean) => facts.filter(isIt).length
  const onPage = (isIt: (fact: PagerDutyFact) => boolean) =>
    count(pagerduty, fact => 'page' in what && fact.incident === what.page.id && isIt(fact))
  switch (what.kind) {
    case 'page-acknowledge':
      return onPage(fact => fact.kind === 'status' && fact.status === 'acknowledged')
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
      return count(pagerduty, fact => fact.kind === 'created' && fact.key === id)
    case 'annotation':
      return count(grafana, fact => fact.tags.includes(`quarterdeck:${id}`))
    case 'chat-open':
      return count(slack, fact => 'kind' in fact && fact.kind === 'channel' && fact.name === what.name)
    case 'chat-topic':
      return count(slack, fact => 'kind' in fact && fact.kind === 'topic' && fact.topic === what.topic)
    case 'chat-post':
      return count(slack, fact => !('kind' in fact) && fact.metadata?.event_payload.act === id)
    case 'chat-pin':
      return count(slack, fact => 'kind' in fact && fact.kind === 'pin' && fact.message === what.message)
    case 'components-set':
      return what.components.every(({ id: part }) => isSet(statuspage, part)) ? 1 : 0
    case 'maintenance-schedule':
      return count(statuspage, fact => fact.kind === 'incident' && fact.change.metadata?.quarterdeck?.act === id)
    case 'maintenance-move':
      return count(
        statuspage,
        fact => fact.kind === 'incident' && fact.incident === what.maintenance.id && fact.change.status === what.to,
      )
    case 'postmortem-publish':
      return count(
        statuspage,
        fact => fact.kind === 'postmortem' && fact.draft === null && fact.incident === what.publicIncident.id,
      )
    default:
      return unreachable(what)
  }
}

/** Set twice to the same is set once: customers see no difference. */
function isSet(facts: readonly StatuspageFact[], component: string): boolean {
  return facts.some(fact => fact.kind === 'component' && fact.component === component)
}

/** Whether any part of it is there. */
export function isTouched({ statuspage }: Journals, what: OutwardAct): boolean {
  return what.kind === 'components-set' && what.components.some(({ id }) => isSet(statuspage, id))
}
