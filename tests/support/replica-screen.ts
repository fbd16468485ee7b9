import { follow, openScreens, type Screen } from '../../src/main/engine/sessions/sessions'
import { createIncidentStore, type IncidentStore } from '../../src/renderer/stores/incident-store'
import type { EngineLink } from '../../src/shared/contract/link'
import type { Pushes, PushName } from '../../src/shared/contract/pushes'
import type { IncidentId, Seq } from '../../src/shared/domain/ids'
import { ok } from '../../src/shared/lib/reply'
import type { Replica } from './replica'

/** A page that follows one incident of a replica, with a line that can drop. */
export interface ReplicaScreen {
  readonly store: IncidentStore
  /** Names of the pushes that came, and how many bytes each had. */
  readonly came: { readonly name: PushName; readonly bytes: number }[]
  isOn(): boolean
  /** The line is gone: what is told meanwhile does not come. */
  drop(): void
  /** It is back, and the page asks for what it lacks. */
  reconnect(): void
  /** Settles once it has all that the replica has. */
  caughtUp(): Promise<void>
}

/** Far more than it takes, for a machine that is busy with other things. */
const PATIENCE = 20_000

/** What a page follows: its ledger may be opened anew. */
export type Followable = Pick<Replica, 'ledger' | 'told'>

/** The screens of a replica, told of what it commits and merges as an engine tells them. */
export function screensOf(replica: Followable) {
  const screens = openScreens('Dana Scully')
  replica.told = screens.tellCommitted
  return { open: (incident: IncidentId) => openPage(replica, screens, incident), stop: screens.stop }
}

function openPage(replica: Followable, screens: ReturnType<typeof openScreens>, incident: IncidentId): ReplicaScreen {
  const came: ReplicaScreen['came'] = []
  let line: Screen | undefined
  const receive = (name: PushName, payload: unknown) => {
    const text = JSON.stringify(payload)
    came.push({ name, bytes: text.length })
    if (name === 'log') store.receive(JSON.parse(text) as Pushes['log'])
    if (name === 'rebased') store.rebase(JSON.parse(text) as Pushes['rebased'])
  }
  const connect = () => {
    line = screens.open(receive, 'host')
  }
  const link = {
    async call(name: string, { after }: { readonly after: Seq }) {
      if (name !== 'log:follow' || line === undefined) return ok(null)
      return ok({ seq: follow(replica.ledger, line, incident, after) })
    },
  } as unknown as EngineLink
  const store = createIncidentStore(link)
  connect()
  store.follow(incident)
  return {
    store,
    came,
    isOn: () => line !== undefined,
    drop() {
      if (line !== undefined) screens.close(line)
      line = undefined
    },
    reconnect() {
      connect()
      store.catchUp()
    },
    caughtUp: () =>
      new Promise<void>((resolve, reject) => {
        const at = () => store.getState().record?.seq
        const look = () => {
          if (at() === replica.ledger.lastSeq(incident)) end(resolve)
        }
        const stop = store.subscribe(look)
        const giveUp = () =>
          reject(new Error(`The page is at ${at()}, the record at ${replica.ledger.lastSeq(incident)}`))
        const timer = setTimeout(() => end(giveUp), PATIENCE)
        const end = (settle: () => void) => {
          clearTimeout(timer)
          stop()
          settle()
        }
        look()
      }),
  }
}
