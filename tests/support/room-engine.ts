import { type IncidentId, newId } from '../../src/shared/domain/ids'
import type { Incident } from '../../src/shared/domain/incident'
import { foldEvents, type IncidentRecord } from '../../src/shared/events/fold'
import type { Playing } from '../main/drill/playing'
import { type RunningEngine, runEngine } from './running-engine'

/** An incident of an engine that has a Slack, as a screen sees it. */
export interface Room {
  readonly id: IncidentId
  readonly engine: RunningEngine
  incident(): Incident
  lines(): readonly string[]
}

/** An engine whose Slack is the stand-in of a drill, spoken to over HTTP; `origin` is what stands before it. */
export async function startRoom(playing: Playing, folder: string, origin?: string, id?: IncidentId): Promise<Room> {
  const [connection] = playing.drill.connections.filter(one => one.id === 'drill-slack')
  if (connection === undefined) throw new Error('the drill has no Slack')
  const baseUrl = origin ?? connection.baseUrl
  let record: IncidentRecord | undefined
  const engine = runEngine(folder, { connections: [{ ...connection, baseUrl }] }, undefined, undefined, {
    secrets: playing.drill.secrets,
    push: (name, payload) => {
      const push = payload as { readonly incident: IncidentId; readonly after: number; readonly events: never }
      if (name === 'log' && push.incident === incident && push.after === (record?.seq ?? 0))
        record = foldEvents(record, push.events)
    },
  })
  const incident = id ?? newId<IncidentId>()
  await engine.hello()
  if (id === undefined)
    await engine.ask('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' } as never)
  await engine.ask('log:follow', { incident, after: 0 })
  return {
    ...{ engine, id: incident },
    incident: () => {
      if (record === undefined) throw new Error('nothing was pushed')
      return record.incident
    },
    lines: () => record?.timeline.map(({ text }) => text) ?? [],
  }
}
