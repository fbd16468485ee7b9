import { expect, it } from 'vitest'
import { roleWarningText } from '../../../src/renderer/features/roles/role-warnings'
import { type AssignedRole, roleSlots } from '../../../src/shared/domain/responders'
import { declared, recordOf } from '../../support/folded-incident'

const [, tech, , scribe] = roleSlots(recordOf([declared()]).incident)
if (tech === undefined || scribe === undefined) throw new Error('An incident has four roles')
const two: readonly AssignedRole[] = [
  { as: 'holder', seat: tech },
  { as: 'lead', team: 'Database' },
]

it.each([
  [
    { kind: 'ic-operates', name: 'Mei', posts: two, wayOut: 'add' },
    'The IC is also fixing: Mei is Tech lead and lead of Database too.',
    'Change the sub-team',
  ],
  [
    { kind: 'ic-operates', name: 'Mei', posts: [...two, { as: 'deputy', seat: scribe }], wayOut: 'assign' },
    'The IC is also fixing: Mei is Tech lead, lead of Database and Deputy Scribe too.',
    'Reassign one role',
  ],
  [
    { kind: 'ic-span', name: 'Ada', reports: 8, wayOut: 'add' },
    '8 people report to Ada: more than 7.',
    'Add a sub-team',
  ],
  [
    { kind: 'ic-span', name: null, reports: 9, wayOut: 'add' },
    '9 people report to the incident commander: more than 7.',
    'Add a sub-team',
  ],
  [
    { kind: 'team-span', team: 'Database', lead: 'Jo', members: 8, wayOut: 'add' },
    '8 in Database report to Jo: more than 7.',
    'Add a sub-team',
  ],
  [{ kind: 'no-deputy', hours: 2, wayOut: 'assign' }, '2 hours in, and the IC has no deputy.', 'Name a deputy'],
] as const)('[RO4][RO5][RO6] a warning is a sentence with a way out: %#', (warning, said, wayOut) => {
  expect(roleWarningText(warning)).toEqual([said, wayOut])
})
