import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { join } from 'node:path'
import { restoreBackup } from '../../../../src/main/engine/backups/restore'
import { heldCounts } from '../../../../src/main/engine/integrity/held'
import type { Surroundings } from '../../../../src/main/engine/record/decision'
import { type Committed, type Ledger, openLedger } from '../../../../src/main/engine/record/ledger'
import { rowsToSend } from '../../../../src/main/engine/record/raw-rows'
import { runCommand } from '../../../../src/main/engine/sessions/dispatch'
import { erasableOf } from '../../../../src/main/engine/storage/erasable'
import { DATABASE_FILE } from '../../../../src/main/engine/storage/format.mjs'
import { type Origin, originIdOf } from '../../../../src/main/engine/storage/origin-key'
import { readQueuedItem } from '../../../../src/main/engine/storage/queued-items'
import { type RawRow, rawText } from '../../../../src/main/engine/storage/raw-row'
import { writeSnapshot } from '../../../../src/main/engine/storage/snapshot'
import { openStore, type Store } from '../../../../src/main/engine/storage/store'
import type { CommandName, Input } from '../../../../src/shared/contract/calls'
import { defaultCadence } from '../../../../src/shared/domain/cadence'
import type { IncidentId, RequestId } from '../../../../src/shared/domain/ids'
import type { EventKind } from '../../../../src/shared/events/registry'
import { eventRegistry } from '../../../../src/shared/events/registry'
import { dana, statusPage } from '../../../support/engine-parts'
import { keptLogger } from '../../../support/kept-logger'
import { seededId } from '../../../support/seeded'
import { shippedLintParts } from '../../../support/shipped-lint'
import { shippedPlaybooks, shippedRules } from '../../../support/shipped-method'

/** A data folder with a real store and ledger, the real dispatch, and a clock that a run sets. */
export class Machine {
  readonly name: string
  readonly incident: IncidentId
  /** A kind of event that its version does not know. */
  lacks: EventKind | undefined
  clock = 0
  /** How often what it took belonged before what it had. */
  late = 0
  told: (committed: Committed) => void = () => undefined
  store: Store
  ledger: Ledger
  #folder: string
  #incarnation = 0
  readonly #random: () => number

  constructor(
    name: string,
    from: { readonly incident: IncidentId; readonly folder: string; readonly random: () => number },
  ) {
    this.name = name
    this.incident = from.incident
    this.#folder = join(from.folder, name)
    this.#random = from.random
    this.store = this.#open()
    this.ledger = this.#openLedger()
  }

  /** Works as its own version does. */
  own<T>(work: () => T): T {
    const registry = eventRegistry as Record<string, unknown>
    if (this.lacks === undefined) return work()
    const kind = this.lacks
    const definition = registry[kind]
    delete registry[kind]
    try {
      return work()
    } finally {
      registry[kind] = definition
    }
  }

  run<Name extends CommandName>(name: Name, input: Omit<Input<Name>, 'incident'>, request: RequestId) {
    const command = { name, input: { incident: this.incident, ...input }, request, by: dana }
    return this.own(() => runCommand(this.ledger, this.#around(), command))
  }

  newRequest(): RequestId {
    return seededId<RequestId>(this.#random)
  }

  take(rows: readonly RawRow[], drill = false) {
    return this.own(() => this.ledger.merge({ incident: this.incident, drill, rows }, this.clock))
  }

  rows(): readonly RawRow[] {
    return rowsToSend(this.store.db, this.incident).rows
  }

  bytes(): string {
    return this.rows().map(rawText).join('\n')
  }

  /** What was in memory is gone; what was committed is on the disk. */
  crash(): void {
    this.store.close()
    this.store = this.#open()
    this.ledger = this.#openLedger()
  }

  backUp(name: string): string {
    const file = `${this.#folder}-${name}.backup`
    const written = writeSnapshot(join(this.#folder, DATABASE_FILE), file)
    if (!written.ok) throw new Error(JSON.stringify(written.fault))
    return file
  }

  /** Goes on from a backup, in another folder and as another origin. */
  restore(backup: string): void {
    this.store.close()
    this.#incarnation += 1
    this.#folder = `${this.#folder}-${this.#incarnation}`
    const restored = restoreBackup(backup, this.#folder)
    if (!restored.ok) throw new Error(JSON.stringify(restored.fault))
    this.store = this.#open()
    this.ledger = this.#openLedger()
  }

  close(): void {
    this.store.close()
  }

  #open(): Store {
    const opened = openStore(this.#folder)
    if (!opened.ok) throw new Error(opened.fault.message)
    // Its own key would be by chance, and with it the order of what was written at one instant.
    return { ...opened.value, origin: seededOrigin(`${this.incident} ${this.name} ${this.#incarnation}`) }
  }

  #openLedger(): Ledger {
    const tell = (committed: Committed) => {
      if (committed.rebased !== undefined) this.late += 1
      this.told(committed)
    }
    return this.own(() => openLedger(this.store, keptLogger(), tell, undefined, () => this.clock))
  }

  #around(): Surroundings {
    const { db } = this.store
    return {
      ...{
        now: this.clock,
        drill: false,
        cancelWindow: () => 5_000,
        gate: () => undefined,
        cadence: () => defaultCadence,
        method: () => shippedRules,
        playbooks: () => shippedPlaybooks,
      },
      ...{ channels: () => [statusPage], alert: () => undefined, proposal: () => undefined },
      ...{ rooms: () => ({ proposals: [], feeds: [] }), sources: () => [], held: one => heldCounts(db, one) },
      ...{ attachment: () => undefined, act: id => readQueuedItem(db, id), openItems: () => [], annotators: () => [] },
      objectionSpan: () => 120_000,
      incidentsOf: () => [],
      approvalNeeded: () => false,
      present: () => [],
      holdingPost: () => undefined,
      ...shippedLintParts,
      erasable: (one, what) => erasableOf(db, one, what),
    }
  }
}

/** PKCS #8 of an Ed25519 key, before its 32 bytes. */
const BEFORE_KEY = Buffer.from('302e020100300506032b657004220420', 'hex')

function seededOrigin(words: string): Origin {
  const seed = createHash('sha256').update(words).digest()
  const key = createPrivateKey({ key: Buffer.concat([BEFORE_KEY, seed]), format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    id: originIdOf(spki),
    publicKey: spki.toString('base64'),
    incarnation: 'same',
    sign: text => sign(null, Buffer.from(text), key).toString('base64'),
  }
}
