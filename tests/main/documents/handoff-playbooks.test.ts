import { expect, it } from 'vitest'
import { playbookSections } from '../../../src/main/engine/documents/handoff-playbooks'
import type { Incident } from '../../../src/shared/domain/incident'
import type { PlaybookRun } from '../../../src/shared/domain/playbook'
import { playbooksNow } from '../../../src/shared/domain/playbook-state'
import { ada, declared, minute, recordOf, START } from '../../support/folded-incident'
import { shippedPlaybooks } from '../../support/shipped-method'

it('[PB7] a handoff has each playbook that runs: its phase, what is open by role, and what is late', () => {
  const known = shippedPlaybooks.find(({ key }) => key === 'third-party') ?? expect.fail()
  const run: PlaybookRun = {
    ...{ key: known.key, version: known.version, title: known.title, phases: known.phases },
    ...{ started: { by: ada, at: START }, moved: null, ended: null },
    marks: { own: { mark: 'done', by: ada, at: minute(2) } },
  }
  const ended: PlaybookRun = { ...run, key: 'sev-1', ended: { by: ada, at: minute(3), reason: '' } }
  const incident: Incident = { ...recordOf([declared()]).incident, playbooks: [ended, run] }
  const said = JSON.stringify(playbookSections(playbooksNow(incident, minute(20)), minute(20)))
  expect(said).toContain('Playbook: Third-party outage, 1 of 12 settled, now: Is it theirs?')
  expect(said).toContain('Read their status page, and link it')
  expect(said).toContain('(Tech lead)')
  expect(said).toContain('late')
  expect(said).not.toContain('Rule out our own changes')
  expect(said).not.toContain('Switch to another region')
  expect(playbookSections(playbooksNow(recordOf([declared()]).incident, START), START)).toEqual([])
})
