import * as z from 'zod/mini'
import { wordedProblem } from '../../../shared/contract/coded-reason'
import type { AlertRule } from '../../../shared/contract/rules'
import type { Vendor } from '../../../shared/contract/vendors'
import type { ConnectionId } from '../../../shared/domain/ids'
import { rowId } from '../../../shared/domain/row-id'
import type { FeedReply } from '../feeds/types'
import { type Api, type ApiRequest, STORM_BODY_LIMIT } from '../http/api'
import { parserOf } from '../http/json'
import { plainLine, plainText } from '../http/plain-text'
import { rowsIn, someRead, unreadRows } from '../http/rows'
import { looseText, maybeText } from './fields'
import { goodAnswer } from './gaps'
import { labelsId } from './labels'

/** Prometheus' list of rules, which Grafana answers for its own. Both call it unstable, so little of it is needed. */

const rule = z.object({
  type: maybeText,
  name: z.string(),
  state: maybeText,
  health: maybeText,
  lastError: maybeText,
  query: looseText,
  /** Grafana only. */
  uid: maybeText,
  isPaused: z.nullish(z.boolean()),
})

const group = z.object({ name: maybeText, file: maybeText, rules: z.optional(rowsIn(rule)) })
const answer = z.object({
  data: z.object({
    groups: z.optional(rowsIn(group)),
    // Where the next part begins of a list that was not returned whole.
    groupNextToken: maybeText,
  }),
})

type Rule = z.output<typeof rule>
type Group = z.output<typeof group>

export interface RulesOf {
  readonly vendor: Vendor
  readonly connection: ConnectionId
  readonly request: Pick<ApiRequest, 'path' | 'query'>
  /** Where the vendor shows a rule. */
  readonly url: (uid: string | null) => string | null
}

/** Every alerting rule, in one answer: the vendors give no pages unless they are asked to. */
export async function readRules(api: Api, of: RulesOf, signal: AbortSignal): FeedReply<readonly AlertRule[]> {
  const request = { method: 'GET', ...of.request, bodyLimit: STORM_BODY_LIMIT } as const
  const reply = await api.ask(request, parserOf(of.vendor, answer), signal)
  if (!reply.ok) return reply
  const { groups = noRows, groupNextToken } = reply.value.data
  const all = someRead(groups, 'list-rule-groups')
  if (!all.ok) return all
  const inGroups = {
    read: all.value.flatMap(({ rules }) => rules?.read ?? []),
    odd: all.value.flatMap(({ rules }) => rules?.odd ?? []),
  }
  const some = someRead(inGroups, 'list-rules')
  if (!some.ok) return some
  const rules = all.value.flatMap(group =>
    (group.rules?.read ?? []).flatMap((rule, at) => (isAlerting(rule) ? [alertRule(of, group, rule, at)] : [])),
  )
  const more = (groupNextToken ?? '') !== ''
  return goodAnswer(
    [...new Map(rules.map(each => [each.id, each])).values()],
    [unreadRows(groups, 'list-rule-groups'), unreadRows(inGroups, 'list-rules'), more ? { code: 'rules-cut' } : ''],
    more,
  )
}

const noRows = { read: [], odd: [] }

function isAlerting({ type }: Rule): boolean {
  return type === null || type === undefined || type === 'alerting'
}

function alertRule({ connection, url }: RulesOf, { name: group, file }: Group, rule: Rule, at: number): AlertRule {
  const uid = rule.uid || null
  const place = [baseName(file ?? ''), group ?? ''].map(text => plainLine(text, 120)).filter(text => text !== '')
  const health = healthOf(rule)
  const query = plainText(rule.query ?? '', 1_000)
  return {
    // Prometheus gives its rules no id, and allows a name twice in a group: one for each severity is common.
    id: rowId(connection, uid ?? labelsId({ file: file ?? '', group: group ?? '', name: rule.name, at: String(at) })),
    connection,
    name: plainLine(rule.name, 200) || 'Rule without a name',
    place: [...new Set(place)].join(' › '),
    state: stateOf(rule.state),
    health,
    ...wordedProblem(plainLine(rule.lastError ?? '', 500) || (rule.isPaused === true ? { code: 'rule-paused' } : '')),
    url: url(uid),
    ...(query !== '' && { query }),
  }
}

/** Of a file its name alone: the folders are the same for all of a server. */
function baseName(file: string): string {
  return file.split('/').at(-1) ?? file
}

/** Grafana says `normal` where Prometheus says `inactive`, and `recovering` while it still fires. */
function stateOf(state: string | null | undefined): AlertRule['state'] {
  if (state === 'firing' || state === 'alerting' || state === 'recovering') return 'firing'
  return state === 'pending' ? 'pending' : 'inactive'
}

function healthOf({ health, isPaused }: Rule): AlertRule['health'] {
  if (isPaused === true) return 'unknown'
  switch ((health ?? '').toLowerCase()) {
    case 'ok':
      return 'ok'
    case 'err':
    case 'error':
      return 'failing'
    case 'nodata':
      return 'no-data'
    default:
      return 'unknown'
  }
}
