import type { EngineSession } from '../../src/main/engine/bridge'
import { type EntryId, type IncidentId, newId, type RequestId } from '../../src/shared/domain/ids'
import type { IncidentEvent } from '../../src/shared/events/registry'
import { nthLine } from './long-log'

/** Somebody who types into one incident, at a screen that follows it. */
export interface Scribe {
  /** Settles when the line is on disk and told. @throws when it is refused */
  type(): Promise<void>
  /** The newest event that was told. */
  newest(): IncidentEvent
}

/** Opens the scribe's session, given where its pushes go. */
export type OpenSession = (push: (name: string, payload: unknown) => void) => EngineSession

/** Sits down at an incident, and has read all of its log. */
export async function sitDown(open: OpenSession, incident: IncidentId): Promise<Scribe> {
  let newest: IncidentEvent | undefined
  let typed = 0
  const session = open((name, payload) => {
    if (name === 'log') newest = (payload as { events: readonly IncidentEvent[] }).events.at(-1)
  })
  const call = async (name: string, input: object): Promise<unknown> => {
    const reply = await session.call(newId<RequestId>(), name, { incident, ...input })
    if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
    return reply.value
  }
  for (;;) {
    const { seq } = (await call('log:follow', { after: newest?.seq ?? 0 })) as { readonly seq: number }
    if (newest !== undefined && newest.seq >= seq) break
  }
  return {
    async type() {
      typed += 1
      await call('timeline:append', { entry: newId<EntryId>(), ...nthLine(typed), occurredAt: null, pinned: false })
    },
    newest() {
      if (newest === undefined) throw new Error('Nothing was told yet')
      return newest
    },
  }
}
