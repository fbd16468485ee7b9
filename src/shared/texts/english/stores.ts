/** What is shown before an engine was asked, and what the vendor shows of a request. */

export const storeTexts = {
  /** Several are open, and this view shows none of them. */
  chooseOne: { other: 'Choose one of {count} open incidents (o).' },
  noIncident: 'No incident is open. Declare one with n.',
  /** The same in an empty pane or dialog. */
  noneOpen: 'No incident is open.',
  noneOpenWay: '{esc}, then {declare} declares one and {open} opens an earlier one.',
} as const

export const pictureTexts = {
  types: 'Only PNG, JPEG and WebP pictures are accepted.',
  tooLarge: 'This picture is {size} MB; the limit is {most} MB.',
  notArrived: 'The picture did not arrive. Paste it again.',
} as const

/** The vendor’s state next to a request whose outcome is unknown. */
export const actFactTexts = {
  notRead: 'Quarterdeck does not poll {name} for this: check it there.',
  page: '{name} shows the incident {state} ({age}).',
  noPage: '{name} shows no open incident with this title ({age}).',
  asking: 'Loading what {name} last showed…',
  components: '{name} shows {states} ({age}).',
  component: '{component} {status}',
  componentNotRead: '{component} not polled',
  age: 'polled {span} ago',
  noAge: 'not polled yet',
  otherSide: 'At the vendor',
} as const
