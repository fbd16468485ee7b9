import type { Answer } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import type { ConnectionId } from '../../shared/domain/ids'
import { fail, ok, type Reply } from '../../shared/lib/reply'
import { MINUTE, type Millis } from '../../shared/lib/time'
import type { Clock } from './ports'
import type { Readings } from './readings'
import type { PeopleReads } from './vendors/account'

/** What is asked of a vendor only when somebody wants to see it. */
export interface LookUps {
  /** @param alert id of the row on the board */
  pageDetails(alert: string): Promise<Reply<Answer<'pages:details'>, Fault>>
  pageTemplates(connection: ConnectionId): Promise<Reply<Answer<'pages:templates'>, Fault>>
  onCall(): Promise<Reply<Answer<'people:on-call'>, Fault>>
}

/** Who is on call changes by the hour, and PagerDuty limits this call tightly. */
const ON_CALL_KEPT: Millis = MINUTE

const nobody: Answer<'people:on-call'> = { people: [], policies: [], problem: '' }

export function openLookUps(readings: Readings, clock: Clock, stopping: AbortSignal): LookUps {
  let kept: { readonly at: Millis; readonly list: Answer<'people:on-call'> } | null = null
  return {
    async pageDetails(alert) {
      const row = readings.board().alerts.find(({ id }) => id === alert)
      const people = row && readings.account(row.connection)?.people
      if (row === undefined || people === undefined) {
        return fail({ kind: 'not-found', message: 'There is no more to know of this alert: it is no open page.' })
      }
      return people.pageDetails(row.externalId, stopping)
    },
    async pageTemplates(connection) {
      const templates = readings.account(connection)?.templates
      return templates === undefined
        ? fail({ kind: 'not-found', message: 'This connection has no status page to read templates from.' })
        : templates(stopping)
    },
    async onCall() {
      if (kept !== null && clock.now() - kept.at < ON_CALL_KEPT) return ok(kept.list)
      const list = await everyOnCall(readings.people(), stopping)
      // An answer with a hole in it is asked for again the next time.
      if (list.problem === '') kept = { at: clock.now(), list }
      return ok(list)
    },
  }
}

async function everyOnCall(accounts: readonly PeopleReads[], signal: AbortSignal): Promise<Answer<'people:on-call'>> {
  const replies = await Promise.all(accounts.map(people => people.onCall(signal)))
  return replies.reduce<Answer<'people:on-call'>>((all, reply) => {
    const next = reply.ok ? reply.value : { ...nobody, problem: reply.fault.message }
    return {
      people: [...all.people, ...next.people],
      policies: [...all.policies, ...next.policies],
      problem: [all.problem, next.problem].filter(text => text !== '').join('; '),
    }
  }, nobody)
}
