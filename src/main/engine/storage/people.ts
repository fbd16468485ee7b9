import { randomBytes } from 'node:crypto'
import type { IncidentId } from '../../../shared/domain/ids'
import { personKey } from '../../../shared/domain/people'
import type { ReadableDb, WritableDb } from './database'
import { peopleNamedIn } from './event-log'
import type { NamedPeople, PersonRef } from './named-people'
import type { RawRow } from './raw-row'
import { statement } from './statements'

/**
 * [NP2] The ids of a name in a session, made where there are none yet: the same name, compared without case, is the same
 * person in every session of this folder. Call it in the transaction that writes them. @throws on a failing disk
 */
export function personRef(db: WritableDb, name: string, screen: string): PersonRef {
  const known = statement(db, 'SELECT person, session FROM person WHERE name = ? AND screen = ?').get(name, screen)
  if (known !== undefined) return { person: String(known.person), session: String(known.session) }
  const key = personKey(name)
  const same = statement(db, 'SELECT person FROM person WHERE key = ? LIMIT 1').get(key)
  const ref = { person: same === undefined ? newPersonId() : String(same.person), session: newPersonId() }
  statement(db, 'INSERT INTO person (session, person, key, name, screen) VALUES (?, ?, ?, ?, ?)').run(
    ...[ref.session, ref.person, key, name, screen],
  )
  return ref
}

function newPersonId(): string {
  return randomBytes(16).toString('hex')
}

/** [NP1] Whom an incident's log names, and rows that are not folded. @throws on a failing disk */
export function namedIn(db: ReadableDb, incident: IncidentId, held: readonly RawRow[]): NamedPeople {
  const people = peopleNamedIn(db, incident)
  for (const { kind, body } of held) if (kind === 'person-named') people.note(body)
  return people
}
