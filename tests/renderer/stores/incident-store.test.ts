import { beforeEach, describe, expect, it } from 'vitest'
import { createIncidentStore, type IncidentStore } from '../../../src/renderer/stores/incident-store'
import { type EntryId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { createFakeLink, type FakeLink } from '../../support/fake-link'

const board = { feeds: [], alerts: [], panels: [], pages: [], deploys: [], rules: [], annotations: [], proposals: [] }
let [link, store, incident] = [{} as FakeLink, {} as IncidentStore, '' as IncidentId]

async function declare(title: string): Promise<IncidentId> {
  const id = newId<IncidentId>()
  await link.call('incident:declare', { incident: id, title, severity: 'SEV-2', impact: '' })
  return id
}

async function say(text: string, where = incident): Promise<void> {
  const entry = newId<EntryId>()
  await link.call('timeline:append', { incident: where, entry, kind: 'note', text, occurredAt: null, pinned: false })
}

const settle = () => new Promise(resolve => setTimeout(resolve, 0))
const texts = () => store.getState().record?.timeline.map(entry => entry.text) ?? []
const follows = () => link.calls.filter(call => call.name === 'log:follow').map(call => call.input)

beforeEach(async () => {
  link = createFakeLink({ now: () => 1_000_000, board })
  store = createIncidentStore(link)
  link.on('log', store.receive)
  link.on('rebased', store.rebase)
  incident = await declare('Cards fail')
  store.follow(incident)
  await settle()
})

describe('the followed incident', () => {
  it('is folded from its log', async () => {
    await say('Bridge is open')
    expect(store.getState().record?.incident.title).toBe('Cards fail')
    expect(texts()).toEqual(['Declared SEV-2: Cards fail', 'Bridge is open'])
  })

  it('leaves out what it has seen already', async () => {
    await say('Once')
    link.push('log', { incident, after: 0, events: link.log.eventsAfter(incident, 0) })
    expect(texts().filter(text => text === 'Once')).toHaveLength(1)
  })

  it('[RK3] is what a whole record says that takes its place, and goes on from there', async () => {
    await say('Bridge is open')
    const record = store.getState().record
    if (record === undefined) throw new Error('Nothing is shown')
    const merged = { ...record, incident: { ...record.incident, title: 'Cards fail everywhere' }, seq: record.seq }
    link.push('log', { incident, after: 0, events: [], record: merged })
    expect(store.getState().record?.incident.title).toBe('Cards fail everywhere')
    const before = follows().length
    await say('Goes on')
    expect([texts().at(-1), follows().length]).toEqual(['Goes on', before])
  })

  it('[FO8] takes what late events changed, and leaves every other line the same object', async () => {
    await say('Bridge is open')
    await say('Wrong')
    const { seq = 0, timeline = [] } = store.getState().record ?? {}
    const [declared, open, wrong] = timeline
    if (declared === undefined || wrong === undefined) throw new Error('Nothing is shown')
    const late = { ...declared, id: newId<EntryId>(), text: 'Seen there' }
    const change = { head: { title: 'Cards fail everywhere' }, gone: [wrong.id], lines: [{ at: 1, entry: late }] }
    link.push('rebased', { incident, after: seq, seq: seq + 1, ...change, count: 3 })
    expect(store.getState().record).toMatchObject({ seq: seq + 1, incident: { title: 'Cards fail everywhere' } })
    expect(store.getState().record?.timeline).toEqual([declared, late, open])
    expect(store.getState().record?.timeline[2]).toBe(open)
  })

  it('[FO8] asks again for what it was told while an answer from before was on its way', async () => {
    const { seq = 0 } = store.getState().record ?? {}
    store.catchUp()
    link.push('rebased', { incident, after: seq + 1, seq: seq + 2, head: {}, gone: [], lines: [], count: 9 })
    const asked = follows().length
    await settle()
    expect(follows().slice(asked)).toEqual([{ incident, after: seq }])
    // Once for each that it missed, not for ever.
    await settle()
    expect(follows()).toHaveLength(asked + 1)
  })

  it.each([
    ['of another state', 1, 1],
    ['of more lines than there are', 0, 9],
  ])('[FO8] asks anew when it is told a change %s', async (_, ahead, count) => {
    const { seq = 0 } = store.getState().record ?? {}
    const before = store.getState().record
    const change = { incident, after: seq, seq: seq + 5, head: { title: 'Other' }, gone: [], lines: [], count }
    link.push('rebased', { ...change, after: seq + ahead })
    expect(store.getState().record).toBe(before)
    expect(follows().at(-1)).toEqual({ incident, after: seq })
    // One that is behind what is shown says nothing new.
    const asked = follows().length
    link.push('rebased', { ...change, after: 0, seq })
    await settle()
    expect([store.getState().record === before, follows().length]).toEqual([true, asked])
  })

  it('[FO2] asks for what it missed, from the last event it saw', async () => {
    const seen = store.getState().record?.seq
    link.losePushes(true)
    await say('Lost on the way')
    await say('Also lost')
    link.losePushes(false)
    await say('Arrives')
    await settle()
    expect(follows().at(-1)).toEqual({ incident, after: seen })
    expect(texts().slice(1)).toEqual(['Lost on the way', 'Also lost', 'Arrives'])
  })

  it('[CW4] is behind from a gap until what is missing has arrived, and stays so where no answer comes', async () => {
    const behind = () => store.getState().behind
    const loseOne = async () => {
      link.losePushes(true)
      await say('Lost on the way')
      link.losePushes(false)
      await say('Arrives')
    }
    const seen: boolean[] = []
    store.subscribe(state => seen.push(state.behind))
    await loseOne()
    await settle()
    expect([seen.includes(true), behind()]).toEqual([true, false])
    link.failNext('log:follow', { kind: 'disconnected', message: 'dropped' })
    await loseOne()
    await settle()
    expect(behind()).toBe(true)
    store.catchUp()
    await settle()
    expect(behind()).toBe(false)
  })

  it('asks once, however many pushes are ahead of it', async () => {
    link.losePushes(true)
    await say('Lost on the way')
    link.losePushes(false)
    const before = follows().length
    const after = link.log.lastSeq(incident)
    link.push('log', { incident, after, events: [] })
    link.push('log', { incident, after: after + 1, events: [] })
    await settle()
    expect(follows()).toHaveLength(before + 1)
  })

  it('[FO3] shows a long log only once its end is there, and asks for the rest before that', async () => {
    const long = await declare('Long')
    await say('First', long)
    await say('Last', long)
    const events = link.log.eventsAfter(long, 0)
    const answered = follows().length
    link.losePushes(true)
    store.follow(long)
    await settle()
    link.losePushes(false)
    link.push('log', { incident: long, after: 0, events: events.slice(0, 2), more: true })
    expect(store.getState().record).toBeUndefined()
    expect(follows().slice(answered)).toEqual([
      { incident: long, after: 0 },
      { incident: long, after: events[1]?.seq },
    ])
    await settle()
    expect(texts()).toEqual(['Declared SEV-2: Long', 'First', 'Last'])
  })

  it('forgets the one before when another is opened', async () => {
    const other = await declare('Payouts late')
    store.follow(other)
    await settle()
    await say('About cards')
    expect(texts()).toEqual(['Declared SEV-2: Payouts late'])
    expect(link.calls.some(call => call.name === 'log:unfollow')).toBe(true)
  })

  it('says why when the engine does not let it follow', async () => {
    link.failNext('log:follow', { kind: 'not-found', message: 'No such incident' })
    store.follow('other' as IncidentId)
    await settle()
    expect(store.getState().fault?.message).toBe('No such incident')
  })
})
