/** What is said of an incident wherever one is chosen or shown. */

export const severityTexts = {
  meanings: {
    'SEV-1': 'Critical: most customers cannot do what they came for',
    'SEV-2': 'Major: many customers are hindered, or a key part is down',
    'SEV-3': 'Minor: some customers notice, a way round exists',
    'SEV-4': 'Low: nobody outside notices yet',
  },
} as const

export const statusTexts = {
  /** Within a sentence or a row. */
  names: {
    investigating: 'investigating',
    identified: 'identified',
    monitoring: 'monitoring',
    resolved: 'resolved',
  },
  /** Where it stands alone. */
  titles: {
    investigating: 'Investigating',
    identified: 'Identified',
    monitoring: 'Monitoring',
    resolved: 'Resolved',
  },
  meanings: {
    investigating: 'We do not know the cause yet',
    identified: 'We know the cause and work on it',
    monitoring: 'A fix is in, we watch it hold',
    resolved: 'Over for customers',
  },
} as const

export const linkTexts = {
  notHere: 'The link is of an incident that is not in this record. It may be of another machine, or of a drill.',
} as const
