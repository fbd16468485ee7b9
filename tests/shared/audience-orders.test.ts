import { describe, expect, it } from 'vitest'
import type { EventId, IncidentId, UpdateId } from '../../src/shared/domain/ids'
import type { EventDraft } from '../../src/shared/events/define'
import { type IncidentEvent, eventRegistry as kinds } from '../../src/shared/events/registry'
import { openSnapshotFold } from '../../src/shared/events/snapshot-fold'
import { ada, declared, minute, updateContent } from '../support/folded-incident'
import { seeded } from '../support/seeded'
import { shippedView } from '../support/shipped-method'

const leadership = 'named:Leadership' as const
const support = 'named:Support' as const

/** As one of two machines wrote it, which had seen so many events of the other. */
function logged(origin: 'a' | 'b', counter: number, draft: EventDraft, seen: number): IncidentEvent {
  const other = origin === 'a' ? 'b' : 'a'
  const stamp = { ms: draft.at, n: 0, origin, counter, seen: seen === 0 ? {} : { [other]: seen } }
  const place = { id: `${origin}${counter}` as EventId, incident: 'i' as IncidentId, seq: counter }
  const version = kinds[draft.kind as keyof typeof kinds].version
  return { ...draft, ...place, version, recordedAt: draft.at, stamp } as unknown as IncidentEvent
}

const putOff = (after: number, until: number | null, was: string | null) =>
  kinds['audience-put-off'].draft(
    {
      audience: leadership,
      until: until === null ? null : minute(until),
      reason: `at ${after}`,
      was: was as EventId | null,
    },
    minute(after),
    ada,
  )

const told = (after: number, audience: typeof leadership | typeof support, promise: number | null) =>
  kinds['audience-told'].draft(
    { audience, how: 'call', what: `at ${after}`, promise: promise === null ? null : minute(promise) },
    minute(after),
    ada,
  )

const published = (after: number) => {
  const content = updateContent({ nextUpdateAt: minute(after + 30) })
  const body = { update: 'u1' as UpdateId, content, audience: 'customers', externalId: 'x', url: null } as const
  return kinds['update-published'].draft({ ...body, promise: content.nextUpdateAt }, minute(after), ada)
}

const rules = shippedView.adoptable.rules
const log: readonly IncidentEvent[] = [
  logged('a', 1, declared({ severity: 'SEV-2' }), 0),
  logged('a', 2, kinds['method-adopted'].draft({ name: 'M', version: 'v', from: null, rules }, minute(0), ada), 0),
  // Apart from each other both put it off, and both inform: the earlier end and the earlier promise hold.
  logged('a', 3, putOff(5, 60, null), 0),
  logged('b', 1, putOff(6, 40, null), 2),
  logged('a', 4, told(10, support, 50), 0),
  logged('b', 2, told(11, support, 30), 2),
  logged('b', 3, published(12), 2),
  logged('a', 5, kinds['severity-changed'].draft({ from: 'SEV-2', to: 'SEV-1', reason: '' }, minute(20), ada), 3),
  logged('b', 4, putOff(21, null, 'b1'), 3),
]

/** What is known of the audiences after these, whatever the order in which they came. */
function known(events: readonly IncidentEvent[]) {
  const fold = openSnapshotFold()
  for (const event of events) fold.take([event])
  const incident = fold.incident()
  if (incident === undefined) throw new Error('Nothing was folded')
  const { putOffs, toldByHand, promisedTo, firstNoticeTo, changes } = incident
  return { putOffs, toldByHand, promisedTo, firstNoticeTo, changes }
}

describe('[AU6] [AU7] two machines that had not heard of each other', () => {
  it('come to the same, in whatever order the events of the other arrive', () => {
    const all = known(log)
    const random = seeded('audience orders', 4711)
    for (let round = 0; round < 200; round += 1) {
      const shuffled = log
        .slice(1)
        .map(event => [random(), event] as const)
        .sort(([one], [other]) => one - other)
        .map(([, event]) => event)
      expect(known([log[0] as IncidentEvent, ...shuffled])).toEqual(all)
    }
  })

  it('and what holds is the earlier end, the earlier promise, and what was decided after the severity was raised', () => {
    expect(known(log.slice(0, 4)).putOffs[leadership]).toMatchObject({ until: minute(40) })
    expect(known(log).promisedTo[support]).toBe(minute(30))
    expect(known(log.slice(0, 8)).putOffs).toEqual({})
    expect(known(log).putOffs[leadership]).toMatchObject({ until: null, reason: 'at 21' })
    expect(known(log).firstNoticeTo[leadership]).toBe(minute(25))
    expect(known(log).toldByHand.map(({ what }) => what)).toEqual(['at 10', 'at 11'])
  })
})
