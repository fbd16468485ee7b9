import type { OtherEditor, Pushes } from '../../../shared/contract/pushes'
import type { IncidentId, Seq } from '../../../shared/domain/ids'
import { type Actor, type Responder, responderNamed } from '../../../shared/domain/people'
import type { Principal } from '../../../shared/domain/principal'
import type { Push } from '../bridge'
import type { Committed, Ledger } from '../record/ledger'
import type { LiveRecord } from '../record/live-record'
import { openRebases } from './rebases'

/** At most this many events in one push, so that a long log neither blocks the engine nor floods a slow line. */
const PUSH_LIMIT = 2_000

/** One connected client: which person uses it and which incidents it follows. */
export interface Screen {
  readonly push: Push
  readonly principal: Principal
  responder: Responder
  /** The client's name for itself; empty until it sent one. */
  name: string
  readonly following: Set<IncidentId>
  /** Counts as visible until the client reports otherwise. */
  visible: boolean
  /** What the person there is editing; null: nothing. */
  editing: { readonly incident: IncidentId; readonly what: string } | null
}

/** [AC4] Which person and which session: the record stores both. */
export function actorOf({ name, responder }: Pick<Screen, 'name' | 'responder'>): Actor {
  return { kind: 'person', responder, ...(name !== '' && { screen: name }) }
}

export interface Screens {
  open(push: Push, principal: Principal): Screen
  close(screen: Screen): void
  /** Who is at a screen, by the names that those say, each once. */
  present(): readonly Responder[]
  /** Whether any session is visible. */
  anyVisible(): boolean
  /** Pushes to every session what the others are editing. */
  tellEditors(): void
  /** Pushes to every session. */
  tell: Push
  /** Pushes to the sessions that follow the incident. */
  tellCommitted(committed: Committed): void
  stop(): void
}

export function openScreens(defaultName: string): Screens {
  const screens = new Set<Screen>()
  const editorOf = ({ editing, responder, name }: Screen): readonly OtherEditor[] =>
    editing === null ? [] : [{ ...editing, who: responder, screen: name }]
  const tellEditors = () => {
    for (const screen of screens) {
      const others = [...screens].filter(other => other !== screen)
      screen.push('editors', others.flatMap(editorOf))
    }
  }
  const tellFollowers = <Name extends 'log' | 'rebased'>(name: Name, payload: Pushes[Name]) => {
    // One object for all of them: a host encodes it once.
    for (const screen of screens) if (screen.following.has(payload.incident)) screen.push(name, payload)
  }
  const rebases = openRebases(rebase => tellFollowers('rebased', rebase))
  return {
    open(push, principal) {
      const responder = responderNamed(defaultName) ?? { id: 'somebody' as Responder['id'], name: 'Somebody' }
      const screen: Screen = {
        ...{ push, principal, responder, name: '', visible: true, editing: null },
        following: new Set(),
      }
      screens.add(screen)
      return screen
    },
    close(screen) {
      screens.delete(screen)
      if (screen.editing !== null) tellEditors()
    },
    tellEditors,
    present: () => [...new Map([...screens].map(({ responder }) => [responder.id, responder])).values()],
    anyVisible: () => [...screens].some(screen => screen.visible),
    tell: (name, payload) => {
      for (const screen of screens) screen.push(name, payload)
    },
    tellCommitted(committed) {
      const { incident, after, events } = committed
      if (events.length > 0 && !rebases.takes(committed)) tellFollowers('log', { incident, after, events })
    },
    stop: rebases.stop,
  }
}

/** [RK3] For a client that lacks more than a tail: late events came while it was away. */
function wholeLog(incident: IncidentId, record: LiveRecord): Pushes['log'] {
  const { incident: head, seq } = record
  return { incident, after: 0, events: [], record: { incident: head, timeline: record.timeline(), seq } }
}

/**
 * [FO2] Sends what a client lacks of an incident's log. Once it has the end, every later event is pushed; the two meet
 * without a gap because nothing runs between them. A push with `more` is not the end: the client asks again.
 * @returns the seq of the newest event of the incident
 */
export function follow(ledger: Ledger, screen: Screen, incident: IncidentId, after: Seq): Seq {
  const tail = ledger.unreadTail(incident, after, PUSH_LIMIT)
  if (tail !== undefined) {
    screen.push('log', { incident, after, events: tail.events })
    screen.following.add(incident)
    return tail.seq
  }
  const newest = ledger.lastSeq(incident)
  const record = after < ledger.rebasedAt(incident) ? ledger.record(incident) : null
  if (record !== null) {
    screen.push('log', wholeLog(incident, record))
    screen.following.add(incident)
    return newest
  }
  const events = ledger.events(incident, after, PUSH_LIMIT)
  const ends = (events.at(-1)?.seq ?? after) >= newest
  if (events.length > 0) screen.push('log', { incident, after, events, ...(!ends && { more: true }) })
  if (ends) screen.following.add(incident)
  return newest
}
