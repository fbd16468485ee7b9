import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createHttpClient } from '../../../src/main/engine/http/client'
import { startRecordOutbox } from '../../../src/main/engine/outbox/record-outbox'
import { readBundle } from '../../../src/main/engine/record/bundle/read-bundle'
import { writeBundle } from '../../../src/main/engine/record/bundle/write-bundle'
import { type Committed, openLedger } from '../../../src/main/engine/record/ledger'
import { runCommand } from '../../../src/main/engine/sessions/dispatch'
import { openItems, type QueuedItemState, readQueuedItem } from '../../../src/main/engine/storage/queued-items'
import { openStore } from '../../../src/main/engine/storage/store'
import { openAccount } from '../../../src/main/engine/vendors/registry'
import { watchCopiedFolder } from '../../../src/main/engine/workspace/copied-notice'
import { noteLeftBehind, settleItems } from '../../../src/main/engine/workspace/left-behind'
import { beginOwnStream } from '../../../src/main/engine/workspace/own-stream'
import type { CommandName } from '../../../src/shared/contract/calls'
import { defaultCadence } from '../../../src/shared/domain/cadence'
import {
  type ConnectionId,
  type IncidentId,
  newId,
  type OutboxItemId,
  type UpdateId,
} from '../../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../../src/shared/domain/update'
import type { VendorRequest } from '../../../src/shared/domain/vendor-request'
import type { OtherFolderState } from '../../../src/shared/domain/workspace'
import { startLoopback } from '../../main/http/loopback'
import { dana } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'
import { type HandClock, handClock } from '../../support/hand-clock'
import { keptLogger } from '../../support/kept-logger'
import { type Loopback, sendJson } from '../../support/open-loopback'
import { shippedLintParts } from '../../support/shipped-lint'
import { shippedPlaybooks, shippedRules } from '../../support/shipped-method'

const slack = 'sl' as ConnectionId
const channel: Channel = { vendor: 'slack', connection: slack, target: 'C0UPDATES', label: '#updates' }

/** Slack over real HTTP, which shows none of what it was sent. */
export function startSlack(): Promise<Loopback> {
  return startLoopback(({ url }, response) =>
    sendJson(
      response,
      url.pathname.endsWith('chat.postMessage') ? { ok: true, ts: '1.1' } : { ok: true, messages: [] },
    ),
  )
}

/** The posts among what was asked of it. */
export function postsOf({ seen }: Loopback): readonly string[] {
  return seen.flatMap(({ url, body }) => (url.pathname.endsWith('chat.postMessage') ? [JSON.parse(body).text] : []))
}

/** The record and the outbox of an engine on a folder, with a real client of Slack and no feeds. */
export function openFolder(folder: string, vendor: Loopback, clock: HandClock = handClock()) {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const store = opened.value
  const logger = keptLogger()
  const ledger = openLedger(store, logger, settleAfter)
  /** As the engine does after each commit. */
  function settleAfter({ incident, headChanged }: Committed): void {
    if (!headChanged) return
    const only = incident === ledger.workspace ? undefined : incident
    settleItems({ store, ledger, now: clock.now(), running: true, only })
  }

  const connection = { id: slack, vendor: 'slack', name: '#updates', baseUrl: vendor.origin, channel: channel.target }
  const account = openAccount(connection as never, 'xoxb-1', createHttpClient({ timeout: 5_000 }))
  const readings = {
    account: () => account,
    annotators: () => [],
    erasable: () => [],
    requestDelivered: () => undefined,
  }
  const run = (name: CommandName, input: object) => {
    const around = {
      ...{
        drill: false,
        objectionSpan: () => 120_000,
        incidentsOf: () => [],
        approvalNeeded: () => false,
        present: () => [],
        holdingPost: () => undefined,
        ...shippedLintParts,
        cancelWindow: () => 60_000,
        gate: () => undefined,
        cadence: () => defaultCadence,
        method: () => shippedRules,
        playbooks: () => shippedPlaybooks,
        channels: () => [channel],
      },
      ...{ alert: () => undefined, proposal: () => undefined, rooms: () => ({ proposals: [], feeds: [] }) },
      ...{
        attachment: () => undefined,
        annotators: () => [],
        erasable: () => [],
        sources: () => [],
        held: () => [],
        now: clock.now(),
      },
      act: (id: OutboxItemId) => readQueuedItem(store.db, id),
      openItems: () => openItems(store.db),
    }
    return runCommand(ledger, around, { name, input, request: newId(), by: dana })
  }
  let close: (() => Promise<void>) | undefined = async () => store.close()
  const stop = async () => {
    const closing = close
    close = undefined
    await closing?.()
  }
  onTestFinished(stop)
  const notice = () => watchCopiedFolder(store.db, ledger, () => undefined).read()
  return {
    ...{ store, ledger, clock, run, stop, logger, notice },
    /** A person's word on the folder that this one is a copy of. */
    answer: (other: OtherFolderState, was: OtherFolderState | null = notice()?.other ?? null) =>
      run('folder:answer', { incident: ledger.workspace, origin: store.origin.id, other, was }),
    note: () => noteLeftBehind({ store, ledger, logger, now: clock.now() }),
    /** As an engine does when it starts. */
    start() {
      beginOwnStream({ store, ledger, logger, now: clock.now(), asks: true })
      noteLeftBehind({ store, ledger, logger, now: clock.now() })
      settleItems({ store, ledger, now: clock.now(), running: false })
      const outbox = startRecordOutbox({ store, ledger, accounts: readings, clock, logger })
      close = async () => {
        await outbox.stop()
        store.close()
      }
      return outbox
    },
    standing: (incident: IncidentId) =>
      ledger.record(incident)?.incident.acts.map(({ standing }) => standing.state) ?? [],
    delivery: (incident: IncidentId) =>
      ledger.record(incident)?.incident.updates.map(({ delivery }) => delivery.state) ?? [],
  }
}

export type OpenFolder = ReturnType<typeof openFolder>

/** A post to a channel that is waiting to leave. */
export function askPost(engine: OpenFolder, incident: IncidentId, text: string): OutboxItemId {
  const act = newId<OutboxItemId>()
  // A channel each, so that none waits for another.
  const what: VendorRequest = { kind: 'chat-post', connection: slack, channel: { id: `C0${text}`, name: text }, text }
  if (!engine.run('acts:ask', { incident, act, what }).ok) throw new Error('The post was refused')
  return act
}

/** An update that is in its cancel window. */
export function publishUpdate(engine: OpenFolder, incident: IncidentId): UpdateId {
  const update = newId<UpdateId>()
  const content: UpdateContent = {
    ...{
      stage: 'progress',
      channel,
      title: 'Cards fail',
      body: 'Customers cannot pay by card. Next update within the hour.',
      status: 'identified',
    },
    ...{ components: {}, notify: false, nextUpdateAt: null },
  }
  engine.run('comms:draft', { incident, update, content })
  if (!engine.run('comms:publish', { incident, update }).ok) throw new Error('The update was refused')
  return update
}

export function declare(engine: OpenFolder): IncidentId {
  const incident = newId<IncidentId>()
  engine.run('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-1', impact: '' })
  return incident
}

const unfinished: readonly QueuedItemState[] = ['waiting', 'sending', 'unknown', 'again', 'asking']

/** A folder whose engine stopped with a request in each unfinished state, and an update in its cancel window. */
export async function folderWithUnfinished(vendor: Loopback) {
  const folder = scratchFolder()
  const engine = openFolder(folder, vendor)
  const incident = declare(engine)
  for (const state of unfinished) {
    const row = readQueuedItem(engine.store.db, askPost(engine, incident, state))
    if (row === undefined) throw new Error('The post does not exist')
    const changedItems = [{ ...row, state }]
    engine.ledger.commit(incident, newId(), { events: [], changedItems }, engine.clock.now())
  }
  publishUpdate(engine, incident)
  await engine.stop()
  return { folder, incident }
}

/** As a person copies a folder. */
export function copyOf(folder: string): string {
  const copy = join(scratchFolder(), 'copy')
  execFileSync('cp', ['-a', folder, copy])
  return copy
}

/** All of an incident, from one folder to another by a file. */
export async function carry(incident: IncidentId, from: OpenFolder, to: OpenFolder): Promise<void> {
  const file = join(scratchFolder(), 'incident.quarterdeck')
  const written = await writeBundle(from.store, { incident, file, drill: false })
  if (!written.ok) throw new Error(written.fault.code)
  const read = await readBundle(file)
  if (!read.ok) throw new Error(read.fault.code)
  const taken = to.ledger.merge({ ...read.value.batch, drill: false }, to.clock.now())
  if (!taken.ok) throw new Error(JSON.stringify(taken.fault))
}
