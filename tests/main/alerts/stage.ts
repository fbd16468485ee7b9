import { onTestFinished } from 'vitest'
import { type AlertStore, openAlertStore } from '../../../src/main/engine/alerts/alert-store'
import { type Ledger, openLedger } from '../../../src/main/engine/record/ledger'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import type { OpenAlerts } from '../../../src/shared/contract/alerts'
import type { Input } from '../../../src/shared/contract/calls'
import type { DependsOn } from '../../../src/shared/domain/alerts/dependencies'
import { type ConnectionId, type NoiseRuleId, newId } from '../../../src/shared/domain/ids'
import { type Actor, responderNamed } from '../../../src/shared/domain/people'
import { scratchFolder } from '../../support/folders'
import { type HandClock, handClock } from '../../support/hand-clock'
import { keptLogger } from '../../support/kept-logger'

export const prom = 'prom' as ConnectionId

export function row(id: string, change: Partial<AlertRow> = {}): AlertRow {
  return {
    ...{ id: `prom/${id}`, connection: prom, externalId: id, origin: 'alert', title: id, service: 'api' },
    ...{ urgency: 'high', state: 'firing', startedAt: 1_000, url: null, cause: 'Errors', labels: { instance: id } },
    ...change,
  }
}

export interface StormStage {
  readonly ledger: Ledger
  readonly storm: AlertStore
  readonly store: Store
  readonly clock: HandClock
  readonly told: readonly OpenAlerts[]
  /** Ends it as a restart would, and opens it anew on the same folder. */
  restart(): StormStage
}

interface StageOptions {
  readonly folder?: string
  readonly clock?: HandClock
  readonly dependsOn?: DependsOn
}

/** A storm over a real database, on a clock moved by hand. */
export function stormStage({
  folder = scratchFolder(),
  clock = handClock(),
  dependsOn = {},
}: StageOptions = {}): StormStage {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  const store = opened.value
  const told: OpenAlerts[] = []
  const tell = (groups: OpenAlerts) => void told.push(groups)
  const ledger = openLedger(store, keptLogger(), () => undefined)
  const storm = openAlertStore({ db: store.db, ledger, clock, logger: keptLogger(), dependsOn, tell })
  let running = true
  const end = () => {
    if (!running) return
    running = false
    storm.stop()
    store.close()
  }
  onTestFinished(end)
  return {
    ...{ storm, store, ledger, clock, told },
    restart: () => {
      end()
      return stormStage({ folder, clock, dependsOn })
    },
  }
}

/** A rule of a fresh id that hides a service. */
export function hiding(service: string, change: Partial<Input<'alerts:hide'>> = {}) {
  const match = { group: null, service, title: null, labels: {} }
  return { rule: newId<NoiseRuleId>(), match, reason: 'Known', until: null, ...change }
}

/** Somebody at a screen. */
export function person(name: string): Actor {
  const responder = responderNamed(name)
  if (responder === undefined) throw new Error('Nobody has no name')
  return { kind: 'person', responder }
}
