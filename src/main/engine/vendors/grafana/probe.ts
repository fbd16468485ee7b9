import * as z from 'zod/mini'
import { coded, codedMessage } from '../../../../shared/contract/coded-text'
import type { Ability, AbilityName, ProbeResult } from '../../../../shared/contract/connections'
import type { Api } from '../../http/api'
import { parserOf } from '../../http/json'
import type { HttpFault } from '../../http/types'
import { type Trial, tryReads } from '../abilities'
import { failedProbe } from '../probe'
import { ALERTMANAGER, RULES } from './alerts'
import { parseOrganisation } from './parse'

const parsePermissions = parserOf('grafana', z.record(z.string(), z.array(z.string())))

interface Use {
  readonly action: string
  readonly name: AbilityName
  /** A small read that shows it, for a Grafana that does not say. */
  readonly trial?: Pick<Trial, 'path' | 'query'>
}

/** What the cockpit does, by Grafana's action. */
const uses: readonly Use[] = [
  {
    ...{ action: 'dashboards:read', name: 'browse-dashboards' },
    trial: { path: '/search', query: [['limit', '1']] },
  },
  { action: 'datasources:query', name: 'read-data-sources' },
  {
    ...{ action: 'annotations:read', name: 'read-annotations' },
    trial: { path: '/annotations', query: [['limit', '1']] },
  },
  { action: 'annotations:create', name: 'mark-dashboards' },
  {
    ...{ action: 'alert.instances:read', name: 'read-firing-alerts' },
    trial: { path: `${ALERTMANAGER}/alerts`, query: [['filter', 'alertname="quarterdeck asks for nothing"']] },
  },
  {
    ...{ action: 'alert.rules:read', name: 'read-alert-rules' },
    trial: { path: RULES, query: [['limit_alerts', '0']] },
  },
]

/** Not /api/health, which answers anybody, and not /api/datasources, which only administrators may read. */
export async function probeGrafana(api: Api, signal: AbortSignal): Promise<ProbeResult> {
  const found = await api.ask({ method: 'GET', path: '/org' }, parseOrganisation, signal)
  if (!found.ok) return failedProbe(found.fault)
  const path = '/access-control/user/permissions'
  const permissions = await api.ask({ method: 'GET', path }, parsePermissions, signal)
  const reached = coded('reached-grafana', { organisation: found.value.name })
  if (!permissions.ok) return { good: true, ...reached, abilities: await tried(api, permissions.fault, signal) }
  const abilities = uses.map(({ action, name }): Ability => {
    return Object.hasOwn(permissions.value, action)
      ? { name, may: 'yes', message: '' }
      : { name, may: 'no', ...coded('permission-missing', { permission: action }) }
  })
  return { good: true, ...reached, abilities }
}

/** A Grafana from before access control does not say: what can be read is read, and nothing is written to find out. */
async function tried(api: Api, why: HttpFault, signal: AbortSignal): Promise<readonly Ability[]> {
  const abilities: Ability[] = []
  for (const { name, trial } of uses) {
    const found = trial === undefined ? [] : await tryReads(api, [{ name, ...trial }], signal)
    abilities.push(found[0] ?? { name, may: 'unknown', ...codedMessage(why) })
  }
  return abilities
}
