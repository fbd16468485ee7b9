import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { walkChains } from '../../../src/main/engine/integrity/chain-walk'
import { openDamages } from '../../../src/main/engine/integrity/damages'
import { watchRecord } from '../../../src/main/engine/integrity/record-watch'
import { openLedger } from '../../../src/main/engine/ledger'
import { openStore } from '../../../src/main/engine/storage/store'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { entryAdded } from '../../../src/shared/events/entry-added'
import { incidentDeclared } from '../../../src/shared/events/incident-declared'
import { engineOn, incidentWith, tamper } from '../../support/damaged-record'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'

const NOW = 1_790_000_000_000
const by = { kind: 'engine' } as const

/** A closed record of incidents with so many events each. */
function recordOf(incidents: number, events: number): { readonly file: string; readonly ids: readonly IncidentId[] } {
  const folder = scratchFolder()
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const ids = Array.from({ length: incidents }, () => newId<IncidentId>())
  const body = { title: 'Payments fail', severity: 'SEV-1', impact: '', drill: false, page: null } as const
  const note = { kind: 'note', text: 'Pool exhausted', pinned: false } as const
  for (const incident of ids) {
    const lines = Array.from({ length: events - 1 }, () => entryAdded.draft({ entry: newId(), ...note }, NOW, by))
    const drafts = [incidentDeclared.draft(body, NOW, by), ...lines]
    openLedger(store.value, keptLogger(), () => undefined).commit(incident, newId(), { events: drafts }, NOW)
  }
  store.value.close()
  return { file: join(folder, 'quarterdeck.sqlite'), ids }
}

it('[IN3] chains are checked in slices between which a key has its turn, in the order that was asked for', async () => {
  const { file, ids } = recordOf(3, 3_000)
  const whole: IncidentId[] = []
  const finished = Promise.withResolvers<void>()
  walkChains({
    ...{ file, logger: keptLogger(), incidents: ids.toReversed(), done: finished.resolve },
    damaged: () => expect.unreachable('The record is whole'),
    whole: incident => void whole.push(incident),
  })
  expect(whole).toEqual([])
  let turnsBetween = 0
  while (whole.length < ids.length) {
    await turn()
    if (whole.length > 0) turnsBetween += 1
  }
  await finished.promise
  expect(whole).toEqual(ids.toReversed())
  expect(turnsBetween).toBeGreaterThan(1)
})

it('[IN3] what was stopped checks nothing more', async () => {
  const { file, ids } = recordOf(1, 10)
  const told: string[] = []
  const tell = () => void told.push('told')
  walkChains({ file, logger: keptLogger(), incidents: ids, damaged: tell, whole: tell, done: tell })()
  const finished = Promise.withResolvers<void>()
  walkChains({
    ...{ file, logger: keptLogger(), incidents: ids },
    ...{ damaged: () => undefined, whole: () => undefined, done: finished.resolve },
  })
  await finished.promise
  expect(told).toEqual([])
})

it('[IN3] after a start the open incident is looked at before those that are over, without anybody opening it', async () => {
  const folder = scratchFolder()
  const before = engineOn(folder)
  const [first, open, last] = [
    await incidentWith(before, 'Cards fail', 'one'),
    await incidentWith(before, 'Search is slow', 'one'),
    await incidentWith(before, 'Mails are late', 'one'),
  ]
  for (const incident of [first, last])
    await before.call('incident:change-status', { incident, to: 'resolved', reason: '' })
  await before.stop()
  tamper(folder, 'UPDATE event SET body = replace(body, \'"one"\', \'"two"\')')
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  const found: IncidentId[] = []
  const damages = openDamages(incident => void found.push(incident))
  const ledger = openLedger(store.value, keptLogger(), () => undefined, damages)
  const watch = watchRecord({ store: store.value, ledger, damages, logger: keptLogger(), changed: () => undefined })
  onTestFinished(async () => {
    await watch.stop()
    store.value.close()
  })
  await watch.checked
  expect(found[0]).toBe(open)
  expect(new Set(found)).toEqual(new Set([first, open, last]))
})
