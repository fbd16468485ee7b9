/** The lines about a transfer of command. */
export const transferLineTexts = {
  prepared: '{from} hands over command to {to}, who reads it back and accepts',
  read: '{name} read back: {section}',
  accepted: '{to} accepted command from {from}, all read back; overlap until {time} UTC',
  acceptedUnread: {
    one: '{to} accepted command from {from}, {count} section not read back; overlap until {time} UTC',
    other: '{to} accepted command from {from}, {count} sections not read back; overlap until {time} UTC',
  },
  withdrawn: 'Transfer of command to {to} withdrawn',
  declined: '{to} declined command',
  released: '{name} is released, the overlap is over',
} as const
