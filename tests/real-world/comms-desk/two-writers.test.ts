import { describe, expect, it } from 'vitest'
import { newId, type UpdateId } from '../../../src/shared/domain/ids'
import { type Channel, mayHaveReachedAudience, noChannel } from '../../../src/shared/domain/update'
import { commandBench, statusPage } from '../../support/engine-parts'
import * as story from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

const slack: Channel = { ...statusPage, vendor: 'slack', target: 'C1', label: '#incidents' }

function desk() {
  const bench = commandBench(scratchFolder(), { channels: () => [statusPage, slack] })
  bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
  const draft = (title: string, channel: Channel = statusPage) => {
    const update = newId<UpdateId>()
    expect(bench.run('comms:draft', { update, content: story.updateContent({ title, channel }) }).ok).toBe(true)
    return update
  }
  const publish = (update: UpdateId, seen?: UpdateId[]) =>
    bench.run('comms:publish', { update, ...(seen !== undefined && { seen }) })
  const updates = () => bench.ledger.record(bench.incident)?.incident.updates ?? []
  const stateOf = (id: UpdateId) => updates().find(update => update.id === id)?.delivery.state
  return { bench, draft, publish, updates, stateOf }
}

const conflict = { ok: false, fault: { kind: 'conflict', message: expect.stringContaining('“First by Ada”') } }

describe('two people write the first notice', () => {
  it('[UP8] the second is refused while it does not know the first, and nothing leaves; knowing it, it goes out', () => {
    const { draft, publish, stateOf } = desk()
    const [ada, ben] = [draft('First by Ada'), draft('First by Ben')]
    expect(publish(ada, []).ok).toBe(true)
    expect(publish(ben, [])).toMatchObject(conflict)
    expect(publish(ben, [ben, newId<UpdateId>()])).toMatchObject(conflict)
    expect(stateOf(ben)).toBe('drafted')
    expect(publish(ben, [ada]).ok).toBe(true)
    expect(stateOf(ben)).toBe('publishing')
  })

  it('[UP8] what was discarded or certainly did not arrive is nothing to know of', () => {
    const { bench, draft, publish, updates } = desk()
    const [ada, ben, cleo] = [draft('First by Ada'), draft('Second'), draft('Third')]
    bench.run('comms:discard', { update: cleo })
    publish(ada)
    const { delivery } = updates()[0] ?? {}
    if (delivery?.state !== 'publishing') throw new Error('It is not on its way')
    const [first] = updates()
    if (first === undefined) throw new Error('There is no update')
    const as = (inDoubt: boolean) =>
      mayHaveReachedAudience('customers', [
        { ...first, delivery: { state: 'failed', act: delivery.act, reason: '', inDoubt } },
      ])
    expect([as(true).length, as(false).length]).toEqual([1, 0])
    expect(publish(ben, [])).toMatchObject(conflict)
  })

  it('[UP8] each audience has its own: a message to colleagues is no news to who writes to customers', () => {
    const { draft, publish } = desk()
    const [toSlack, ben] = [draft('First by Ada', slack), draft('To customers')]
    expect(publish(toSlack, []).ok).toBe(true)
    expect(publish(ben, []).ok).toBe(true)
    expect(mayHaveReachedAudience('customers', [])).toEqual([])
    expect(publish(draft('Nowhere', noChannel), []).ok).toBe(false)
  })
})
