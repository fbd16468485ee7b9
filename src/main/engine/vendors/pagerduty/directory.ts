import * as z from 'zod/mini'
import { joinedReasons, wordedProblem } from '../../../../shared/contract/coded-reason'
import type { Connection, VendorChoice } from '../../../../shared/contract/connections'
import type { FoundPerson, PagerDutyDirectory } from '../../../../shared/contract/people'
import { ok, type Reply } from '../../../../shared/lib/reply'
import type { Api } from '../../http/api'
import { plainLine } from '../../http/plain-text'
import type { HttpFault } from '../../http/types'
import { choicesOf } from '../abilities'
import { idText, maybeText } from '../fields'
import { openRound } from '../parts'
import { readItems, readList, sliceOf } from './paging'

const named = z.object({ id: idText, name: maybeText, summary: maybeText })
const parseServices = sliceOf('services', named)
const parsePolicies = sliceOf('escalation_policies', named)
const parsePriorities = sliceOf('priorities', named)
const parseUsers = sliceOf('users', z.object({ id: idText, name: maybeText, summary: maybeText, email: maybeText }))

const MOST_NAMES = 1_000
/** Nobody reads further down a list of people: one types another letter. */
const MOST_PEOPLE = 50

const choice = ({ id, name, summary }: z.output<typeof named>): VendorChoice => ({ id, name: name ?? summary ?? id })

/** What a page can be made of. A part that this token may not read, or that the plan lacks, is named in `problem`. */
export async function readDirectory(
  api: Api,
  connection: Connection,
  signal: AbortSignal,
): Promise<Reply<PagerDutyDirectory, HttpFault>> {
  const round = openRound<string>()
  const list = (path: string, parse: typeof parseServices, query: readonly (readonly [string, string])[] = []) =>
    round.read(path, () => readList(api, { path, query, most: MOST_NAMES }, parse, signal))
  const teams = (connection.teams ?? []).map(team => ['team_ids[]', team] as const)
  const services = await list('/services', parseServices, teams)
  const policies = await list('/escalation_policies', parsePolicies, teams)
  const priorities = await list('/priorities', parsePriorities)
  const missing = round.end()
  if (!missing.ok) return missing
  const problems = [
    ...missing.value.map(({ reason }) => reason),
    ...[services, policies, priorities].map(list => list?.lacks ?? ''),
  ]
  return ok({
    services: choicesOf(ok(services?.items ?? []), choice),
    policies: choicesOf(ok(policies?.items ?? []), choice),
    // PagerDuty lists the most severe first: that order says more than the alphabet.
    priorities: (priorities?.items ?? []).map(choice).map(({ id, name }) => ({ id, name: plainLine(name, 120) || id })),
    ...wordedProblem(joinedReasons(problems)),
  })
}

/** Users whose name or e-mail has `words` in it, as PagerDuty finds them. */
export async function findPeople(
  api: Api,
  words: string,
  signal: AbortSignal,
): Promise<Reply<readonly FoundPerson[], HttpFault>> {
  const request = { path: '/users', query: [['query', words]], most: MOST_PEOPLE } as const
  const reply = await readItems(api, request, parseUsers, signal)
  if (!reply.ok) return reply
  return ok(
    reply.value.slice(0, MOST_PEOPLE).map(({ id, name, summary, email }) => ({
      id,
      name: plainLine(name ?? summary ?? '', 120) || id,
      email: plainLine(email ?? '', 200),
    })),
  )
}
