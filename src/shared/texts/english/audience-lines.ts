/** Lines of the timeline about who is told when. */
export const audienceLineTexts = {
  putOff: 'Update to {audience} snoozed until {time}: {reason}',
  notNeeded: 'No update to {audience} needed in this incident: {reason}',
  resumed: 'Updates to {audience} are due as usual again',
  told: 'Informed {audience} {how}: {what}',
  hows: { call: 'by phone', 'in-person': 'in person', message: 'by direct message', meeting: 'in a meeting' },
  names: { customers: 'customers', colleagues: 'colleagues' },
} as const
