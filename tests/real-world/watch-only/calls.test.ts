import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import { mayCall } from '../../../src/shared/contract/access'
import type { Fault } from '../../../src/shared/contract/faults'
import type { IncidentSummary } from '../../../src/shared/contract/incidents'
import { callNames } from '../../../src/shared/contract/names'
import type { Welcome } from '../../../src/shared/contract/welcome'
import { newId, type RequestId } from '../../../src/shared/domain/ids'
import { principals } from '../../../src/shared/domain/principal'
import type { Reply } from '../../../src/shared/lib/reply'
import { engineBridge } from '../../hosts/support/engine-bridge'
import { socketTo, startedHost } from '../../hosts/support/web-fixture'

type Host = Awaited<ReturnType<typeof startedHost>>
const watched = ['session:hello', 'session:visible', 'log:follow', 'log:unfollow']

/** The cookies that a link gives, as a browser would send them back. */
async function cookieOf(host: Host, link: string): Promise<string> {
  const path = `/enter/${/\/enter\/([\w-]{43})/.exec(link)?.[1]}`
  const headers = { Host: `${host.ownName}:${host.port}` }
  const [answer] = (await once(
    get({ host: '127.0.0.1', port: host.port, path, headers, agent: false }),
    'response',
  )) as [IncomingMessage]
  answer.resume()
  return answer.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}

async function sitDown(host: Host, cookie: string) {
  const socket: WebSocket = socketTo(host, { headers: { Cookie: cookie } })
  await once(socket, 'open')
  const waiting = new Map<RequestId, (reply: Reply<unknown, Fault>) => void>()
  socket.on('message', data => {
    const { id, reply } = JSON.parse(String(data)) as { id?: RequestId; reply: Reply<unknown, Fault> }
    if (id !== undefined) waiting.get(id)?.(reply)
  })
  return (name: string, input: unknown) =>
    new Promise<Reply<unknown, Fault>>(resolve => {
      const id = newId<RequestId>()
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, name, input }))
    })
}

describe('[AX1] a screen that was let in to watch', () => {
  it('is refused each call but those by which it is shown the state, and nothing changes', async () => {
    const host = await startedHost(engineBridge())
    const [cockpit, wall] = await Promise.all([
      sitDown(host, await cookieOf(host, host.newLink())),
      sitDown(host, await cookieOf(host, host.newLink('watch'))),
    ])
    const declared = { incident: newId(), title: 'Payments fail', severity: 'SEV-2', impact: '' }
    const kinds = new Map<string, string>()
    for (const name of callNames) {
      const reply = await wall(name, name === 'incident:declare' ? declared : {})
      if (!reply.ok) kinds.set(name, reply.fault.kind)
    }
    const refused = [...kinds].filter(([, kind]) => kind === 'not-allowed').map(([name]) => name)
    expect(refused.toSorted()).toEqual(callNames.filter(name => !watched.includes(name)).toSorted())
    expect(await wall('session:hello', { name: 'Wall', screen: 'wall' })).toMatchObject({
      ok: true,
      value: { principal: 'watch' },
    })
    const welcome = await cockpit('session:hello', { name: 'Ada', screen: 'laptop' })
    expect(welcome).toMatchObject({ ok: true, value: { principal: 'host', incidents: [] } })
  })

  it('follows what the cockpit does', async () => {
    const host = await startedHost(engineBridge())
    const cockpit = await sitDown(host, await cookieOf(host, host.newLink()))
    const wall = await sitDown(host, await cookieOf(host, host.newLink('watch')))
    const incident = newId()
    expect(
      await cockpit('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-2', impact: '' }),
    ).toMatchObject({
      ok: true,
    })
    const hello = (await wall('session:hello', { name: null, screen: 'wall' })) as { value: Welcome }
    expect(hello.value.incidents.map(({ title }: IncidentSummary) => title)).toEqual(['Payments fail'])
    expect(await wall('log:follow', { incident, after: 0 })).toMatchObject({ ok: true })
  })

  it('stays what it is over an engine that starts anew, and takes nothing from a cockpit in the same browser', async () => {
    const host = await startedHost(engineBridge())
    const [cockpit, wall] = [await cookieOf(host, host.newLink()), await cookieOf(host, host.newLink('watch'))]
    const hello = async (cookie: string) => {
      const call = await sitDown(host, cookie)
      const reply = (await call('session:hello', { name: null, screen: '' })) as { value: Welcome }
      return reply.value.principal
    }
    expect(await hello(`${wall}; ${cockpit}`)).toBe('host')
    expect(await hello(wall)).toBe('watch')
    // A cookie is what its session is, whatever name it is sent under.
    const [, value] = wall.split('=')
    expect(await hello(`quarterdeck-${host.port}=${value}`)).toBe('watch')
  })
})

describe('[AX1] rights', () => {
  it('grow from watch to host: who may do more may do all that stands before it', () => {
    const may = principals.map(principal => callNames.filter(name => mayCall(principal, name)).length)
    expect(may).toEqual(may.toSorted((a, b) => a - b))
    expect(callNames.filter(name => mayCall('watch', name))).toEqual(watched)
    expect(callNames.every(name => mayCall('host', name))).toBe(true)
  })
})
