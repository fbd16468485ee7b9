import type { Answer, Parsed } from '../../../shared/contract/calls'
import type { Connection, ConnectionView } from '../../../shared/contract/connections'
import type { Fault } from '../../../shared/contract/faults'
import type { Mode } from '../../../shared/contract/mode'
import type { ConnectionId } from '../../../shared/domain/ids'
import { pastedAddress } from '../../../shared/domain/pasted-address'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { HttpClient } from '../http/types'
import type { Secrets, SettingsStore } from '../ports'
import { refused } from '../record/decision'
import type { Handlers } from '../sessions/handlers'
import { keyPlace, openAccount } from '../vendors/registry'

/** The settings page's calls. In a drill they are refused: its connections are its own, and nothing real is reached. */
export interface Connections {
  list(): readonly ConnectionView[]
  save(input: Parsed<'connections:save'>): Reply<null, Fault>
  remove(id: ConnectionId): Reply<null, Fault>
  test(input: Parsed<'connections:test'>): Promise<Reply<Answer<'connections:test'>, Fault>>
}

interface Options {
  readonly world: Mode
  readonly settings: SettingsStore
  readonly secrets: Secrets
  readonly http: HttpClient
  /** Called after the settings changed. */
  readonly changed: () => void
}

const inDrill = refused('drill-connections')

export function openConnections({ world, settings, secrets, http, changed }: Options): Connections {
  const others = (id: ConnectionId) => settings.read().connections.filter(known => known.id !== id)

  function view(connection: Connection): ConnectionView {
    const hasToken = secrets.read(connection.id) !== null
    const hasKey = secrets.read(keyPlace(connection.id)) !== null
    return { connection, hasToken, tokenNote: hasToken || hasKey ? secrets.place : '', ...(hasKey && { hasKey }) }
  }

  return {
    list: () => settings.read().connections.map(view),
    save({ connection, token, key = null }) {
      if (world.kind === 'drill') return inDrill
      const known = settings.read().connections.find(({ id }) => id === connection.id)
      const moved = known === undefined || !asksTheSame(known, connection)
      // A stored token must not follow a changed address: it would be sent to a stranger.
      if (moved && token === null) secrets.forget(connection.id)
      if (token !== null) secrets.write(connection.id, token)
      if (known?.vendor !== connection.vendor && key === null) secrets.forget(keyPlace(connection.id))
      if (key !== null) secrets.write(keyPlace(connection.id), key)
      settings.write({ connections: [...others(connection.id), connection] })
      changed()
      return ok(null)
    },
    remove(id) {
      if (world.kind === 'drill') return inDrill
      settings.write({ connections: others(id) })
      secrets.forget(id)
      secrets.forget(keyPlace(id))
      changed()
      return ok(null)
    },
    async test({ connection, token, key = null }) {
      if (world.kind === 'drill') return inDrill
      const known = settings.read().connections.find(other => other.id === connection.id)
      const stored = (id: ConnectionId) =>
        known !== undefined && asksTheSame(known, connection) ? secrets.read(id) : null
      const signingKey = key ?? stored(keyPlace(connection.id))
      const account = openAccount(connection, token ?? stored(connection.id), http, signingKey)
      return ok(await account.probe(AbortSignal.timeout(15_000)))
    },
  }
}

/** An address that was written as it was copied, and one without what a browser puts behind it, are the same place. */
function asksTheSame(known: Connection, now: Connection): boolean {
  const place = ({ vendor, baseUrl }: Connection) => pastedAddress(vendor, baseUrl).baseUrl
  return place(known) === place(now)
}

export function connectionQueries(connections: Connections): Handlers<'connections:list' | 'connections:test'> {
  return {
    'connections:list': () => ok(connections.list()),
    'connections:test': input => connections.test(input),
  }
}

export function connectionChanges(connections: Connections): Handlers<'connections:save' | 'connections:remove'> {
  return {
    'connections:save': input => connections.save(input),
    'connections:remove': ({ connection }) => connections.remove(connection),
  }
}
