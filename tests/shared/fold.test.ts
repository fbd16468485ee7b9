import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId, IncidentId } from '../../src/shared/domain/ids'
import { type ConnectionId, type EntryId, newId } from '../../src/shared/domain/ids'
import type { UpdateContent } from '../../src/shared/domain/update'
import type { EventDraft } from '../../src/shared/events/define'
import { entryAdded } from '../../src/shared/events/entry-added'
import { entryCorrected } from '../../src/shared/events/entry-corrected'
import { foldEvents, type IncidentRecord } from '../../src/shared/events/fold'
import { incidentDeclared } from '../../src/shared/events/incident-declared'
import type { IncidentEvent } from '../../src/shared/events/registry'
import { severityChanged } from '../../src/shared/events/severity-changed'
import { updatePublished } from '../../src/shared/events/update-published'

const by = { kind: 'engine' } as const
const entry = fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5', 'e6') as unknown as fc.Arbitrary<EntryId>

const draft: fc.Arbitrary<EventDraft> = fc.oneof(
  fc
    .tuple(entry, fc.integer({ min: 0, max: 50 }), fc.string())
    .map(([id, at, text]) => entryAdded.draft({ entry: id, kind: 'note', text, pinned: false }, at, by)),
  fc.tuple(entry, fc.string()).map(([id, text]) => entryCorrected.draft({ entry: id, text }, 60, by)),
  fc.constant(severityChanged.draft({ from: 'SEV-2', to: 'SEV-1', reason: '' }, 61, by)),
)

/** A line is added once: commands see to that. */
function withoutDoubles(drafts: readonly EventDraft[]): readonly EventDraft[] {
  const added = new Set<unknown>()
  return drafts.filter(event => {
    if (event.kind !== 'entry-added') return true
    const { entry: id } = event.body as { readonly entry: EntryId }
    return !added.has(id) && added.add(id)
  })
}

function logOf(drafts: readonly EventDraft[]): readonly IncidentEvent[] {
  const first = incidentDeclared.draft({ title: 'x', severity: 'SEV-2', impact: '', drill: false, page: null }, 0, by)
  return [first, ...drafts].map(
    (event, n) =>
      ({
        ...event,
        id: `r.${n}` as EventId,
        incident: 'i' as IncidentId,
        seq: n + 1,
        version: 1,
        recordedAt: 100,
      }) as IncidentEvent,
  )
}

describe('fold', () => {
  it('[FO1] batches of any size give the same record', () => {
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (drafts, size) => {
        const log = logOf(withoutDoubles(drafts))
        let inBatches: IncidentRecord | undefined
        for (let from = 0; from < log.length; from += size)
          inBatches = foldEvents(inBatches, log.slice(from, from + size))
        expect(inBatches).toEqual(foldEvents(undefined, log))
      }),
    )
  })

  it('[FO1] leaves what it was given as it was', () => {
    const log = logOf([entryAdded.draft({ entry: newId<EntryId>(), kind: 'note', text: 'a', pinned: false }, 5, by)])
    const record = foldEvents(undefined, log)
    const before = structuredClone(record)
    foldEvents(record, logOf([severityChanged.draft({ from: 'SEV-2', to: 'SEV-1', reason: '' }, 6, by)]).slice(1))
    expect(record).toEqual(before)
  })

  it('[FO5] folds a log without its beginning as far as it goes', () => {
    const late = logOf([severityChanged.draft({ from: 'SEV-2', to: 'SEV-1', reason: '' }, 7, by)]).slice(1)
    expect(foldEvents(undefined, late)?.incident).toMatchObject({
      id: 'i',
      severity: 'SEV-1',
      declaredAt: 7,
      title: '',
    })
  })

  it('[UP2] a published update sets the next deadline to the time that it promises, or to none', () => {
    const promising = (nextUpdateAt: number | null) => {
      const content: UpdateContent = {
        stage: 'progress',
        channel: { vendor: 'statuspage', connection: 'sp' as ConnectionId, target: 'p', label: 'Status' },
        ...{ title: 'Payments fail', body: 'We look.', status: 'identified', components: {}, notify: false },
        nextUpdateAt,
      }
      const to = { audience: 'customers', promise: nextUpdateAt } as const
      return updatePublished.draft({ update: newId(), content, ...to, externalId: 'p1', url: null }, 20, by)
    }
    const dueAfter = (...times: readonly (number | null)[]) =>
      foldEvents(undefined, logOf(times.map(promising)))?.incident.nextUpdateDueAt
    expect(dueAfter(900)).toBe(900)
    expect(dueAfter(900, 1_800)).toBe(1_800)
    expect(dueAfter(900, 300)).toBe(300)
    expect(dueAfter(900, null)).toBeNull()
  })
})
