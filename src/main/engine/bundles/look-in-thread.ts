import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BundleHere, BundleLine, BundleLook, BundleWriter } from '../../../shared/contract/bundles'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import type { TimelineEntry } from '../../../shared/domain/timeline'
import { foldEvents, foldHead } from '../../../shared/events/fold'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { isLocked, withPlain } from '../record/bundle/passphrase'
import { type Bundle, readBundle } from '../record/bundle/read-bundle'
import { type ImportBatch, type Imported, importRows } from '../record/import'
import { rowsToSend } from '../record/raw-rows'
import { openForReading, type ReadableDb, type WritableDb } from '../storage/database'
import { DATABASE_FILE } from '../storage/format.mjs'
import { heldEvents } from '../storage/held-events'
import { openLog, readLog } from '../storage/log-reading'
import { recordInMemory } from '../storage/migrate'
import { knownOrigin } from '../storage/origin-heads'
import { originIn } from '../storage/origin-key'
import { namedIn } from '../storage/people'
import type { RunJob } from '../workers/job'
import { changesBetween, conflictsBetween } from './changes'
import type { LookAnswer, LookOrder } from './look-job'

/** Lines that are shown: who reads more of it goes on with it. */
const MOST_LINES = 300
const MOST_NAMES = 5
/** Origins that are shown: a stranger may make up thousands. */
const MOST_WRITERS = 20

type LookFault = Extract<LookAnswer, { readonly ok: false }>['fault']

/** What `lookJob` does. @throws on a failing disk */
export const lookInThread: RunJob<LookOrder, never, LookAnswer> = async ({ path, folder, passphrase }) => {
  const locked = await isLocked(path)
  const read = await withPlain(path, passphrase, readBundle)
  if (!read.ok) return read
  const file = join(folder, DATABASE_FILE)
  const here = existsSync(file) ? openForReading(file) : undefined
  try {
    return lookAt(read.value, here, { locked, own: originIn(folder)?.id ?? '' })
  } finally {
    here?.close()
  }
}

interface Looking {
  readonly locked: boolean
  /** The origin that writes here. */
  readonly own: string
}

function lookAt(bundle: Bundle, here: ReadableDb | undefined, looking: Looking): Reply<BundleLook, LookFault> {
  const { incident } = bundle.manifest
  const alone = recordInMemory()
  try {
    const taken = takenInto(alone, bundle)
    if (!taken.ok) return taken
    const { events } = readLog(alone, incident)
    const record = foldEvents(undefined, events)
    if (record === undefined || events[0]?.kind !== 'incident-declared')
      return fail({ code: 'no-beginning', where: incident })
    const merged = here === undefined ? ok(null) : hereOf(bundle, here)
    if (!merged.ok) return merged
    return ok({
      ...factsOf(record.incident),
      ...{ incident, drill: bundle.manifest.drill, locked: looking.locked },
      lastAt: events.reduce((last, { at }) => Math.max(last, at), 0),
      events: bundle.batch.rows.length,
      attachments: bundle.batch.attachments?.length ?? 0,
      writers: writersOf(bundle, alone, here, looking.own),
      held: heldEvents(alone, incident).length,
      lines: record.timeline.slice(-MOST_LINES).map(lineOf),
      earlierLines: Math.max(0, record.timeline.length - MOST_LINES),
      here: merged.value,
    })
  } finally {
    alone.close()
  }
}

function takenInto(db: WritableDb, { manifest, batch }: Bundle): Reply<Imported, LookFault> {
  return importInto(db, { ...batch, drill: manifest.drill })
}

/** Fault: what any record would say of it. */
function importInto(db: WritableDb, batch: ImportBatch): Reply<Imported, LookFault> {
  const { tail } = openLog(db, batch.incident, '')
  const now = Date.now()
  const taken = importRows(db, { ...batch, attachments: [] }, { now, systemNow: now }, tail.reader)
  if (!taken.ok) return fail({ code: taken.fault.code, where: `event ${taken.fault.at + 1}` })
  tail.readOn()
  const { damage } = tail.reader
  return damage === null ? taken : fail({ code: 'altered', where: `event ${damage.place}` })
}

type Facts = Pick<BundleLook, 'title' | 'severity' | 'status' | 'impact' | 'commander' | 'declaredAt'> &
  Pick<BundleLook, 'newer' | 'unparsed' | 'unsent'>

function factsOf(incident: Incident): Facts {
  const { title, severity, status, impact, declaredAt, roles, unfolded, acts, updates } = incident
  const why = (as: string) => unfolded.filter(({ because }) => because.as === as).length
  const drafts = updates.filter(({ delivery }) => ['drafted', 'publishing', 'asking'].includes(delivery.state))
  const requests = acts.filter(({ standing }) => standing.state === 'waiting' || standing.state === 'unknown')
  return {
    ...{ title, severity, status, impact, declaredAt, commander: roles.ic?.responder.name ?? null },
    ...{ newer: why('newer'), unparsed: why('unparsed'), unsent: drafts.length + requests.length },
  }
}

function lineOf({ id, occurredAt, kind, by, text }: TimelineEntry): BundleLine {
  return { id, at: occurredAt, kind, who: actorName(by), text: text.slice(0, 2_000) }
}

/** [BN3] The incident that is here, with the bundle in it; null: it is not here. */
function hereOf(bundle: Bundle, here: ReadableDb): Reply<BundleHere | null, LookFault> {
  const { incident } = bundle.manifest
  const own = rowsToSend(here, incident)
  if (own.rows.length === 0) return ok(null)
  if (own.damage !== null) return fail({ code: 'damaged-here', where: `event ${own.damage.place}` })
  const both = recordInMemory()
  try {
    const before = headIn(both, incident, own.rows, bundle.manifest.drill)
    if (!before.ok) return before
    const taken = takenInto(both, bundle)
    if (!taken.ok) return taken
    const after = foldHead(undefined, readLog(both, incident).events)
    const { added, held, known } = taken.value
    return ok({
      ...{ isOpen: before.value.status !== 'resolved', fresh: added + held, ahead: own.rows.length - known },
      changes: changesBetween(before.value, after),
      conflicts: conflictsBetween(before.value, after),
    })
  } finally {
    both.close()
  }
}

function headIn(
  db: WritableDb,
  incident: IncidentId,
  rows: ImportBatch['rows'],
  drill: boolean,
): Reply<Incident, LookFault> {
  const taken = importInto(db, { incident, rows, drill })
  return taken.ok ? ok(foldHead(undefined, readLog(db, incident).events)) : taken
}

/** [BN2] By origin: how they call themselves, and what their key has signed. */
function writersOf(
  { manifest, batch }: Bundle,
  alone: ReadableDb,
  here: ReadableDb | undefined,
  own: string,
): readonly BundleWriter[] {
  const people = namedIn(alone, manifest.incident, [])
  const byOrigin = Map.groupBy(batch.rows, ({ origin }) => origin)
  const writers = [...byOrigin].map(([origin, rows]): BundleWriter => {
    const names = new Set(
      rows.flatMap(({ by }) => {
        const actor = people.actorOf(by)
        return actor.kind === 'person' && actor.responder.name !== '' ? [actor.responder.name] : []
      }),
    )
    const head = manifest.heads[origin]
    const signed = head === undefined ? 'none' : head.counter === manifest.vector[origin]?.[0] ? 'all' : 'part'
    const known = origin === own ? 'self' : signed === 'none' ? undefined : here && knownOrigin(here, origin)
    return {
      ...{ origin: origin.replace('legacy-', '').slice(0, 16), names: [...names].slice(0, MOST_NAMES) },
      ...{ events: rows.length, signed, known: known ?? null },
    }
  })
  return writers.sort((a, b) => b.events - a.events).slice(0, MOST_WRITERS)
}
