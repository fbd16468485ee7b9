import type { AlertAbout } from '../../../../shared/contract/alert-about'
import type { AlertRow } from '../../../../shared/contract/alert-rows'
import type { Answer } from '../../../../shared/contract/calls'
import { joinedReasons, problemPart, wordedProblem, wordedReason } from '../../../../shared/contract/coded-reason'
import { partOf } from '../../../../shared/contract/coded-text'
import type { Connection } from '../../../../shared/contract/connections'
import type { Fault } from '../../../../shared/contract/faults'
import type { FoundPerson, PagerDutyDirectory, StoredAnswer } from '../../../../shared/contract/people'
import type { PageMetric, StatusPageTemplate } from '../../../../shared/contract/status-pages'
import type { ConnectionId } from '../../../../shared/domain/ids'
import { ok, type Reply } from '../../../../shared/lib/reply'
import { MINUTE, type Millis } from '../../../../shared/lib/time'
import type { KnownOnCall } from '../../last-known/last-known'
import type { Clock } from '../../ports'
import { notFound } from '../../record/decision'
import type { Handlers } from '../../sessions/handlers'
import type { PeopleReads, ServiceList } from '../account'
import { wholeAlert, withOpenableLinks } from '../openable'
import { storedAnswers } from './stored-answers'
import type { VendorAccounts } from './vendor-accounts'

/** What is read from a vendor only when a person opens it. */
export interface OnDemandReads {
  /** @param row undefined: it is no longer open */
  pageDetails(
    row: AlertRow | undefined,
    connections: readonly Pick<Connection, 'baseUrl'>[],
  ): Promise<Reply<Answer<'pages:details'>, Fault>>
  /** [DI6] What the source of an alert says of it; null: nothing. Undefined: it did not answer. */
  aboutAlert(row: AlertRow, connections: readonly Pick<Connection, 'baseUrl'>[]): Promise<AlertAbout | null | undefined>
  pageTemplates(connection: ConnectionId): Promise<Reply<Answer<'pages:templates'>, Fault>>
  pageMetrics(connection: ConnectionId): Promise<Reply<Answer<'pages:metrics'>, Fault>>
  silences(): Promise<Reply<Answer<'alerts:silences'>, Fault>>
  onCall(): Promise<Reply<Answer<'people:on-call'>, Fault>>
  /** Who was on call when that could last be read in full. */
  knownOnCall(): KnownOnCall | null
  /** Why the last read of who is on call failed; empty: it succeeded, or there was none. */
  onCallTrouble(): string
  directory(connection: ConnectionId): Promise<Reply<Answer<'pages:directory'>, Fault>>
  /** [SY8] What each connection to PagerDuty lists; one that does not answer says so, beside what it listed last. */
  services(connections: readonly Pick<Connection, 'id' | 'name'>[]): Promise<Reply<Answer<'services:pagerduty'>, Fault>>
  findPeople(connection: ConnectionId, words: string): Promise<Reply<Answer<'people:find'>, Fault>>
}

/** Who is on call changes by the hour, and PagerDuty limits this call tightly. */
const ON_CALL_KEPT: Millis = MINUTE

/** Services, policies and people change by the week; a name that was just added is there after a coffee. */
const NAMES_KEPT: Millis = 10 * MINUTE
const MOST_SEARCHES = 200

const nobody: Answer<'people:on-call'> = { people: [], policies: [], problem: '' }

/** @param recalled who was on call before this engine started */
export function openOnDemandReads(
  accounts: VendorAccounts,
  clock: Clock,
  stopping: AbortSignal,
  recalled: KnownOnCall | null = null,
): OnDemandReads {
  const directories = storedAnswers<PagerDutyDirectory>({ clock, span: NAMES_KEPT, most: MOST_SEARCHES })
  const listed = storedAnswers<ServiceList>({ clock, span: NAMES_KEPT, most: MOST_SEARCHES })
  const prepared = storedAnswers<readonly StatusPageTemplate[]>({ clock, span: NAMES_KEPT, most: MOST_SEARCHES })
  const figures = storedAnswers<readonly PageMetric[]>({ clock, span: NAMES_KEPT, most: MOST_SEARCHES })
  const searches = storedAnswers<readonly FoundPerson[]>({ clock, span: NAMES_KEPT, most: MOST_SEARCHES })
  let kept = recalled
  let trouble = ''
  return {
    async pageDetails(row, connections) {
      const people = row && accounts.account(row.connection)?.people
      if (row === undefined || people === undefined) {
        return notFound('no-alert-details')
      }
      const reply = await people.pageDetails(row.externalId, stopping)
      return reply.ok ? ok(withOpenableLinks(reply.value, connections)) : reply
    },
    async aboutAlert(row, connections) {
      // A row that was stored before a restart has nothing beyond itself until its source is read again.
      if (row.origin === 'alert') return wholeAlert(row, connections)?.about ?? undefined
      const reply = await accounts.account(row.connection)?.people?.pageDetails(row.externalId, stopping)
      if (!reply?.ok) return undefined
      // A PagerDuty incident may have several alerts: the newest that says something.
      return (
        withOpenableLinks(reply.value, connections).alerts.findLast(({ about }) => about !== undefined)?.about ?? null
      )
    },
    async pageTemplates(connection) {
      const templates = accounts.account(connection)?.templates
      return templates === undefined ? notFound('no-page-templates') : prepared(connection, () => templates(stopping))
    },
    async pageMetrics(connection) {
      const metrics = accounts.account(connection)?.metrics
      return metrics === undefined ? notFound('no-page-metrics') : figures(connection, () => metrics(stopping))
    },
    async silences() {
      return ok(await everySilence(accounts.silencers(), stopping))
    },
    async onCall() {
      // Distance and not age: what was read at a time that is still ahead has an unknown age.
      const isYoung = kept !== null && Math.abs(clock.now() - kept.readAt) < ON_CALL_KEPT * clock.rate
      if (kept !== null && isYoung && kept.list.problem === '') return ok(kept.list)
      const people = accounts.people()
      const list = await everyOnCall(people, stopping)
      trouble = people.length > 0 && list.people.length === 0 ? list.problem : ''
      // An answer with a hole in it is asked for again the next time.
      if (list.people.length > 0 || list.problem === '') kept = { list, readAt: clock.now() }
      // [KN4] Names of an hour ago are better than none, and say so.
      else if (kept !== null && people.length > 0)
        return ok({ ...kept.list, ...wordedProblem(problemPart(list)), readAt: kept.readAt })
      return ok(list)
    },
    knownOnCall: () => kept,
    onCallTrouble: () => trouble,
    async directory(connection) {
      const people = accounts.account(connection)?.people
      return people === undefined ? nobodyToPage : directories(connection, () => people.directory(stopping))
    },
    async services(connections) {
      const asked = connections.map(async ({ id: connection, name }) => {
        const people = accounts.account(connection)?.people
        if (people === undefined) return []
        const reply = await listed(connection, () => people.services(stopping))
        return [{ connection, name, ...listedNow(reply) }]
      })
      return ok((await Promise.all(asked)).flat())
    },
    async findPeople(connection, words) {
      const people = accounts.account(connection)?.people
      const key = `${connection} ${words.toLowerCase()}`
      return people === undefined ? nobodyToPage : searches(key, () => people.find(words, stopping))
    },
  }
}

/** [SY8] A list that is not as of now says since when, and one with a hole in it says which. */
function listedNow(reply: Reply<StoredAnswer<ServiceList>, Fault>) {
  if (!reply.ok) return { services: [], readAt: null, ...wordedProblem(partOf(reply.fault)) }
  const { value, readAt, stale, ...coded } = reply.value
  const problems = [problemPart({ problem: stale, ...coded }), problemPart(value)]
  return { services: value.services, readAt, ...wordedProblem(joinedReasons(problems)) }
}

const nobodyToPage = notFound('nobody-to-page')

/** [AM2] Those that suppress most come first; connections that did not answer are named. */
async function everySilence(
  silencers: ReturnType<VendorAccounts['silencers']>,
  signal: AbortSignal,
): Promise<Answer<'alerts:silences'>> {
  const replies = await Promise.all(
    silencers.map(async ({ connection, read }) => ({ connection, reply: await read(signal) })),
  )
  const silences = replies.flatMap(({ reply }) => (reply.ok ? reply.value : []))
  return {
    silences: silences.toSorted((a, b) => b.hides - a.hides || a.until - b.until),
    asked: silencers.length,
    problems: replies.flatMap(({ connection, reply }) => {
      const reason = reply.ok ? reply.gap?.reason : partOf(reply.fault)
      if (reason === undefined) return []
      const { reason: message, ...code } = wordedReason(reason)
      return [{ connection, message, ...code }]
    }),
  }
}

async function everyOnCall(accounts: readonly PeopleReads[], signal: AbortSignal): Promise<Answer<'people:on-call'>> {
  const replies = await Promise.all(accounts.map(people => people.onCall(signal)))
  return replies.reduce<Answer<'people:on-call'>>((all, reply) => {
    const next = reply.ok ? reply.value : { ...nobody, ...wordedProblem(partOf(reply.fault)) }
    return {
      people: [...all.people, ...next.people],
      policies: [...all.policies, ...next.policies],
      ...wordedProblem(joinedReasons([problemPart(all), problemPart(next)])),
    }
  }, nobody)
}

type LookUpQueries =
  | 'pages:details'
  | 'pages:templates'
  | 'pages:metrics'
  | 'pages:directory'
  | 'people:on-call'
  | 'people:find'
  | 'services:pagerduty'
  | 'alerts:silences'
  | 'alerts:read'

export function onDemandQueries(
  reads: OnDemandReads,
  findAlert: (id: string) => AlertRow | undefined,
  connections: () => readonly Connection[],
): Handlers<LookUpQueries> {
  return {
    'pages:details': ({ alert }) => reads.pageDetails(findAlert(alert), connections()),
    'pages:templates': ({ connection }) => reads.pageTemplates(connection),
    'pages:metrics': ({ connection }) => reads.pageMetrics(connection),
    'pages:directory': ({ connection }) => reads.directory(connection),
    'people:on-call': () => reads.onCall(),
    'services:pagerduty': () => reads.services(connections()),
    'people:find': ({ connection, words }) => reads.findPeople(connection, words),
    'alerts:silences': () => reads.silences(),
    'alerts:read': ({ alert }) => ok(wholeAlert(findAlert(alert), connections())),
  }
}
