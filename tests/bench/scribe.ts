import type { EngineSession } from '../../src/main/engine/session'
import { type EntryId, type IncidentId, newId, type RequestId } from '../../src/shared/domain/ids'
import type { IncidentEvent } from '../../src/shared/events/registry'

/** Somebody who types into one incident, at a screen that follows it. */
export interface Scribe {
  readonly incident: IncidentId
  /** Settles when the line is on disk and told. @throws when it is refused */
  type(): Promise<void>
  /** The newest event that was told. */
  newest(): IncidentEvent
}

const words = 'the pool of payments-db is full and the rollback of v2.41.0 has begun while support sees declined cards'
const kinds = ['note', 'note', 'action', 'finding', 'note', 'decision', 'note', 'todo'] as const

/** Declares an incident and sits down. @param open opens the scribe's session, with where its pushes go */
export async function sitDown(
  open: (push: (name: string, payload: unknown) => void) => EngineSession,
): Promise<Scribe> {
  const incident = newId<IncidentId>()
  let newest: IncidentEvent | undefined
  let typed = 0
  const session = open((name, payload) => {
    if (name === 'log') newest = (payload as { events: readonly IncidentEvent[] }).events.at(-1)
  })
  const call = async (name: string, input: object) => {
    const reply = await session.call(newId<RequestId>(), name, { incident, ...input })
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
  }
  await call('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: 'Nobody can pay' })
  await call('log:follow', { after: 0 })
  return {
    incident,
    async type() {
      typed += 1
      const text = `${typed}: ${words.slice(typed % 40)}`
      const kind = kinds[typed % kinds.length]
      await call('timeline:append', { entry: newId<EntryId>(), kind, text, occurredAt: null, pinned: false })
    },
    newest() {
      if (newest === undefined) throw new Error('Nothing was told yet')
      return newest
    },
  }
}
