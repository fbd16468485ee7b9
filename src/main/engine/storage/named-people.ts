import type { ResponderId } from '../../../shared/domain/ids'
import { type Actor, personKey } from '../../../shared/domain/people'
import { personNamed } from '../../../shared/events/person-named'
import type { BodyOf } from '../../../shared/events/registry'

type Naming = BodyOf<'person-named'>

/** [NP1] What the log has of a person in place of a name. */
export interface PersonRef {
  readonly person: string
  readonly session: string
}

/**
 * [NP1] The names that one incident's own log gives to the ids in it, and who an event is by as it is shown. Rows of
 * earlier formats have the name itself.
 */
export class NamedPeople {
  readonly #namings: Map<string, Naming>
  /** Texts repeat: parsing each again would be a good part of reading a log. */
  readonly #actors = new Map<string, Actor>()
  readonly #texts = new Map<Actor, string>()
  /** Sessions for which an actor without a name was returned. */
  readonly #nameless = new Set<string>()
  #outdated = false

  constructor(namings: Iterable<Naming> = []) {
    this.#namings = new Map([...namings].map(one => [one.session, one]))
  }

  has({ session }: PersonRef): boolean {
    return this.#namings.has(session)
  }

  /** The same with more names. */
  with(namings: readonly Naming[]): NamedPeople {
    if (namings.length === 0) return this
    const more = new NamedPeople([...this.#namings.values(), ...namings])
    for (const session of this.#nameless) more.#nameless.add(session)
    return more
  }

  /** Takes the body of an event of the kind `person-named`, as JSON; what is none names nobody. */
  note(body: string): void {
    const naming = namingIn(body)
    if (naming === undefined) return
    const known = this.#namings.get(naming.session)
    // Two different names for one session are a forgery: every machine chooses the same one.
    if (known !== undefined && textOf(known) <= textOf(naming)) return
    this.#namings.set(naming.session, naming)
    if (known === undefined && !this.#nameless.has(naming.session)) return
    this.#outdated = true
    this.#actors.clear()
  }

  /** Who an event is by; nameless where its name is not in the log. @throws on JSON that is none */
  actorOf(by: string): Actor {
    const known = this.#actors.get(by)
    if (known !== undefined) return known
    const actor = this.#shown(JSON.parse(by))
    this.#actors.set(by, actor)
    this.#texts.set(actor, by)
    return actor
  }

  /** Whether names came after events that were read before. */
  get outdated(): boolean {
    return this.#outdated
  }

  /** Every actor that was returned before has been requested again. */
  told(): void {
    this.#outdated = false
  }

  /** An actor that this returned before, with all names that are known now. */
  again(actor: Actor): Actor {
    const by = this.#texts.get(actor)
    return by === undefined ? actor : this.actorOf(by)
  }

  #shown(by: Actor | StoredPerson): Actor {
    if (!isStoredPerson(by)) return by
    const naming = this.#namings.get(by.session)
    if (naming === undefined) this.#nameless.add(by.session)
    const name = naming?.name ?? ''
    const id = personKey(name) || (by.person as ResponderId)
    const responder = { id, name }
    return naming === undefined || naming.screen === ''
      ? { kind: 'person', responder }
      : { kind: 'person', responder, screen: naming.screen }
  }
}

/** [NP1] A person as `by` of an event has them. */
export interface StoredPerson extends PersonRef {
  readonly kind: 'person'
}

function isStoredPerson(by: Actor | StoredPerson): by is StoredPerson {
  return by?.kind === 'person' && 'session' in by
}

/** What the body of an event of the kind `person-named` says, as JSON; undefined: it names nobody. */
export function namingIn(body: string): Naming | undefined {
  try {
    return personNamed.body.safeParse(JSON.parse(body)).data
  } catch {
    // No JSON; the log says elsewhere that it cannot be read.
    return undefined
  }
}

function textOf({ person, name, screen }: Naming): string {
  return JSON.stringify([person, name, screen])
}
