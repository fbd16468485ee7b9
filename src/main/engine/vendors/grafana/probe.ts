import * as z from 'zod/mini'
import type { Ability, ProbeResult } from '../../../../shared/contract/connections'
import type { Api } from '../../http/api'
import { parserOf } from '../../http/json'
import { parseOrganisation } from './parse'

const parsePermissions = parserOf('grafana', z.record(z.string(), z.array(z.string())))

/** Grafana's actions, by what the cockpit does with them. */
const actions: Readonly<Record<string, string>> = {
  'dashboards:read': 'Browse dashboards',
  'datasources:query': 'Read panels through data sources',
  'annotations:read': 'Read annotations',
  'annotations:create': 'Mark decisions on dashboards',
  'alert.instances:read': 'Read firing alerts',
  'alert.rules:read': 'Read alert rules',
}

/** Not /api/health, which answers anybody, and not /api/datasources, which only administrators may read. */
export async function probeGrafana(api: Api, signal: AbortSignal): Promise<ProbeResult> {
  const found = await api.ask({ method: 'GET', path: '/org' }, parseOrganisation, signal)
  if (!found.ok) return { good: false, message: found.fault.message }
  const path = '/access-control/user/permissions'
  const permissions = await api.ask({ method: 'GET', path }, parsePermissions, signal)
  const message = `Reached Grafana, organisation “${found.value.name}”`
  if (!permissions.ok) return { good: true, message, abilities: unknownAbilities(permissions.fault.message) }
  const abilities = Object.entries(actions).map(([action, name]): Ability => {
    return Object.hasOwn(permissions.value, action)
      ? { name, may: 'yes', message: '' }
      : { name, may: 'no', message: `The permission ${action} is missing: give the service account a role that has it` }
  })
  return { good: true, message, abilities }
}

/** A Grafana from before access control does not say. */
function unknownAbilities(message: string): readonly Ability[] {
  return Object.values(actions).map(name => ({ name, may: 'unknown', message }))
}
