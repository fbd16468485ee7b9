import { expect, it } from 'vitest'
import { changesBetween } from '../../../src/main/engine/bundles/changes'
import { type IncidentId, newId, type ResponderId } from '../../../src/shared/domain/ids'
import { roleAssigned } from '../../../src/shared/events/role-assigned'
import { severityChanged } from '../../../src/shared/events/severity-changed'
import { scratchFolder } from '../../support/folders'
import { replicaOn } from '../../support/replica'

it('[BN3] names each thing that is another after a merge once, and nothing that stays', () => {
  const replica = replicaOn(scratchFolder())
  const incident = newId<IncidentId>()
  replica.declare(incident)
  const before = replica.ledger.record(incident)?.incident
  const engine = { kind: 'engine' } as const
  const bo = { id: 'bo' as ResponderId, name: 'Bo' }
  replica.write(incident, roleAssigned.draft({ role: 'ic', responder: bo }, 2_000, engine))
  replica.write(incident, severityChanged.draft({ from: 'SEV-2', to: 'SEV-1', reason: '' }, 2_000, engine))
  const after = replica.ledger.record(incident)?.incident
  if (before === undefined || after === undefined) throw new Error('There is no incident')
  expect(changesBetween(before, before)).toEqual([])
  expect(changesBetween(before, after)).toEqual([
    { what: 'severity', from: before.severity, to: 'SEV-1' },
    { what: 'role', role: 'ic', from: '', to: 'Bo' },
  ])
})
