import { describe, expect, it } from 'vitest'
import { openConnections } from '../../../src/main/engine/connections/connections'
import { createHttpClient } from '../../../src/main/engine/http/client'
import type { Secrets, Settings } from '../../../src/main/engine/ports'
import type { Connection } from '../../../src/shared/contract/connections'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { startLoopback } from '../http/loopback'

const id = 'hook' as ConnectionId
const hook: Connection = { id, vendor: 'webhook', name: 'Hook', baseUrl: 'https://webhook.invalid' }

function desk() {
  const vault = new Map<string, string>()
  const secrets: Secrets = {
    read: connection => vault.get(connection) ?? null,
    write: (connection, token) => vault.set(connection, token),
    forget: connection => vault.delete(connection),
    place: 'in a test',
  }
  let settings: Settings = { me: null, connections: [], panels: [], cancelWindow: 0 }
  const connections = openConnections({
    ...{ world: { kind: 'real' }, secrets, http: createHttpClient(), changed: () => undefined },
    settings: {
      read: () => settings,
      write: change => {
        settings = { ...settings, ...change }
      },
    },
  })
  return { vault, connections, settings: () => settings }
}

describe('[WE2] the address and the key of a webhook', () => {
  it('are in the vault, and in no setting nor answer', () => {
    const { vault, connections, settings } = desk()
    connections.save({ connection: hook, token: 'https://a.example/s3cret-path', key: 'a signing key' })
    expect([...vault.values()]).toEqual(['https://a.example/s3cret-path', 'a signing key'])
    expect(JSON.stringify([settings(), connections.list()])).not.toMatch(/s3cret-path|signing key/)
    expect(connections.list()).toEqual([{ connection: hook, hasToken: true, hasKey: true, tokenNote: 'in a test' }])
  })

  it('stay where neither is typed again, each by itself, and go with the connection', () => {
    const { vault, connections } = desk()
    connections.save({ connection: hook, token: 'https://a.example/1', key: 'one' })
    connections.save({ connection: { ...hook, name: 'Other' }, token: null })
    expect([...vault.values()]).toEqual(['https://a.example/1', 'one'])
    connections.save({ connection: hook, token: null, key: 'two' })
    connections.save({ connection: hook, token: 'https://a.example/2', key: null })
    expect([...vault.values()]).toEqual(['https://a.example/2', 'two'])
    connections.remove(id)
    expect(vault.size).toBe(0)
  })

  it('of another vendor are forgotten', () => {
    const { vault, connections } = desk()
    connections.save({ connection: hook, token: 'https://a.example/1', key: 'one' })
    connections.save({ connection: { ...hook, vendor: 'slack', baseUrl: 'https://slack.com' }, token: null })
    expect(vault.size).toBe(0)
  })

  it('are used by a test that types neither', async () => {
    const server = await startLoopback((_, response) => response.end())
    const { connections } = desk()
    connections.save({ connection: hook, token: `${server.origin}/hook`, key: 'one' })
    expect(await connections.test({ connection: hook, token: null })).toMatchObject({ value: { good: true } })
    expect(server.seen.map(({ url }) => url.pathname)).toEqual(['/hook'])
    expect(await connections.test({ connection: { ...hook, id: 'new' as ConnectionId }, token: null })).toMatchObject({
      ...{ ok: true, value: { good: false } },
    })
    expect(server.seen).toHaveLength(1)
  })
})
