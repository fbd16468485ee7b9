/** What people are in an incident besides a role's name, and what is wrong with who does what. */

export const postTexts = {
  deputy: 'Deputy {role}',
  lead: 'Lead of {team}',
  member: 'In {team}',
  /** Within a sentence. */
  within: { lead: 'lead of {team}', member: 'in {team}' },
} as const

export const roleWarningTexts = {
  icOperates: 'The IC is also fixing: {name} is {posts} too.',
  icSpan: { other: '{count} people report to {name}: more than {most}.' },
  /** While nobody commands. */
  icSpanUnfilled: { other: '{count} people report to the incident commander: more than {most}.' },
  teamSpan: { other: '{count} in {team} report to {lead}: more than {most}.' },
  noDeputy: {
    one: '{count} hour in, and the IC has no deputy.',
    other: '{count} hours in, and the IC has no deputy.',
  },
  waysOut: {
    changeTeam: 'Change the sub-team',
    giveAway: 'Reassign one role',
    putUnderLead: 'Add a sub-team',
    nameDeputy: 'Name a deputy',
  },
} as const
