import * as z from 'zod/mini'
import { joinedReasons, wordedProblem } from '../../../../shared/contract/coded-reason'
import { partOf } from '../../../../shared/contract/coded-text'
import type { Connection } from '../../../../shared/contract/connections'
import type { OnCall, OnCallList } from '../../../../shared/contract/people'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import type { Api } from '../../http/api'
import { plainLine } from '../../http/plain-text'
import type { HttpFault } from '../../http/types'
import { idText, instantOf, isoTime, maybeText } from '../fields'
import { readList, sliceOf } from './paging'

const named = z.nullish(z.object({ id: z.nullish(idText), summary: maybeText }))
// `start`, `end` and `schedule` are null for a person who is always on call.
const onCall = z.object({
  user: named,
  escalation_policy: z.nullish(
    z.object({
      id: z.nullish(idText),
      summary: maybeText,
      services: z.nullish(z.array(z.nullish(z.object({ summary: maybeText })))),
    }),
  ),
  escalation_level: z.nullish(z.number()),
  end: z.nullish(isoTime),
})
const parseOnCalls = sliceOf('oncalls', onCall)
const parsePolicies = sliceOf('escalation_policies', z.object({ id: idText, summary: maybeText, name: maybeText }))

/** Calls to /oncalls have a tight limit of their own: 500 rows say whom to page, in any account. */
const MOST = 500

/** Who is on call now, and the escalation policies. What cannot be read is named in `problem`. */
export async function readOnCall(
  api: Api,
  connection: Connection,
  signal: AbortSignal,
): Promise<Reply<OnCallList, HttpFault>> {
  const teams = (connection.teams ?? []).map(team => ['team_ids[]', team] as const)
  // If included, a policy lists its services: the person on call for the failing service is offered first.
  const query = [
    ['earliest', 'true'],
    ['include[]', 'escalation_policies'],
  ] as const
  const people = await readList(api, { path: '/oncalls', query, most: MOST }, parseOnCalls, signal)
  const policies = await readList(
    api,
    { path: '/escalation_policies', query: teams, most: MOST },
    parsePolicies,
    signal,
  )
  if (!people.ok && !policies.ok) return fail(people.fault)
  const problems = [people, policies].map(reply => (reply.ok ? reply.value.lacks : partOf(reply.fault)))
  return ok({
    people: people.ok ? firstInFront(people.value.items.map(row => onCallOf(connection, row))) : [],
    policies: (policies.ok ? policies.value.items : []).map(({ id, name, summary }) => ({
      ...{ connection: connection.id, externalId: id },
      name: plainLine(name ?? summary ?? '', 120) || 'Policy without a name',
    })),
    ...wordedProblem(joinedReasons(problems)),
  })
}

function onCallOf({ id }: Connection, row: z.output<typeof onCall>): OnCall {
  return {
    connection: id,
    externalId: row.user?.id ?? null,
    name: plainLine(row.user?.summary ?? '', 120),
    policy: plainLine(row.escalation_policy?.summary ?? '', 120),
    services: (row.escalation_policy?.services ?? []).flatMap(service => plainLine(service?.summary ?? '', 500) || []),
    level: row.escalation_level ?? 1,
    until: row.end === null || row.end === undefined ? null : instantOf(row.end),
  }
}

function firstInFront(people: readonly OnCall[]): readonly OnCall[] {
  return people
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => a.level - b.level || a.policy.localeCompare(b.policy) || a.name.localeCompare(b.name))
}
