import { hash } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { keepHeads } from '../../../src/main/engine/integrity/heads-keeper'
import { heldProblems } from '../../../src/main/engine/integrity/held'
import { openLedger } from '../../../src/main/engine/record/ledger'
import { writeAttachment } from '../../../src/main/engine/storage/attachments'
import { HEADS_FILE } from '../../../src/main/engine/storage/format.mjs'
import type { QueuedItemState } from '../../../src/main/engine/storage/queued-items'
import { writeSeenAlerts } from '../../../src/main/engine/storage/seen-alerts'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { writeTypedText } from '../../../src/main/engine/storage/typed-texts'
import type { RecordProblem } from '../../../src/shared/contract/record-problems'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import type { ContentHash, IncidentId } from '../../../src/shared/domain/ids'
import { eventRegistry } from '../../../src/shared/events/registry'
import { keptLogger } from '../kept-logger'
import { copyOfFolder, oldNoiseRule, ownStreamStory } from './copied-folder'
import { type Desk, pagerDuty, START, sitAtDesk } from './desk'
import { heldIncident, mergedIncident, takenOverIncident } from './merged-incident'
import { olderIncident } from './older-rows'
import { openIncident, resolvedIncident, withoutIncident } from './story'

const ended: readonly QueuedItemState[] = ['sent', 'failed', 'cancelled']
const states: readonly QueuedItemState[] = [
  'waiting',
  'asking',
  'sending',
  'unknown',
  'again',
  'left',
  'held',
  ...ended,
]

/** What a stored record holds beside its files: what those who wrote it saw in it. */
export interface StoredExpectation {
  /** Every kind of event that its writers knew, with its version. */
  readonly kinds: Readonly<Record<string, number>>
  readonly incidents: readonly { readonly name: string; readonly id: IncidentId; readonly handedOverAt: number }[]
  readonly folded: Readonly<Record<string, unknown>>
  /** States of its outbox's items; absent where its writers had neither `left` nor `held`. */
  readonly states?: readonly QueuedItemState[]
  /** What is named to people of it; absent: nothing. */
  readonly problems?: readonly RecordProblem[]
}

/** Writes a data folder as the present code writes one, and what it reads in it. @throws where a kind is missing */
export async function writeStoredRecord(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { older, clock } = copyOfFolder(folder, original => {
    const incident = olderIncident(original)
    oldNoiseRule(original, START)
    const desk = sitAtDesk(original, 'Dana Scully')
    withoutIncident(original, desk)
    return { older: incident, clock: desk.clock }
  })
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const store = opened.value
  const picture = keepPicture(store)
  const desk = sitAtDesk(store, 'Dana Scully', { clock })
  ownStreamStory(store, desk)
  const open = openIncident(store, desk, picture)
  const resolved = resolvedIncident(desk)
  const merged = mergedIncident(store, desk)
  const takenOver = takenOverIncident(store, desk)
  const held = heldIncident(store, desk)
  besides(store, desk, open)
  const incidents = { older, open, resolved, merged, 'taken-over': takenOver, held }
  for (const incident of Object.values(incidents)) desk.ledger.mendSummary(incident)
  writeExpectation(folder, store, desk, { ...incidents, 'own-stream': desk.ledger.workspace })
  const { db, origin } = store
  const kept = { heads: new Map(), signed: new Map() }
  const heads = { db, origin, file: join(folder, HEADS_FILE), kept, logger: keptLogger() }
  await keepHeads({ ...heads, isDamaged: () => false }).stop()
  store.close()
  // A copy is another origin anyway, and a key is in no backup.
  for (const name of ['quarterdeck.lock', 'origin.key']) rmSync(join(folder, name), { force: true })
}

function without(there: ReadonlySet<unknown>, all: readonly string[]): readonly string[] {
  return all.filter(one => !there.has(one))
}

function keepPicture({ db }: Store): ContentHash {
  const content = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  const digest = hash('sha256', content) as ContentHash
  writeAttachment(db, { hash: digest, type: 'image/png', size: content.length }, content, 1_790_000_000_000)
  return digest
}

/** What the record keeps besides events and outbox. */
function besides({ db }: Store, { clock }: Desk, incident: IncidentId): void {
  const now = clock.now()
  writeTypedText(db, { screen: 'desk', incident, field: 'line' }, { text: 'half a li', at: now })
  writeTypedText(db, { screen: 'desk', incident: '', field: 'title' }, { text: 'Checkout', at: now })
  const row = { externalId: 'P1', origin: 'page', urgency: 'high', state: 'firing', service: null, url: null } as const
  const alert = { ...row, id: 'pd/P1', connection: pagerDuty, title: 'High error rate', startedAt: now }
  writeSeenAlerts(db, [{ row: alert, firstSeen: now, lastSeen: now, clearedAt: null, hiddenBy: null }])
}

function writeExpectation(folder: string, store: Store, desk: Desk, names: Readonly<Record<string, IncidentId>>) {
  const { db } = store
  // As it is after a restart.
  const ledger = openLedger(store, keptLogger(), () => undefined)
  const kinds = Object.fromEntries(Object.values(eventRegistry).map(({ kind, version }) => [kind, version]))
  const written = (sql: string) =>
    new Set(
      db
        .prepare(sql)
        .all()
        .map(row => Object.values(row)[0]),
    )
  const missing = [
    ...without(written('SELECT kind FROM event'), Object.keys(kinds)),
    ...without(written('SELECT state FROM act'), states),
  ]
  if (missing.length > 0) throw new Error(`Nothing was written of ${missing.join(', ')}`)
  const folded: Record<string, unknown> = {}
  const incidents = Object.entries(names).map(([name, id]) => {
    const record = ledger.record(id)
    if (record === null) throw new Error(`${name} is not there`)
    const handedOverAt = record.incident.handoffs.at(-1)?.writtenAt ?? desk.clock.now()
    folded[name] = { incident: record.incident, timeline: record.timeline(), seq: record.seq }
    const content = handoffContent(record.incident, record.timeline(), handedOverAt)
    writeFileSync(join(folder, `${name}.handoff.md`), renderHandoff(content, 'markdown'))
    return { name, id, handedOverAt }
  })
  const problems = heldProblems(db, ledger)
  const expected: StoredExpectation = { kinds, incidents, folded, states, problems }
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`)
}
