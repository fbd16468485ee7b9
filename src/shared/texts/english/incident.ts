/** Texts about an incident wherever one is chosen or shown. */

export const severityTexts = {
  /** In the method’s own words. */
  level: '{users} ({name})',
  details: '{typical}. Revenue: {revenue}.',
  asks: '{response}. Afterwards: {review}.',
  /** Until they are read. */
  meanings: {
    'SEV-1': 'Critical: most customers cannot do what they came for',
    'SEV-2': 'Major: many customers are hindered, or a key part is down',
    'SEV-3': 'Minor: some customers notice, a workaround exists',
    'SEV-4': 'Low: no customer notices yet',
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
  /** If it is shown alone. */
  titles: {
    investigating: 'Investigating',
    identified: 'Identified',
    monitoring: 'Monitoring',
    resolved: 'Resolved',
  },
  meanings: {
    investigating: 'The cause is unknown',
    identified: 'The cause is known, a fix is in progress',
    monitoring: 'A fix is in place, we are watching it',
    resolved: 'Over for customers',
  },
} as const

export const linkTexts = {
  notHere: 'This link is to an incident that is not in this record. It may be on another machine, or from a drill.',
} as const
