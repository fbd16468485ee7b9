import { coded } from '../../../../shared/contract/coded-text'
import type { Ability, AbilityName, ProbeResult } from '../../../../shared/contract/connections'
import type { Api } from '../../http/api'
import { choicesOf } from '../abilities'
import { failedProbe } from '../probe'
import { parseChannels, parseIdentity } from './parse'

/** What each scope is for. `groups:` scopes do the same for private channels and are not asked for. */
const scopes: Readonly<Record<string, AbilityName>> = {
  'chat:write': 'post',
  'channels:read': 'find-channels',
  'channels:history': 'read-room',
  'channels:manage': 'open-channel',
  'pins:read': 'see-pins',
  'pins:write': 'pin',
  'reactions:read': 'see-reactions',
  'users:read': 'see-names',
}

/** Asks who the token is; Slack names its scopes in a header of every answer. */
export async function probeSlack(api: Api, signal: AbortSignal): Promise<ProbeResult> {
  const answer = await api.send({ method: 'POST', path: '/auth.test', json: {} }, signal)
  if (!answer.ok) return failedProbe(answer.fault)
  const identity = api.read(answer.value, parseIdentity)
  if (!identity.ok) return failedProbe(identity.fault)
  const query = [
    ['exclude_archived', 'true'],
    ['limit', '999'],
  ] as const
  const listed = await api.ask({ method: 'GET', path: '/conversations.list', query }, parseChannels, signal)
  const channels = listed.ok ? { ok: true as const, value: listed.value.channels } : listed
  const { user, team } = identity.value
  return {
    good: true,
    ...coded('reached-slack', { user: user ?? { code: 'some-app' }, team: team ?? { code: 'some-workspace' } }),
    abilities: abilitiesOf(answer.value.headers.get('x-oauth-scopes')),
    choices: { channels: choicesOf(channels, ({ id, name }) => ({ id, name: `#${name}` })) },
  }
}

function abilitiesOf(header: string | null): readonly Ability[] {
  const held = header?.split(',').map(scope => scope.trim())
  return Object.entries(scopes).map(([scope, name]): Ability => {
    if (held === undefined) return { name, may: 'unknown', ...coded('scope-unknown', { scope }) }
    if (held.includes(scope)) return { name, may: 'yes', message: '' }
    return { name, may: 'no', ...coded('scope-missing', { scope }) }
  })
}
