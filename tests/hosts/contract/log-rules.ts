import { expect, it } from 'vitest'
import type { Bridge } from '../../../src/main/engine/bridge'
import type { EngineLink } from '../../../src/shared/contract/link'
import { newId, type RequestId } from '../../../src/shared/domain/ids'
import type { TestedHost } from '../host-contract'
import { engineBridge } from '../support/engine-bridge'
import { done, followOn } from '../support/following-screen'
import { append, declared, line, textOf, texts, textsOf } from '../support/lines'

/** What screens see of a log over a host. */
export function logRules(host: TestedHost): void {
  const overEngine = async () => host.serve(engineBridge())

  it('[HB7] tells an event with the seq that the call which made it was answered', async () => {
    const { link } = (await overEngine())()
    const incident = await declared(link)
    const screen = followOn(link, incident)
    const { seq } = await done(append(link, incident, 'Rolled back'))
    await screen.reached(seq)
    expect(screen.events.at(-1)).toMatchObject({ seq, kind: 'entry-added', body: { text: 'Rolled back' } })
  })

  it('[HB8] does a request once that is said twice', async () => {
    const screen = (await overEngine())()
    const incident = await declared(screen.link)
    const request = newId<RequestId>()
    const input = { ...line('Only once'), incident }
    const first = await screen.say(request, 'timeline:append', input)
    expect(first).toMatchObject({ ok: true })
    expect(await screen.say(request, 'timeline:append', input)).toEqual(first)
    expect(await textsOf(screen.link, incident)).toEqual(['Only once'])
  })

  it('[HB9] tells several screens the same events in the same order', async () => {
    const open = await overEngine()
    const links = [open().link, open().link, open().link]
    const incident = await declared(links[0] as EngineLink)
    const screens = links.map(link => followOn(link, incident))
    const writes = await Promise.all(
      texts(60).map((text, at) => done(append(links[at % 3] as EngineLink, incident, text))),
    )
    const end = Math.max(...writes.map(receipt => receipt.seq))
    await Promise.all(screens.map(screen => screen.reached(end)))
    expect(screens[1]?.events).toEqual(screens[0]?.events)
    expect(screens[2]?.events).toEqual(screens[0]?.events)
    expect(screens[0]?.events.filter(event => event.kind === 'entry-added')).toHaveLength(60)
  })

  it('[HB10] disturbs no screen when another closes, and closes its session', async () => {
    const bridge = countedSessions(engineBridge())
    const open = await host.serve(bridge)
    const [first, second] = [open(), open()]
    const incident = await declared(first.link)
    const screen = followOn(first.link, incident)
    await done(second.link.call('log:follow', { incident, after: 0 }))
    expect(bridge.open()).toBe(2)
    second.close()
    await expect.poll(bridge.open).toBe(1)
    const { seq } = await done(append(first.link, incident, 'Still here'))
    await screen.reached(seq)
  })

  it('[HB11] lets a screen that comes back follow on from its last seq', async () => {
    const open = await overEngine()
    const writer = open().link
    const incident = await declared(writer)
    const before = open()
    const first = followOn(before.link, incident)
    await first.reached((await done(append(writer, incident, 'Before'))).seq)
    before.close()
    await done(append(writer, incident, 'Meanwhile'))
    const second = followOn(open().link, incident, first.events.at(-1)?.seq)
    await second.reached((await done(append(writer, incident, 'After'))).seq)
    expect([...first.events, ...second.events].flatMap(textOf)).toEqual(['Before', 'Meanwhile', 'After'])
  })
}

/** A bridge that knows how many of its sessions are open. */
function countedSessions(bridge: Bridge): Bridge & { open(): number } {
  let count = 0
  return {
    open: () => count,
    openSession: push => {
      count += 1
      const session = bridge.openSession(push, 'host')
      const close = () => {
        count -= 1
        session.close()
      }
      return { call: (request, name, input) => session.call(request, name, input), close }
    },
  }
}
