import * as z from 'zod/mini'
import { wordedProblem } from '../../../../shared/contract/coded-reason'
import type { Connection } from '../../../../shared/contract/connections'
import type { EscalationStep, PagerDutyService } from '../../../../shared/domain/service-catalogue'
import { ok, type Reply } from '../../../../shared/lib/reply'
import type { Api } from '../../http/api'
import { plainLine } from '../../http/plain-text'
import type { HttpFault } from '../../http/types'
import type { ServiceList } from '../account'
import { idText, looseText, webUrl } from '../fields'
import { readList, sliceOf } from './paging'

const named = z.object({ summary: looseText })
const step = z.object({
  escalation_delay_in_minutes: z.catch(z.nullish(z.number()), null),
  targets: z.catch(z.nullish(z.array(named)), null),
})
/** Only what names the service has to be right: an odd policy must not cost it. */
const service = z.object({
  ...{ id: idText, name: looseText, summary: looseText, description: looseText, html_url: looseText },
  teams: z.catch(z.nullish(z.array(named)), null),
  escalation_policy: z.catch(
    z.nullish(z.object({ summary: looseText, escalation_rules: z.catch(z.nullish(z.array(step)), null) })),
    null,
  ),
})
const parseServices = sliceOf('services', service)

const MOST = 2_000
const MOST_STEPS = 10
const LONGEST_DESCRIPTION = 500

/** [SY8] The services that the connection reads, with whom their policy notifies, one after the other. */
export async function readServiceList(
  api: Api,
  connection: Connection,
  signal: AbortSignal,
): Promise<Reply<ServiceList, HttpFault>> {
  const query = [
    ...(connection.teams ?? []).map(team => ['team_ids[]', team] as const),
    ['include[]', 'escalation_policies'] as const,
  ]
  const list = await readList(api, { path: '/services', query, most: MOST }, parseServices, signal)
  if (!list.ok) return list
  const { items, lacks } = list.value
  const wanted = new Set(connection.services ?? [])
  const services = items.filter(({ id }) => wanted.size === 0 || wanted.has(id)).map(serviceOf)
  return ok({ services, ...wordedProblem(lacks) })
}

function serviceOf(row: z.output<typeof service>): PagerDutyService {
  const { id, name, summary, description, html_url: url, teams, escalation_policy: policy } = row
  return {
    ...{ id, name: plainLine(name ?? summary ?? '', 120) || id, url: webUrl(url) },
    description: plainLine(description ?? '', LONGEST_DESCRIPTION),
    ...{ teams: namesOf(teams), policy: plainLine(policy?.summary ?? '', 120) },
    steps: (policy?.escalation_rules ?? []).slice(0, MOST_STEPS).map(
      ({ targets, escalation_delay_in_minutes: minutes }): EscalationStep => ({
        ...{ who: namesOf(targets), minutes: Math.max(0, Math.round(minutes ?? 0)) },
      }),
    ),
  }
}

function namesOf(list: readonly z.output<typeof named>[] | null | undefined): readonly string[] {
  return (list ?? []).flatMap(({ summary }) => plainLine(summary ?? '', 120) || [])
}
