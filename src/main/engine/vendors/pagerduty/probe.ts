import * as z from 'zod/mini'
import { coded } from '../../../../shared/contract/coded-text'
import type { Ability, Connection, ProbeResult } from '../../../../shared/contract/connections'
import type { Api } from '../../http/api'
import { parserOf } from '../../http/json'
import { abilityOf, choicesOf, tryReads } from '../abilities'
import { idText, maybeText } from '../fields'
import { failedProbe } from '../probe'
import { fetchPage } from './incidents'
import { readItems, sliceOf } from './paging'

const named = z.object({ id: idText, name: maybeText, summary: maybeText })
const parseServices = sliceOf('services', named)
const parseTeams = sliceOf('teams', named)
const parsePriorities = sliceOf('priorities', named)
const parseMe = parserOf('pagerduty', z.object({ user: z.object({ summary: maybeText, role: maybeText }) }))

const MOST_CHOICES = 500
const one = [['limit', '1']] as const
const trials = [
  { name: 'see-on-call', path: '/oncalls', query: one },
  { name: 'see-changes', path: '/change_events', query: one },
] as const

/** Reads one of everything that the cockpit reads; whether it may write depends on whose key it is. */
export async function probePagerDuty(api: Api, connection: Connection, signal: AbortSignal): Promise<ProbeResult> {
  const open = { ...connection, services: [], teams: [], urgencies: [] }
  const incidents = await fetchPage(api, open, { offset: 0, limit: 1 }, signal)
  if (!incidents.ok) return failedProbe(incidents.fault)
  const services = await readItems(api, { path: '/services', most: MOST_CHOICES }, parseServices, signal)
  const teams = await readItems(api, { path: '/teams', most: MOST_CHOICES }, parseTeams, signal)
  const priorities = await readItems(api, { path: '/priorities', most: MOST_CHOICES }, parsePriorities, signal)
  const abilities = [
    abilityOf('read-incidents', incidents),
    abilityOf('choose-services', services),
    abilityOf('choose-teams', teams),
    ...(await tryReads(api, trials, signal)),
    abilityOf('see-priorities', priorities),
    await writeAbility(api, connection, signal),
  ]
  const choice = ({ id, name, summary }: z.output<typeof named>) => ({ id, name: name ?? summary ?? id })
  const choices = {
    services: choicesOf(services, choice),
    teams: choicesOf(teams, choice),
    // The most severe first, as PagerDuty lists them.
    priorities: priorities.ok ? priorities.value.map(choice) : [],
  }
  return { good: true, ...coded('reached-pagerduty'), abilities, choices }
}

const ACT = 'act-on-pages'

/** `/users/me` answers for a user's key alone; an account's key acts for the user in `From`. */
async function writeAbility(api: Api, { from = '' }: Connection, signal: AbortSignal): Promise<Ability> {
  const me = await api.ask({ method: 'GET', path: '/users/me' }, parseMe, signal)
  if (!me.ok) {
    return from.trim() === ''
      ? { name: ACT, may: 'no', ...coded('key-without-user') }
      : { name: ACT, may: 'unknown', ...coded('key-for-user', { email: from }) }
  }
  const { summary, role } = me.value.user
  const observer = /read_only|observer/.test(role ?? '')
  return {
    name: ACT,
    may: observer ? 'no' : 'yes',
    ...coded('key-of-user', { user: summary ?? { code: 'some-user' }, role: role ?? { code: 'role-unknown' } }),
  }
}
